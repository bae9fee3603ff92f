#include "domain/forecast/band.h"

#include <catch2/catch.hpp>

#include <string>

using namespace vierkant;
using namespace vierkant::forecast;

namespace {

Scenario risky(Rate yearly)
{
    Scenario scenario;
    scenario.default_performing = yearly;
    scenario.recovery = percent(40);
    scenario.recovery_months = 6;
    scenario.late_months = 0;
    scenario.new_loan = {Money::euros(10'000), percent(4), 20, 0};
    return scenario;
}

/// Forty loans of EUR 12,000.00 in a year, on 31 December.
Position forty_loans()
{
    Position position;
    position.as_of = date(2026, 12, 31);
    position.capital = Money::euros(500'000);
    position.cash = Money::euros(20'000);
    for (int i = 0; i < 40; ++i) {
        position.loans.push_back({arrears::Stage::performing,
                                  Money::euros(12'000),
                                  {},
                                  {},
                                  plan_of({{}, percent(4), 12, 0}, Money::euros(12'000))});
    }
    return position;
}

Bands drawn(Rate yearly, std::uint64_t seed = 7)
{
    return draw_bands(forty_loans(), risky(yearly), 12, Policy::hold, 2'000, seed);
}

Money width(const Band& band)
{
    return band.p90 - band.p10;
}

}  // namespace

TEST_CASE("a chance of a year is twelve chances of a month", "[forecast]")
{
    // 1 - (1 - 0.20)^(1/12) = 0.01842347012624...; x 2^40 = 20,256,819,628
    CHECK(std::abs(monthly(percent(20)).parts() - 20'256'819'628) <= 12);
    CHECK(monthly(percent(0)).parts() == 0);
    CHECK(monthly(percent(100)).parts() == Chance::certain);
    const auto table = survival(monthly(percent(20)), 12);
    CHECK(std::abs(table[12].parts() - Chance::of(percent(80)).parts()) <= 12);
}

TEST_CASE("the generator is the one of the standard", "[forecast]")
{
    // ISO C++ [rand.predef]: the 10000th number of a mt19937_64 with its own seed is 9981545732273789042.
    Draws draws{std::mt19937_64::default_seed};
    for (int i = 1; i < 10'000; ++i) draws.draw();
    CHECK(draws.draw() == static_cast<std::int64_t>(std::uint64_t{9'981'545'732'273'789'042U} >> 24U));
}

TEST_CASE("a month of default comes as often as its chance says", "[forecast]")
{
    const auto half = survival(Chance::of(percent(50)), 3);
    Draws draws{2014};
    std::array<int, 4> seen{};
    for (int i = 0; i < 80'000; ++i) ++seen.at(static_cast<std::size_t>(draws.month_of_default(half)));
    // 1/8 outlive three months; 1/2, 1/4 and 1/8 default in them. Five standard deviations are about 700 at most.
    CHECK(std::abs(seen[0] - 10'000) < 500);
    CHECK(std::abs(seen[1] - 40'000) < 750);
    CHECK(std::abs(seen[2] - 20'000) < 650);
    CHECK(std::abs(seen[3] - 10'000) < 500);
}

TEST_CASE("a quantile is the nearest rank", "[forecast]")
{
    std::vector<Money> ten;
    for (int i = 1; i <= 10; ++i) ten.push_back(Money::euros(i));
    CHECK(quantile(ten, percent(10)) == Money::euros(1));
    CHECK(quantile(ten, percent(11)) == Money::euros(2));
    CHECK(quantile(ten, percent(50)) == Money::euros(5));
    CHECK(quantile(ten, percent(90)) == Money::euros(9));
    CHECK(quantile(ten, percent(100)) == Money::euros(10));
}

TEST_CASE("the same seed gives the same band, another seed another", "[forecast]")
{
    const auto once = drawn(percent(10));
    const auto again = drawn(percent(10));
    CHECK(once.capacity == again.capacity);
    CHECK(once.room == again.room);
    CHECK_FALSE(once.room == drawn(percent(10), 8).room);
}

TEST_CASE("without defaults there is no band", "[forecast]")
{
    const auto bands = drawn(percent(0));
    for (const auto& band : bands.capacity) CHECK(width(band).is_zero());
    // 20,000 + 40 x (12,000 + 260.00 interest) after the year.
    CHECK(bands.capacity.back().p50 == Money::euros(20'000 + 40 * 12'260));
}

TEST_CASE("the band widens with the chance of default and with time", "[forecast]")
{
    auto before = Money{};
    for (const int yearly : {1, 5, 15, 30}) {
        const auto now = width(drawn(percent(yearly)).capacity.back());
        INFO(yearly);
        CHECK(now > before);
        before = now;
    }
    const auto bands = drawn(percent(15));
    CHECK(width(bands.capacity[6]) > width(bands.capacity[2]));
}

TEST_CASE("the mean of many courses is the expected course", "[forecast]")
{
    const auto scenario = risky(percent(10));
    const Simulation simulation{forty_loans(), scenario, 12, Policy::hold};
    Draws draws{1};
    std::int64_t sum = 0;
    constexpr int courses = 4'000;
    for (int i = 0; i < courses; ++i) sum += simulation.draw(draws).back().cash.in_cents();
    const auto expected = expected_course(forty_loans(), scenario, 12, Policy::hold).back().cash.in_cents();
    // A default costs some 4,000 on average, of 4 in 40: a standard deviation of about 9,000, and of the mean 140.
    CHECK(std::abs(sum / courses - expected) < 70'000);
}

TEST_CASE("an award fits where nothing lacks later, and the answer says when", "[forecast]")
{
    Assumptions assumptions;
    assumptions.sure = percent(90);
    assumptions.likely = percent(50);
    const auto bands = drawn(percent(0));  // 20,000 now, and 40,000 principal with falling interest each month
    const auto say = [&](int euros, int month) { return can_award(bands, assumptions, Money::euros(euros), month); };
    CHECK(say(20'000, 0).answer == Answer::yes);
    CHECK(say(20'001, 0).answer == Answer::no);
    CHECK(say(20'001, 0).sure == 2);  // January brings 41,600.00: there on 1 February
    CHECK(say(61'600, 2).answer == Answer::yes);
    CHECK(say(61'601, 2).answer == Answer::no);
    CHECK(say(1'000'000, 2).sure == std::nullopt);

    const auto risky_bands = drawn(percent(15));
    const auto middle = can_award(risky_bands, assumptions, risky_bands.room[9][1'000], 9);
    CHECK(middle.answer == Answer::likely);
    CHECK(middle.chance >= percent(50));
    CHECK(middle.chance < percent(90));
    CHECK(middle.room.p10 < middle.room.p50);
}
