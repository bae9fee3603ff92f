#include "domain/lending/level_payment.h"

#include <rapidcheck.h>
#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>

#include <vector>

using namespace vierkant;
using namespace vierkant::lending;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

/// The textbook formula P i / (1 - (1 + i)^-n) in exact fractions, rounded half up: slow and obvious.
Money textbook(Money principal, cpp_rational rate, int periods)
{
    cpp_rational growth = 1;
    for (int i = 0; i < periods; ++i) growth *= 1 + rate;
    const cpp_rational payment =
        rate == 0 ? cpp_rational{principal.in_cents()} / periods : principal.in_cents() * rate * growth / (growth - 1);
    const cpp_rational half_up = payment + cpp_rational{1, 2};
    return Money::cents(static_cast<std::int64_t>(cpp_int{numerator(half_up) / denominator(half_up)}));
}

/// What `principal` bears in one period.
Exact interest_of(Money principal, Growth growth)
{
    return Exact::units(static_cast<Exact::Units>(principal.in_cents()) * growth.units);
}

/// The level payment of equal periods, the one that ends now included.
Money level_of(Money principal, Growth growth, int periods, Money multiple = Money::cents(1))
{
    return level_payment(principal, interest_of(principal, growth), growth, periods - 1, multiple);
}

Growth monthly(std::int64_t millionths)
{
    return {millionths * (Exact::years_base / 12)};
}

}  // namespace

TEST_CASE("the level payment is the textbook annuity", "[lending]")
{
    // domain.md E, example 2: EUR 500,000, 120 months, 3.00 % a year: 4,828.04.
    CHECK(level_of(Money::euros(500'000), monthly(30'000), 120) == Money::cents(482'804));
    // Without interest it is the principal divided by the periods.
    CHECK(level_of(Money::euros(1'200), monthly(0), 12) == Money::euros(100));
    // Rounded to whole tens of euros.
    CHECK(level_of(Money::euros(500'000), monthly(30'000), 120, Money::euros(10)) == Money::euros(4'830));
    CHECK(level_of(Money::euros(100), monthly(1'000'000), 1) == Money::cents(10'833));
}

TEST_CASE("fast and exact level payments agree with the formula to the cent", "[lending]")
{
    CHECK(rc::check([] {
        const auto principal = Money::cents(*rc::gen::inRange<std::int64_t>(1, 5'000'000'000));
        const auto millionths = *rc::gen::inRange<std::int64_t>(0, 250'000);
        const auto periods = *rc::gen::inRange(1, 241);
        const auto expected = textbook(principal, cpp_rational{millionths, 12'000'000}, periods);
        const auto growth = monthly(millionths);
        RC_ASSERT(level_of(principal, growth, periods) == expected);
        const std::vector<Growth> later(static_cast<std::size_t>(periods) - 1, growth);
        RC_ASSERT(level_payment(principal, interest_of(principal, growth), later, Money::cents(1)) == expected);
    }));
}

TEST_CASE("a level payment after a change in a period is the same by equal and by any periods", "[lending]")
{
    CHECK(rc::check([] {
        const auto principal = Money::cents(*rc::gen::inRange<std::int64_t>(1, 5'000'000'000));
        const auto growth = monthly(*rc::gen::inRange<std::int64_t>(0, 250'000));
        const auto periods = *rc::gen::inRange(1, 241);
        // Interest of the period that ends now: of part of it, or over what was paid ahead too.
        const auto now = Exact::of(Money::cents(*rc::gen::inRange<std::int64_t>(0, 100'000'000)));
        // owed = A (1 + w + w^2 + ...), in exact fractions, w = 1 / (1 + growth).
        const cpp_rational w{cpp_int{Exact::units_per_cent}, cpp_int{Exact::units_per_cent} + growth.units};
        cpp_rational value = 1;
        for (int i = 1; i < periods; ++i) value = 1 + w * value;
        const cpp_rational owed =
            principal.in_cents() + cpp_rational{cpp_int{now.in_units()}, cpp_int{Exact::units_per_cent}};
        const cpp_rational half_up = owed / value + cpp_rational{1, 2};
        const auto expected =
            Money::cents(static_cast<std::int64_t>(cpp_int{numerator(half_up) / denominator(half_up)}));
        RC_ASSERT(level_payment(principal, now, growth, periods - 1, Money::cents(1)) == expected);
        const std::vector<Growth> later(static_cast<std::size_t>(periods) - 1, growth);
        RC_ASSERT(level_payment(principal, now, later, Money::cents(1)) == expected);
    }));
}
