#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vierkant {

/// A rate or share in millionths: 4.25 % is 42,500. A bare number is not a rate. May be negative (the EU base rate
/// was, from 2016 to 2022).
struct Rate {
    std::int64_t millionths = 0;
    friend constexpr auto operator<=>(Rate, Rate) = default;
    friend constexpr Rate operator+(Rate a, Rate b) { return {a.millionths + b.millionths}; }
    friend constexpr Rate operator-(Rate a, Rate b) { return {a.millionths - b.millionths}; }
};

constexpr Rate percent(std::int64_t whole)
{
    return {whole * 10'000};
}
constexpr Rate basis_points(std::int64_t n)
{
    return {n * 100};
}

/// Reads a percentage such as "4.25" or "-0.05": at most four decimals (a millionth is the fourth decimal of a
/// percent), between -1000 and 1000. Empty result: not such a percentage.
std::optional<Rate> parse_percent(std::string_view text);

/// "4.25": a percentage with at least two and at most four decimals.
std::string to_percent_text(Rate rate);

/// "4,25": the same for Dutch people.
std::string dutch(Rate rate);

}  // namespace vierkant
