#include "domain/arrears/default_interest.h"

#include "domain/arrears/messages.h"

#include <algorithm>
#include <set>

namespace vierkant::arrears {

namespace {

/// What holds on a day, of things in order of the day from which they hold. REQUIRES: the first holds by then.
template <class T>
const T& holding_on(std::span<const T> dated, Date day)
{
    const T* found = &dated.front();
    for (const auto& item : dated) {
        if (item.from <= day) found = &item;
    }
    return *found;
}

/// The days on which something changes, the first and the last included.
std::set<Date> turning_days(std::span<const LateSum> sums, std::span<const DatedRate> rates, Date until)
{
    const auto begin = sums.front().from;
    std::set<Date> days{begin, until};
    const auto take = [&](Date day) {
        if (day > begin && day < until) days.insert(day);
    };
    for (const auto& sum : sums) take(sum.from);
    for (const auto& rate : rates) take(rate.from);
    for (int year = 1; add_years(begin, year) < until; ++year) take(add_years(begin, year));
    return days;
}

/// What of one due date was late, principal and interest apart, by the day.
struct LateItem {
    std::vector<LateSum> principal;
    std::vector<LateSum> interest;
};

/// Goes back from what is open now by what was settled since it fell due; from `start` on.
LateItem late_item(const lending::DueItem& open, const lending::Trace& trace, Date start)
{
    std::vector<const lending::Settlement*> since;
    for (const auto& row : trace.settlements) {
        if (row.due == open.due && row.day > start) since.push_back(&row);
    }
    Money principal = open.principal;
    Money interest = open.interest;
    for (const auto* row : since) {
        principal += row->principal;
        interest += row->interest;
    }
    LateItem item{{{start, principal}}, {{start, interest}}};
    for (const auto* row : since) {
        principal -= row->principal;
        interest -= row->interest;
        item.principal.push_back({row->day, principal});
        item.interest.push_back({row->day, interest});
    }
    return item;
}

/// What is overdue, each due date once.
std::vector<lending::DueItem> by_due_date(const std::vector<lending::DueItem>& items)
{
    std::vector<lending::DueItem> days;
    for (const auto& item : items) {
        if (days.empty() || days.back().due != item.due) {
            days.push_back(item);
            continue;
        }
        days.back().principal += item.principal;
        days.back().interest += item.interest;
        days.back().costs += item.costs;
    }
    return days;
}

/// The rates above those of the contract, from the first late day on.
std::vector<DatedRate> above_contract(const lending::LoanTerms& terms, std::span<const lending::Event> events,
                                      std::span<const DatedRate> rates, Date from, Date until)
{
    std::set<Date> days{from};
    const auto take = [&](Date day) {
        if (day > from && day < until) days.insert(day);
    };
    for (const auto& rate : rates) take(rate.from);
    for (const auto& rate : terms.rates) take(rate.from);
    for (const auto& event : events) {
        if (event.kind == lending::EventKind::rate_change) take(event.value_date);
    }
    std::vector<DatedRate> above;
    for (const auto day : days) {
        const auto contract = lending::replay(terms, events, day).rate;
        above.push_back({day, std::max(Rate{}, holding_on(rates, day).annual - contract)});
    }
    return above;
}

}  // namespace

std::vector<DatedRate> rates_of(LateRate kind, Rate agreed, const StatutoryRates& table)
{
    switch (kind) {
        case LateRate::none:
            return {};
        case LateRate::contractual:
            return {{date(1900, 1, 1), agreed}};
        case LateRate::non_commercial:
            return table.non_commercial;
        case LateRate::commercial:
            return table.commercial;
    }
    return {};
}

Result<LateInterest> late_interest(std::span<const LateSum> sums, std::span<const DatedRate> rates, Date until)
{
    LateInterest result{};
    if (sums.empty() || rates.empty() || sums.front().from >= until) return result;
    const auto begin = sums.front().from;
    if (begin < rates.front().from) {
        return refuse(no_rate_known, {{"day", begin}, {"first", rates.front().from}});
    }
    Money added;  // interest of whole years, part of the sum since
    Exact of_year;
    int year = 1;
    const auto days = turning_days(sums, rates, until);
    for (auto at = days.begin(); std::next(at) != days.end(); ++at) {
        if (*at == add_years(begin, year)) {
            added += round(of_year, Rounding::half_up);
            of_year = {};
            ++year;
        }
        const auto next = *std::next(at);
        const auto sum = holding_on(sums, *at).amount + added;
        const auto annual = holding_on(rates, *at).annual;
        const auto part = interest(sum, annual, YearFraction::of(next - *at, 365));
        if (part != Exact{}) result.parts.push_back({*at, next, sum, annual, part});
        of_year += part;
    }
    result.total = added + round(of_year, Rounding::half_up);
    return result;
}

Result<Money> default_interest(const lending::LoanTerms& terms, std::span<const lending::Event> events,
                               const lending::State& state, const lending::Trace& trace,
                               std::span<const DatedRate> rates, Date as_of, std::optional<Date> charged_until)
{
    const auto late = by_due_date(lending::overdue(state, as_of));
    if (late.empty() || rates.empty()) return Money{};
    const auto above = above_contract(terms, events, rates, late.front().due + 1, as_of);
    Money total;
    for (const auto& open : late) {
        const auto start = std::max(open.due + 1, charged_until.value_or(open.due + 1));
        const auto item = late_item(open, trace, start);
        const auto over_interest = late_interest(item.interest, rates, as_of);
        if (!over_interest) return over_interest.refusal();
        const auto over_principal = late_interest(item.principal, above, as_of);
        if (!over_principal) return over_principal.refusal();
        total += over_interest->total + over_principal->total;
    }
    return total;
}

}  // namespace vierkant::arrears
