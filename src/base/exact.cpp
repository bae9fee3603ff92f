#include "base/exact.h"

#include "base/result.h"

#include <limits>
#include <stdexcept>

namespace vierkant {

namespace {

/// Rounds numerator / denominator; REQUIRES denominator > 0.
Exact::Units divide(Exact::Units numerator, Exact::Units denominator, Rounding rounding)
{
    const auto quotient = numerator / denominator;  // towards zero
    if (rounding == Rounding::down) return quotient;
    const auto rest = numerator % denominator;
    const auto size = rest < 0 ? -rest : rest;
    if (size < denominator - size) return quotient;
    return numerator < 0 ? quotient - 1 : quotient + 1;
}

Money as_money(Exact::Units cents)
{
    if (cents > std::numeric_limits<std::int64_t>::max() || cents < std::numeric_limits<std::int64_t>::min()) {
        Exact::throw_overflow();
    }
    return Money::cents(static_cast<std::int64_t>(cents));
}

}  // namespace

void Exact::throw_overflow()
{
    throw std::overflow_error{"an exact amount grew beyond 128 bits"};
}

Exact Exact::of(Money amount)
{
    return Exact{static_cast<Units>(amount.in_cents()) * units_per_cent};
}

Exact share(Money amount, Rate rate)
{
    return interest(amount, rate, YearFraction{Exact::years_base});
}

Money pro_rata(Money amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding)
{
    verify(denominator > 0, "pro_rata needs a positive denominator");
    return as_money(divide(static_cast<Exact::Units>(amount.in_cents()) * numerator, denominator, rounding));
}

Money round(Exact amount, Rounding rounding)
{
    return as_money(divide(amount.in_units(), Exact::units_per_cent, rounding));
}

Money round_to_multiple(Exact amount, Money multiple)
{
    verify(multiple.is_positive(), "an instalment multiple is positive");
    const auto count = divide(amount.in_units(), Exact::units_per_cent * multiple.in_cents(), Rounding::half_up);
    return as_money(count * multiple.in_cents());
}

}  // namespace vierkant
