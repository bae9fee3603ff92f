#include "base/calendar.h"
#include "domain/lending/terms.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

const Date end_of_time = date(2299, 12, 31);

/// Moves whole months from the first due date, then to the day of the month that is aimed at.
Date due_in_months(const LoanTerms& terms, int months)
{
    if (terms.first_due.year() * 12 + terms.first_due.month() + months > 2299 * 12 + 12) return end_of_time;
    const auto due = add_months(terms.first_due, months);
    if (terms.due_day == 0 || months == 0) return due;
    return first_of_month(due) + (std::min(terms.due_day, last_of_month(due).day()) - 1);
}

Date later_by(Date day, int days)
{
    return days > end_of_time - day ? end_of_time : day + days;
}

/// As agreed, before any rolling.
Date agreed_due_date(const LoanTerms& terms, int number)
{
    if (terms.method == Method::custom) {
        if (number < 1) return add_months(terms.plan.front().due, number - 1);
        if (number <= terms.instalments) return terms.plan[static_cast<std::size_t>(number) - 1].due;
        const int more = number - terms.instalments;
        const auto last = terms.plan.back().due;
        return last.year() + more / 12 >= 2298 ? end_of_time : add_months(last, more);
    }
    const int steps = (number - 1) * terms.every;
    switch (terms.unit) {
        case Unit::day:
            return later_by(terms.first_due, steps);
        case Unit::week:
            return later_by(terms.first_due, 7 * steps);
        case Unit::month:
            return due_in_months(terms, steps);
        case Unit::year:
            return due_in_months(terms, 12 * steps);
    }
    return terms.first_due;
}

/// Rolling may not leave the calendar.
constexpr int rolling_days = 10;

Date target_day_until(Date day)
{
    while (!is_target_day(day)) day = day - 1;
    return day;
}

Date rolled(Rolling rolling, Date day)
{
    if (end_of_time - day < rolling_days) return day;
    switch (rolling) {
        case Rolling::unadjusted:
            return day;
        case Rolling::following:
            return target_day_from(day);
        case Rolling::modified_following: {
            const auto next = target_day_from(day);
            return next.month() == day.month() ? next : target_day_until(day);
        }
        case Rolling::preceding:
            return target_day_until(day);
    }
    return day;
}

bool lies_in(const Holiday& holiday, int number)
{
    return number >= holiday.from && number < holiday.from + holiday.count;
}

}  // namespace

Date due_date(const LoanTerms& terms, int number)
{
    return rolled(terms.rolling, agreed_due_date(terms, number));
}

Date period_end(const LoanTerms& terms, int number)
{
    return terms.interest_days == InterestDays::adjusted ? due_date(terms, number) : agreed_due_date(terms, number);
}

PeriodInterest interest_of_period(const LoanTerms& terms, int number)
{
    auto treatment = number <= terms.interest_grace ? terms.grace_interest : PeriodInterest::due;
    for (const auto& holiday : terms.holidays) {
        if (lies_in(holiday, number)) treatment = holiday.interest;
    }
    // What is put off comes at the latest with the last instalment.
    const bool put_off = treatment == PeriodInterest::deferred || treatment == PeriodInterest::capitalised;
    return put_off && number >= terms.instalments ? PeriodInterest::due : treatment;
}

bool pays_principal(const LoanTerms& terms, int number)
{
    if (number >= terms.instalments) return true;
    if (number <= terms.principal_grace) return false;
    if (terms.free_months != 0 && terms.is_free_month(agreed_due_date(terms, number).month())) return false;
    return std::none_of(terms.holidays.begin(), terms.holidays.end(),
                        [&](const Holiday& holiday) { return lies_in(holiday, number); });
}

}  // namespace vierkant::lending
