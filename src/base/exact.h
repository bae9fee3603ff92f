#pragma once

#include "base/money.h"
#include "base/rate.h"

#include <compare>
#include <cstdint>

namespace vierkant {

/// How an exact amount becomes cents. Both treat negative amounts as the mirror of positive ones, so that a reversal
/// is the exact opposite of what it reverses.
enum class Rounding {
    half_up,  ///< to the nearest cent, .5 away from zero: everything that is posted or scheduled
    down,     ///< towards zero: a maximum that must never be exceeded
};

/// An exact amount between cents: a whole number of 1/units_per_cent cents, in 128 bits.
///
/// The unit divides one millionth of a cent by every day base and period length in use: 360, 365 and 366 days,
/// 12, 4 and 2 periods a year, 52 weeks. Interest of any balance over any number of days is therefore a whole number
/// of units: adding pieces loses nothing, and there is one rounding, in round(). An int64 amount times 1,000 % times
/// 270 years stays below 2^127, and every operation is checked all the same: overflow throws std::overflow_error.
/// Never stored in the database as money; a loan's checkpoint keeps it as text.
class Exact {
public:
    __extension__ using Units = __int128;

    /// 1,000,000 x lcm(360, 365, 366, 52): the last is 20,840,040 = 2^3 x 3^2 x 5 x 13 x 61 x 73.
    static constexpr std::int64_t years_base = 20'840'040;
    static constexpr Units units_per_cent = Units{1'000'000} * years_base;

    constexpr Exact() = default;
    static Exact of(Money amount);
    static constexpr Exact units(Units n) { return Exact{n}; }
    [[nodiscard]] constexpr Units in_units() const { return units_; }

    friend Exact operator+(Exact a, Exact b)
    {
        Units sum = 0;
        if (__builtin_add_overflow(a.units_, b.units_, &sum)) throw_overflow();
        return Exact{sum};
    }
    friend Exact operator-(Exact a, Exact b)
    {
        Units difference = 0;
        if (__builtin_sub_overflow(a.units_, b.units_, &difference)) throw_overflow();
        return Exact{difference};
    }
    Exact& operator+=(Exact other) { return *this = *this + other; }
    Exact& operator-=(Exact other) { return *this = *this - other; }
    friend constexpr auto operator<=>(Exact, Exact) = default;

    [[noreturn]] static void throw_overflow();

private:
    explicit constexpr Exact(Units n) : units_{n} {}
    Units units_ = 0;
};

/// A length of time in years as a fraction of Exact::years_base, e.g. 31 days of 365 or one month of twelve.
struct YearFraction {
    std::int64_t parts = 0;  ///< of Exact::years_base

    /// REQUIRES: base divides Exact::years_base (360, 365, 366, 12, 52 ...).
    static constexpr YearFraction of(std::int64_t count, std::int64_t base)
    {
        return {count * (Exact::years_base / base)};
    }
    friend constexpr auto operator<=>(YearFraction, YearFraction) = default;
    friend constexpr YearFraction operator+(YearFraction a, YearFraction b) { return {a.parts + b.parts}; }
};

/// balance x rate x time, exactly.
inline Exact interest(Money balance, Rate rate, YearFraction time)
{
    Exact::Units yearly = 0;
    if (__builtin_mul_overflow(static_cast<Exact::Units>(balance.in_cents()), rate.millionths, &yearly)) {
        Exact::throw_overflow();
    }
    Exact::Units units = 0;
    if (__builtin_mul_overflow(yearly, time.parts, &units)) Exact::throw_overflow();
    return Exact::units(units);
}

/// A share of an amount, exactly: share(EUR 100, 20 %) is EUR 20.
Exact share(Money amount, Rate rate);

/// amount x numerator / denominator, rounded once. REQUIRES: denominator > 0.
Money pro_rata(Money amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding);

/// The only way back to cents.
Money round(Exact amount, Rounding rounding);

/// To the nearest multiple of `multiple` (half up), e.g. instalments of whole euros. REQUIRES: multiple > 0.
Money round_to_multiple(Exact amount, Money multiple);

}  // namespace vierkant
