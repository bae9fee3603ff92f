#include "base/calendar.h"

namespace vierkant {

namespace {

constexpr int saturday = 6;
constexpr int sunday = 7;

bool is_on(Date day, int month, int day_of_month)
{
    return day.month() == month && day.day() == day_of_month;
}

bool is_weekend(Date day)
{
    return day.weekday() >= saturday;
}

}  // namespace

Date easter_sunday(int year)
{
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int moon_shift = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int days = epact + to_sunday - 7 * late + 114;
    return date(year, days / 31, days % 31 + 1);
}

Date kings_day(int year)
{
    const Date birthday = year >= 2014 ? date(year, 4, 27) : date(year, 4, 30);
    return birthday.weekday() == sunday ? birthday - 1 : birthday;
}

bool is_dutch_holiday(Date day)
{
    if (is_on(day, 1, 1) || is_on(day, 5, 5) || is_on(day, 12, 25) || is_on(day, 12, 26)) return true;
    const Date easter = easter_sunday(day.year());
    const Date good_friday = easter - 2;
    const Date easter_monday = easter + 1;
    const Date ascension = easter + 39;
    const Date whit_monday = easter + 50;
    return day == good_friday || day == easter_monday || day == ascension || day == whit_monday ||
           day == kings_day(day.year());
}

Date dutch_working_day_from(Date day)
{
    while (is_weekend(day) || is_dutch_holiday(day)) day = day + 1;
    return day;
}

bool is_target_day(Date day)
{
    if (is_weekend(day) || is_on(day, 1, 1) || is_on(day, 5, 1) || is_on(day, 12, 25) || is_on(day, 12, 26)) {
        return false;
    }
    const Date easter = easter_sunday(day.year());
    return day != easter - 2 && day != easter + 1;
}

Date target_day_from(Date day)
{
    while (!is_target_day(day)) day = day + 1;
    return day;
}

}  // namespace vierkant
