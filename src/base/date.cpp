#include "base/date.h"

#include <array>
#include <stdexcept>

namespace vierkant {

namespace {

std::string two_digits(int n)
{
    return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
}

std::optional<int> digits(std::string_view text)
{
    int n = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

}  // namespace

std::optional<Date> Date::from(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const auto ymd = std::chrono::year{year} / month / day;
    if (!ymd.ok()) return std::nullopt;
    const std::int64_t serial = std::chrono::sys_days{ymd}.time_since_epoch().count();
    if (serial < first_day || serial > last_day) return std::nullopt;
    return Date{static_cast<std::int32_t>(serial)};
}

void Date::throw_outside()
{
    throw std::out_of_range{"a date outside 1900-2299"};
}

bool Date::is_last_of_month() const
{
    return *this == last_of_month(*this);
}

int Date::weekday() const
{
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days_}}}.iso_encoding());
}

Date date(int year, int month, int day)
{
    const auto found = Date::from(year, month, day);
    if (!found) throw std::invalid_argument{"no such day"};
    return *found;
}

Date add_months(Date start, int months)
{
    const auto from = start.ymd();
    const auto month = from.year() / from.month() + std::chrono::months{months};
    const auto last = std::chrono::sys_days{month / std::chrono::last};
    const auto same = std::chrono::sys_days{month / from.day()};  // spills into the next month where it does not exist
    return Date::from_serial(std::min(same, last).time_since_epoch().count());
}

Date first_of_month(Date day)
{
    return day - (day.day() - 1);
}

Date last_of_month(Date day)
{
    const auto ymd = day.ymd();
    return Date::from_serial(
        std::chrono::sys_days{ymd.year() / ymd.month() / std::chrono::last}.time_since_epoch().count());
}

bool is_leap_year(int year)
{
    return std::chrono::year{year}.is_leap();
}

std::optional<Date> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return Date::from(*year, *month, *day);
}

std::string to_text(Date day)
{
    const auto ymd = day.ymd();
    const auto year = static_cast<int>(ymd.year());
    const auto month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    const auto in_month = static_cast<int>(static_cast<unsigned>(ymd.day()));
    const auto digit = [](int n) { return static_cast<char>('0' + n % 10); };
    return {digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            '-',
            digit(month / 10),
            digit(month),
            '-',
            digit(in_month / 10),
            digit(in_month)};
}

std::string dutch(Date day)
{
    return two_digits(day.day()) + "-" + two_digits(day.month()) + "-" + std::to_string(day.year());
}

std::string dutch_in_words(Date day)
{
    static constexpr std::array months{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                       "juli",    "augustus", "september", "oktober", "november", "december"};
    return std::to_string(day.day()) + " " + months[static_cast<std::size_t>(day.month() - 1)] + " " +
           std::to_string(day.year());
}

}  // namespace vierkant
