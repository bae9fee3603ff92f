#include "domain/lending/terms.h"

#include "domain/lending/messages.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

Result<Done> check_rates(const LoanTerms& terms)
{
    if (terms.rates.empty()) return bad_input(no_rates);
    for (std::size_t i = 0; i < terms.rates.size(); ++i) {
        const auto& rate = terms.rates[i];
        if (rate.annual < Rate{0} || rate.annual > percent(100)) {
            return bad_input(rate_out_of_range, {{"rate", rate.annual}});
        }
        if (i > 0 && rate.from <= terms.rates[i - 1].from) {
            return bad_input(rates_out_of_order, {{"day", rate.from}});
        }
    }
    return Done{};
}

Result<Done> check_plan(const LoanTerms& terms)
{
    if (terms.plan.size() != static_cast<std::size_t>(terms.instalments)) {
        return bad_input(plan_missing, {{"instalments", std::to_string(terms.instalments)},
                                        {"rows", std::to_string(terms.plan.size())}});
    }
    for (std::size_t i = 0; i < terms.plan.size(); ++i) {
        const bool ascends = i == 0 ? terms.plan[i].due == terms.first_due : terms.plan[i].due > terms.plan[i - 1].due;
        if (!ascends) return bad_input(plan_dates, {{"day", terms.plan[i].due}});
    }
    return Done{};
}

/// Every due date, and the one after the last, lies within the calendar.
Result<Done> check_term(const LoanTerms& terms)
{
    const bool planned = terms.method == Method::custom;
    if (planned && terms.plan.empty()) return Done{};
    const auto last = planned ? terms.plan.back().due : due_date(terms, terms.instalments + 1);
    if (last < date(2290, 1, 1)) return Done{};
    return bad_input(term_beyond_calendar, {{"instalments", std::to_string(terms.instalments)}});
}

Result<Done> check_grace(const LoanTerms& terms)
{
    const auto grace = std::max(terms.principal_grace, terms.interest_grace);
    if (terms.principal_grace >= terms.instalments || terms.interest_grace > terms.instalments) {
        return bad_input(grace_too_long,
                         {{"instalments", std::to_string(terms.instalments)}, {"grace", std::to_string(grace)}});
    }
    // An annuity is one amount of principal and interest: interest that is added to the principal cannot be in it.
    const bool grows = terms.grace_interest == PeriodInterest::capitalised && terms.method == Method::annuity;
    if (grows && terms.interest_grace > terms.principal_grace) {
        return bad_input(capitalised_while_repaid, {{"principal", std::to_string(terms.principal_grace)},
                                                    {"interest", std::to_string(terms.interest_grace)}});
    }
    return Done{};
}

Result<Done> check_steps(const LoanTerms& terms)
{
    if (terms.steps.empty()) return Done{};
    if (terms.method != Method::annuity && terms.method != Method::linear) return bad_input(steps_without_method);
    int before = 0;
    for (const auto& step : terms.steps) {
        if (step.from <= before || step.from > terms.instalments) {
            return bad_input(steps_out_of_order, {{"number", std::to_string(step.from)}});
        }
        before = step.from;
    }
    return Done{};
}

Result<Done> check_holidays(const LoanTerms& terms)
{
    int before = 0;
    for (const auto& holiday : terms.holidays) {
        const int last = holiday.from + holiday.count - 1;
        if (holiday.from <= before || last >= terms.instalments) {
            return bad_input(holidays_out_of_order, {{"number", std::to_string(holiday.from)}});
        }
        before = last;
    }
    const bool planned = terms.method == Method::custom && (!terms.holidays.empty() || terms.free_months != 0);
    return planned ? Result<Done>{bad_input(plan_with_holidays)} : Result<Done>{Done{}};
}

Result<Done> check_drawing_days(const LoanTerms& terms)
{
    const auto wrong = [](Date first, Date last) {
        return bad_input(drawing_days_out_of_order, {{"first", first}, {"last", last}});
    };
    if (terms.first_drawing && terms.last_drawing && *terms.first_drawing > *terms.last_drawing) {
        return wrong(*terms.first_drawing, *terms.last_drawing);
    }
    if (terms.commitment_from && terms.last_drawing && *terms.commitment_from > *terms.last_drawing) {
        return wrong(*terms.commitment_from, *terms.last_drawing);
    }
    Money sum;
    for (const auto& tranche : terms.tranches) sum += tranche.amount;
    if (!terms.tranches.empty() && terms.commitment.is_positive() && sum != terms.commitment) {
        return bad_input(tranches_differ, {{"tranches", sum}, {"commitment", terms.commitment}});
    }
    return Done{};
}

Result<Done> check_fees(const LoanTerms& terms)
{
    const auto& fees = terms.fees;
    for (const auto rate : {fees.handling, fees.commitment, fees.prepayment}) {
        if (rate < Rate{0} || rate > percent(100)) {
            return bad_input(fee_out_of_range, {{"rate", rate}});
        }
    }
    if (fees.commitment > Rate{0} && !terms.commitment.is_positive()) return bad_input(commitment_missing);
    return Done{};
}

std::int64_t thirty_e_serial(Date day)
{
    const auto ymd = day.ymd();
    return std::int64_t{360} * static_cast<int>(ymd.year()) + std::int64_t{30} * static_cast<unsigned>(ymd.month()) +
           std::min(30U, static_cast<unsigned>(ymd.day()));
}

std::int64_t thirty_us_days(Date from, Date to)
{
    const auto end_of_february = [](Date day) { return day.month() == 2 && day.is_last_of_month(); };
    int first = from.day();
    int second = to.day();
    if (end_of_february(from)) {
        if (end_of_february(to)) second = 30;
        first = 30;
    }
    if (second == 31 && first >= 30) second = 30;
    first = std::min(first, 30);
    return std::int64_t{360} * (to.year() - from.year()) + std::int64_t{30} * (to.month() - from.month()) + second -
           first;
}

YearFraction actual_actual(Date from, Date to)
{
    YearFraction sum;
    while (from < to) {
        const auto next_year = Date::from(from.year() + 1, 1, 1).value_or(to);
        const auto until = std::min(next_year, to);
        sum = sum + YearFraction::of(until - from, is_leap_year(from.year()) ? 366 : 365);
        from = until;
    }
    return sum;
}

}  // namespace

Result<Done> check(const LoanTerms& terms)
{
    if (auto wrong = check_rates(terms); !wrong) return wrong;
    if (auto wrong = check_term(terms); !wrong) return wrong;
    if (auto wrong = check_grace(terms); !wrong) return wrong;
    if (auto wrong = check_steps(terms); !wrong) return wrong;
    if (auto wrong = check_holidays(terms); !wrong) return wrong;
    if (auto wrong = check_drawing_days(terms); !wrong) return wrong;
    if (auto wrong = check_fees(terms); !wrong) return wrong;
    if (terms.method == Method::custom) return check_plan(terms);
    return Done{};
}

Rate rate_on(const LoanTerms& terms, Date day)
{
    auto rate = terms.rates.front().annual;
    for (const auto& dated : terms.rates) {
        if (dated.from <= day) rate = dated.annual;
    }
    return rate;
}

YearFraction year_fraction(DayCount count, Date from, Date to)
{
    switch (count) {
        case DayCount::thirty_e_360:
            return YearFraction::of(thirty_e_serial(to) - thirty_e_serial(from), 360);
        case DayCount::thirty_us_360:
            return YearFraction::of(thirty_us_days(from, to), 360);
        case DayCount::act_365f:
            return YearFraction::of(to - from, 365);
        case DayCount::act_360:
            return YearFraction::of(to - from, 360);
        case DayCount::act_act:
            return actual_actual(from, to);
    }
    return {};
}

YearFraction period_length(const LoanTerms& terms)
{
    switch (terms.unit) {
        case Unit::day:
            return YearFraction::of(terms.every, 365);
        case Unit::week:
            return YearFraction::of(terms.every, 52);
        case Unit::month:
            return YearFraction::of(terms.every, 12);
        case Unit::year:
            return YearFraction::of(terms.every, 1);
    }
    return {};
}

std::optional<std::vector<DatedRate>> resolve(const FloatingRate& rate)
{
    std::vector<DatedRate> rates;
    for (const auto reset : rate.resets) {
        const auto after =
            std::find_if(rate.base.begin(), rate.base.end(), [&](const DatedRate& base) { return base.from > reset; });
        if (after == rate.base.begin()) return std::nullopt;
        rates.push_back({reset, std::max(rate.floor, std::prev(after)->annual + rate.margin)});
    }
    return rates;
}

}  // namespace vierkant::lending
