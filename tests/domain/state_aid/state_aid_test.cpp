#include "domain/state_aid/de_minimis.h"
#include "domain/state_aid/equivalent.h"

#include "base/exact.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::state_aid;

namespace {

Rate rate(std::string_view text)
{
    return *parse_percent(text);
}

const SafeHarbourLimits since_2024{Money::euros(1'500'000), Money::euros(750'000)};

}  // namespace

TEST_CASE("The equivalent of a yearly linear loan is that of the domain handbook, E, example 1", "[state_aid]")
{
    std::vector<BenefitPeriod> periods;
    for (int year = 1; year <= 5; ++year) {
        periods.push_back({Money::euros(300'000 - 50'000 * year), 12, 12 * year, rate("2.00")});
    }
    CHECK(equivalent(periods, rate("4.39"), rate("3.19")) == Money::cents(16'671'27));
    CHECK(equivalent(periods, rate("4.39"), rate("4.39")) == Money::cents(16'238'23));
    CHECK(equivalent(periods, rate("2.00"), rate("3.19")).is_zero());
}

TEST_CASE("The equivalent of a monthly annuity is that of the domain handbook, E, example 2", "[state_aid]")
{
    std::vector<BenefitPeriod> periods;
    auto balance = Money::euros(500'000);
    for (int month = 1; month <= 120; ++month) {
        periods.push_back({balance, 1, month, rate("3.00")});
        const auto due = round(interest(balance, rate("3.00"), YearFraction::of(1, 12)), Rounding::half_up);
        balance -= std::min(balance, Money::cents(4'828'04) - due);
    }
    CHECK(equivalent(periods, rate("8.71"), rate("3.21")) == Money::cents(135'747'57));
    CHECK(equivalent(periods, rate("8.71"), rate("8.71")) == Money::cents(115'231'95));
}

TEST_CASE("The safe harbour is 0.04 x principal x years, under its conditions (handbook E)", "[state_aid]")
{
    const SafeHarbourLoan loan{Money::euros(250'000), 60, percent(50), false};
    CHECK(safe_harbour(loan, since_2024) == Money::euros(50'000));
    CHECK(safe_harbour({Money::euros(1'500'000), 60, percent(50), false}, since_2024) == Money::euros(300'000));
    CHECK(safe_harbour({Money::euros(500'000), 120, percent(60), false}, since_2024) == Money::euros(200'000));
    CHECK_FALSE(safe_harbour({Money::euros(750'001), 61, percent(50), false}, since_2024));
    CHECK_FALSE(safe_harbour({Money::euros(250'000), 121, percent(50), false}, since_2024));
    CHECK_FALSE(safe_harbour({Money::euros(250'000), 60, rate("49.99"), false}, since_2024));
    CHECK_FALSE(safe_harbour({Money::euros(250'000), 60, percent(50), true}, since_2024));
}

TEST_CASE("De minimis aid counts for three years, from day to day (Regulation 2023/2831, art. 3)", "[state_aid]")
{
    const std::vector<AwardedAid> aid{{date(2023, 3, 1), Money::euros(100'000)},
                                      {date(2023, 3, 2), Money::euros(50'000)},
                                      {date(2025, 7, 1), Money::euros(120'000)},
                                      {date(2026, 3, 2), Money::euros(90'000)}};
    CHECK(counted(aid, date(2026, 3, 1)) == Money::euros(170'000));
    CHECK(room(aid, date(2026, 3, 1), Money::euros(300'000)) == Money::euros(130'000));
    CHECK(room(aid, date(2026, 2, 28), Money::euros(200'000)).is_zero());
}
