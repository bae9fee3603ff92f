#include "domain/arrears/arrangement.h"

#include "base/exact.h"
#include "domain/arrears/messages.h"

#include <algorithm>
#include <set>

namespace vierkant::arrears {

namespace {

/// The terms that are to be paid on or after a day.
Money to_come(const Arrangement& arrangement, Date day)
{
    Money sum;
    for (const auto& term : arrangement.terms) {
        if (term.due >= day) sum += term.amount;
    }
    return sum;
}

/// The days on which it is judged, and the day asked.
std::set<Date> judged_days(const Arrangement& arrangement, int grace_days, std::span<const Date> due_dates, Date as_of)
{
    std::set<Date> days{as_of};
    const auto add = [&](Date due) {
        const auto day = due + grace_days + 1;
        if (day > arrangement.agreed_on && day <= as_of) days.insert(day);
    };
    for (const auto& term : arrangement.terms) add(term.due);
    for (const auto due : due_dates) add(due);
    return days;
}

std::optional<Arrangement::Term> next_term(const Arrangement& arrangement, Date as_of)
{
    const auto next = std::find_if(arrangement.terms.begin(), arrangement.terms.end(),
                                   [&](const auto& term) { return term.due >= as_of; });
    if (next == arrangement.terms.end()) return std::nullopt;
    return *next;
}

}  // namespace

Result<Done> check(const Arrangement& arrangement)
{
    if (arrangement.terms.empty()) return refuse(arrangement_empty);
    Money sum;
    auto before = arrangement.agreed_on - 1;
    for (const auto& term : arrangement.terms) {
        if (term.due < arrangement.agreed_on) {
            return refuse(arrangement_too_early, {{"due", term.due}, {"day", arrangement.agreed_on}});
        }
        if (term.due <= before || !term.amount.is_positive()) return refuse(arrangement_order, {{"due", term.due}});
        before = term.due;
        sum += term.amount;
    }
    if (sum == arrangement.amount) return Done{};
    return refuse(arrangement_differs, {{"terms", sum}, {"late", arrangement.amount}});
}

std::vector<Arrangement::Term> equal_terms(Money amount, int count, Date first, int every_months, int every_days)
{
    std::vector<Arrangement::Term> terms;
    const auto each = pro_rata(amount, 1, count, Rounding::down);
    auto left = amount;
    for (int i = 0; i < count; ++i) {
        const auto part = i + 1 == count ? left : each;
        left -= part;
        terms.push_back({add_months(first, i * every_months) + std::int64_t{i} * every_days, part});
    }
    return terms;
}

ArrangementStanding follow(const Arrangement& arrangement, int grace_days, std::span<const Date> due_dates,
                           const LateOn& late_on, Date as_of)
{
    ArrangementStanding result{Standing::kept, arrangement.agreed_on, late_on(as_of, as_of),
                               to_come(arrangement, as_of), std::nullopt};
    for (const auto day : judged_days(arrangement, grace_days, due_dates, as_of)) {
        if (arrangement.ended_on && *arrangement.ended_on <= day) break;
        if (late_on(day, day).is_zero()) {
            result.standing = Standing::fulfilled;
            result.since = day;
            return result;
        }
        const auto due_before = day - grace_days;
        if (late_on(due_before, day) > to_come(arrangement, due_before)) {
            result.standing = Standing::broken;
            result.since = day;
            return result;
        }
    }
    if (arrangement.ended_on && *arrangement.ended_on <= as_of) {
        result.standing = Standing::ended;
        result.since = *arrangement.ended_on;
        return result;
    }
    result.next = next_term(arrangement, as_of);
    return result;
}

}  // namespace vierkant::arrears
