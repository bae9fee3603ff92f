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

constexpr int value_bits = 40;
constexpr int most_payments = 4'096;  // worth less than 2^12: times a cent's units it fits

/// What a payment of 1 each period is worth now, in units of 2^-40, between two bounds: Horner from the last period
/// back, V = 1 + V / f. Empty where it would not fit.
std::optional<Bounds> value_of_payments(std::span<const Growth> later)
{
    constexpr std::uint64_t one_payment = std::uint64_t{1} << value_bits;
    constexpr auto one = static_cast<std::uint64_t>(Exact::units_per_cent);
    if (later.size() >= most_payments) return std::nullopt;
    Bounds value{one_payment, one_payment};
    for (auto at = later.rbegin(); at != later.rend(); ++at) {
        const auto factor = one + static_cast<std::uint64_t>(at->units);
        value.low = one_payment + static_cast<std::uint64_t>(static_cast<Wide>(value.low) * one / factor);
        value.high = one_payment + static_cast<std::uint64_t>(static_cast<Wide>(value.high) * one / factor) + 1;
    }
    return value;
}

/// The same of `count` payments where every period grows alike: V = (1 - w^count) (q + p) / p, w = q / (q + p).
Bounds value_of_equal_payments(Growth growth, int count)
{
    if (growth.units == 0) {
        const auto value = static_cast<std::uint64_t>(count) << value_bits;
        return {value, value};
    }
    const auto [p, q] = small_growth(growth);
    const auto left = discount(p, q, count);
    const auto value_at = [&, p = p, q = q](std::uint64_t of_one) {
        const auto discounted = (Wide{1} << 64) - of_one;
        return static_cast<std::uint64_t>(discounted * (q + p) / (Wide{p} << (64 - value_bits)));
    };
    return {value_at(left.high), value_at(left.low) + 1};
}

/// The nearest multiple, half up, of owed / V where both bounds of V give the same.
std::optional<Money> fast_level_payment(Exact owed, Bounds value, Money multiple)
{
    if (owed.in_units() < 0 || owed.in_units() >= (Exact::Units{1} << (126 - value_bits))) return std::nullopt;
    const auto numerator = static_cast<Wide>(owed.in_units()) << value_bits;
    const auto step = static_cast<Wide>(Exact::units_per_cent) * static_cast<Wide>(multiple.in_cents());
    const auto count_at = [&](std::uint64_t bound) -> std::optional<Wide> {
        Wide denominator{};
        if (__builtin_mul_overflow(step, Wide{bound} * 2, &denominator)) return std::nullopt;
        if (denominator > (Wide{1} << 126)) return std::nullopt;
        return (2 * numerator + denominator / 2) / denominator;
    };
    const auto least = count_at(value.high);
    const auto most = count_at(value.low);
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
    if (const auto value = value_of_payments(later)) {
        if (const auto fast = fast_level_payment(owed, *value, multiple)) return *fast;
    }
    return exact_level_payment(owed, later, multiple);
}

Money level_payment(Money principal, Exact interest, Growth growth, int later_count, Money multiple)
{
    verify(growth.units >= 0 && later_count >= 0, "a level payment repays a principal");
    const auto owed = Exact::of(principal) + interest;
    if (later_count < most_payments) {
        const auto value = value_of_equal_payments(growth, later_count + 1);
        if (const auto fast = fast_level_payment(owed, value, multiple)) return *fast;
    }
    return exact_level_payment(owed, std::vector<Growth>(static_cast<std::size_t>(later_count), growth), multiple);
}

}  // namespace vierkant::lending
