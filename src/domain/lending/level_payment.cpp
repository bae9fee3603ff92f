#include "domain/lending/level_payment.h"

#include "base/result.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <numeric>
#include <optional>
#include <vector>

namespace vierkant::lending {

namespace {

using boost::multiprecision::cpp_int;
__extension__ using Wide = unsigned __int128;

Money nearest_multiple(const cpp_int& numerator, const cpp_int& denominator, Money multiple)
{
    const cpp_int step = denominator * multiple.in_cents();
    const cpp_int count = (2 * numerator + step) / (2 * step);
    return Money::cents(static_cast<std::int64_t>(cpp_int{count * multiple.in_cents()}));
}

struct Bounds {
    std::uint64_t low;
    std::uint64_t high;
};

/// (q / (q + p)) ^ count in units of 2^-64, between two bounds: every multiplication is rounded down for the lower and
/// up for the upper bound. p > 0, so the value is below 1.
Bounds discount(std::uint64_t p, std::uint64_t q, int count)
{
    const auto multiply_down = [](std::uint64_t a, std::uint64_t b) {
        return static_cast<std::uint64_t>((static_cast<Wide>(a) * b) >> 64);
    };
    const auto multiply_up = [](std::uint64_t a, std::uint64_t b) {
        const auto up = ((static_cast<Wide>(a) * b) >> 64) + 1;
        return up > UINT64_MAX ? UINT64_MAX : static_cast<std::uint64_t>(up);
    };
    const auto once = static_cast<std::uint64_t>((static_cast<Wide>(q) << 64) / (q + p));
    Bounds power{once, once + 1};
    Bounds result{UINT64_MAX, UINT64_MAX};
    bool is_one = true;
    for (auto left = static_cast<unsigned>(count); left > 0; left >>= 1) {
        if ((left & 1U) != 0) {
            result =
                is_one ? power : Bounds{multiply_down(result.low, power.low), multiply_up(result.high, power.high)};
            is_one = false;
        }
        power = {multiply_down(power.low, power.low), multiply_up(power.high, power.high)};
    }
    return result;
}

/// What is rounded: principal x p / (q x (1 - w)) in multiples, as a fraction; empty where it would not fit 128 bits.
struct Fraction {
    Wide numerator;
    Wide denominator;
};
std::optional<Fraction> multiples_for(std::uint64_t principal, std::uint64_t p, std::uint64_t q, std::uint64_t w,
                                      std::uint64_t multiple)
{
    Fraction f{};
    if (__builtin_mul_overflow(static_cast<Wide>(principal) * p, Wide{1} << 64, &f.numerator)) return std::nullopt;
    if (__builtin_mul_overflow((Wide{1} << 64) - w, static_cast<Wide>(q) * multiple, &f.denominator)) {
        return std::nullopt;
    }
    if (f.numerator > (Wide{1} << 125) || f.denominator > (Wide{1} << 124)) return std::nullopt;
    return f;
}

/// Growth as a fraction p / q of numbers as small as is quickly found.
struct SmallGrowth {
    std::uint64_t p;
    std::uint64_t q;
};
SmallGrowth small_growth(Growth growth)
{
    // Whole months are most of all periods: millionths of a year's twelfths.
    constexpr auto one = static_cast<std::int64_t>(Exact::units_per_cent);
    constexpr std::int64_t month = Exact::years_base / 12;
    const auto common = growth.units % month == 0 ? month : std::gcd(growth.units, one);
    return {static_cast<std::uint64_t>(growth.units / common), static_cast<std::uint64_t>(one / common)};
}

std::optional<Money> fast_level_payment(Money principal, Growth growth, int periods, Money multiple)
{
    const auto [p, q] = small_growth(growth);
    const auto bounds = discount(p, q, periods);
    const auto amount = static_cast<std::uint64_t>(principal.in_cents());
    const auto step = static_cast<std::uint64_t>(multiple.in_cents());
    // More discount, higher instalment: the truth lies between the two. Where both round alike, that is the answer.
    const auto low = multiples_for(amount, p, q, bounds.low, step);
    const auto high = multiples_for(amount, p, q, bounds.high, step);
    if (!low || !high) return std::nullopt;
    const auto count = (2 * low->numerator + low->denominator) / (2 * low->denominator);
    const auto above = 2 * high->numerator + high->denominator;  // of 2 x count x denominator and one more
    const auto least = 2 * count * high->denominator;
    if (above < least || above - least >= 2 * high->denominator) return std::nullopt;
    if (count * step > INT64_MAX) return std::nullopt;
    return Money::cents(static_cast<std::int64_t>(count * step));
}

constexpr int value_bits = 40;

/// What a payment of 1 each period is worth now, in units of 2^-40, between two bounds: Horner from the last period
/// back, V = 1 + V / f. Empty where it would not fit.
std::optional<Bounds> value_of_payments(std::span<const Growth> later)
{
    constexpr std::uint64_t one_payment = std::uint64_t{1} << value_bits;
    constexpr auto one = static_cast<std::uint64_t>(Exact::units_per_cent);
    if (later.size() >= 4'096) return std::nullopt;  // V is below 2^12: V x one fits
    Bounds value{one_payment, one_payment};
    for (auto at = later.rbegin(); at != later.rend(); ++at) {
        const auto factor = one + static_cast<std::uint64_t>(at->units);
        value.low = one_payment + static_cast<std::uint64_t>(static_cast<Wide>(value.low) * one / factor);
        value.high = one_payment + static_cast<std::uint64_t>(static_cast<Wide>(value.high) * one / factor) + 1;
    }
    return value;
}

/// The nearest multiple, half up, of owed / V where both bounds of V give the same.
std::optional<Money> fast_level_payment(Exact owed, std::span<const Growth> later, Money multiple)
{
    const auto value = value_of_payments(later);
    if (!value || owed.in_units() < 0 || owed.in_units() >= (Exact::Units{1} << (126 - value_bits)))
        return std::nullopt;
    const auto numerator = static_cast<Wide>(owed.in_units()) << value_bits;
    const auto step = static_cast<Wide>(Exact::units_per_cent) * static_cast<Wide>(multiple.in_cents());
    const auto count_at = [&](std::uint64_t bound) -> std::optional<Wide> {
        Wide denominator{};
        if (__builtin_mul_overflow(step, Wide{bound} * 2, &denominator)) return std::nullopt;
        if (denominator > (Wide{1} << 126)) return std::nullopt;
        return (2 * numerator + denominator / 2) / denominator;
    };
    const auto least = count_at(value->high);
    const auto most = count_at(value->low);
    if (!least || !most || *least != *most) return std::nullopt;
    const auto cents = *least * static_cast<Wide>(multiple.in_cents());
    if (cents > INT64_MAX) return std::nullopt;
    return Money::cents(static_cast<std::int64_t>(cents));
}

/// The same by whole numbers of any length.
Money exact_level_payment(Exact owed, std::span<const Growth> later, Money multiple)
{
    // V = 1 + V / f as a fraction p / q; the payment is owed / V.
    const cpp_int one{static_cast<std::int64_t>(Exact::units_per_cent)};
    cpp_int p = 1;
    cpp_int q = 1;
    for (auto at = later.rbegin(); at != later.rend(); ++at) {
        q *= one + at->units;
        p = q + p * one;
    }
    const auto high = static_cast<std::int64_t>(owed.in_units() / Exact::units_per_cent);
    const auto low = static_cast<std::int64_t>(owed.in_units() % Exact::units_per_cent);
    const cpp_int units = cpp_int{high} * one + low;
    return nearest_multiple(units * q, p * one, multiple);
}

}  // namespace

Money level_payment(Money principal, Exact interest, std::span<const Growth> later, Money multiple)
{
    const auto owed = Exact::of(principal) + interest;
    if (const auto fast = fast_level_payment(owed, later, multiple)) return *fast;
    return exact_level_payment(owed, later, multiple);
}

Money level_payment(Money principal, Growth growth, int later_count, Money multiple)
{
    verify(!principal.is_negative() && growth.units >= 0 && later_count >= 0, "a level payment repays a principal");
    if (growth.units > 0) {
        if (const auto fast = fast_level_payment(principal, growth, later_count + 1, multiple)) return *fast;
    }
    const std::vector<Growth> later(static_cast<std::size_t>(later_count), growth);
    const auto interest = Exact::units(static_cast<Exact::Units>(principal.in_cents()) * growth.units);
    return level_payment(principal, interest, later, multiple);
}

}  // namespace vierkant::lending
