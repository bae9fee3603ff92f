#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vierkant {

/// A calendar day that always exists, between 1900-01-01 and 2299-12-31. Knows no clock: "today" is a parameter.
class Date {
public:
    /// Empty where the day does not exist or lies outside the supported centuries.
    static std::optional<Date> from(int year, int month, int day);
    /// Days since 1970-01-01. REQUIRES: inside the supported centuries, else std::out_of_range.
    static constexpr Date from_serial(std::int64_t days)
    {
        if (days < first_day || days > last_day) throw_outside();
        return Date{static_cast<std::int32_t>(days)};
    }

    [[nodiscard]] constexpr std::int32_t serial() const { return days_; }  ///< days since 1970-01-01
    [[nodiscard]] int year() const { return static_cast<int>(ymd().year()); }
    [[nodiscard]] int month() const { return static_cast<int>(static_cast<unsigned>(ymd().month())); }
    [[nodiscard]] int day() const { return static_cast<int>(static_cast<unsigned>(ymd().day())); }
    [[nodiscard]] std::chrono::year_month_day ymd() const
    {
        return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days_}}};
    }
    [[nodiscard]] bool is_last_of_month() const;
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    [[nodiscard]] int weekday() const;

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr std::int32_t operator-(Date a, Date b) { return a.days_ - b.days_; }
    friend Date operator+(Date a, std::int32_t days) { return from_serial(std::int64_t{a.days_} + days); }
    friend Date operator-(Date a, std::int32_t days) { return from_serial(std::int64_t{a.days_} - days); }

private:
    static constexpr std::int64_t first_day = -25'567;  // 1900-01-01
    static constexpr std::int64_t last_day = 120'529;   // 2299-12-31
    [[noreturn]] static void throw_outside();
    explicit constexpr Date(std::int32_t days) : days_{days} {}
    std::int32_t days_;
};

/// For constants in code and tests; throws std::invalid_argument where the day does not exist.
Date date(int year, int month, int day);

/// Moves by whole months and keeps the day of the month; where the month is shorter, its last day. To walk from the
/// 31st without losing it, always add to the first date: add_months(31 January, 2) is 31 March.
Date add_months(Date start, int months);
inline Date add_years(Date start, int years)
{
    return add_months(start, years * 12);
}

Date first_of_month(Date day);
Date last_of_month(Date day);
bool is_leap_year(int year);

/// Reads "2026-01-15" and nothing else.
std::optional<Date> parse_date(std::string_view text);

std::string to_text(Date day);         ///< "2026-01-15": for files and machines
std::string dutch(Date day);           ///< "15-01-2026": for people, in tables
std::string dutch_in_words(Date day);  ///< "15 januari 2026": for letters

}  // namespace vierkant
