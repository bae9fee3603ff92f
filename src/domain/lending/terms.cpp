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
            return bad_input(rate_out_of_range, {{"rate", to_percent_text(rate.annual)}});
        }
        if (i > 0 && rate.from <= terms.rates[i - 1].from) {
            return bad_input(rates_out_of_order, {{"day", to_text(rate.from)}});
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
        if (!ascends) return bad_input(plan_dates, {{"day", to_text(terms.plan[i].due)}});
    }
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
    const auto grace = std::max(terms.principal_grace, terms.interest_grace);
    if (terms.principal_grace >= terms.instalments || terms.interest_grace > terms.instalments) {
        return bad_input(grace_too_long,
                         {{"instalments", std::to_string(terms.instalments)}, {"grace", std::to_string(grace)}});
    }
    if (terms.method == Method::custom) return check_plan(terms);
    return Done{};
}

Date due_date(const LoanTerms& terms, int number)
{
    if (terms.method == Method::custom) {
        if (number <= terms.instalments) return terms.plan[static_cast<std::size_t>(number) - 1].due;
        return add_months(terms.plan.back().due, number - terms.instalments);
    }
    const int steps = (number - 1) * terms.every;
    switch (terms.unit) {
        case Unit::day:
            return terms.first_due + steps;
        case Unit::week:
            return terms.first_due + 7 * steps;
        case Unit::month:
            return add_months(terms.first_due, steps);
        case Unit::year:
            return add_months(terms.first_due, 12 * steps);
    }
    return terms.first_due;
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

}  // namespace vierkant::lending
