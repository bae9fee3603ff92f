#pragma once

#include <string_view>

namespace vierkant::arrears {

/// How old arrears are, by the days since the oldest due date that is not settled.
enum class Age {
    none,       ///< nothing is overdue
    month,      ///< 1-30 days
    two,        ///< 31-60
    three,      ///< 61-90
    defaulted,  ///< more than 90
};

constexpr Age age_of(int days_past_due)
{
    if (days_past_due <= 0) return Age::none;
    if (days_past_due <= 30) return Age::month;
    if (days_past_due <= 60) return Age::two;
    return days_past_due <= 90 ? Age::three : Age::defaulted;
}

/// The band as lists and reports write it, the same in both languages; "" where nothing is overdue.
constexpr std::string_view band_of(Age age)
{
    switch (age) {
        case Age::none:
            return "";
        case Age::month:
            return "1-30";
        case Age::two:
            return "31-60";
        case Age::three:
            return "61-90";
        case Age::defaulted:
            return "> 90";
    }
    return "";
}

}  // namespace vierkant::arrears
