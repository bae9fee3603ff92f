#include "domain/arrears/provision.h"

#include "formats/reference_tables.h"

#include <catch2/catch.hpp>

#include <array>

using namespace vierkant;
using namespace vierkant::arrears;

namespace {

/// Performing 2 %, watch 20 % from 31 days, default 100 % from 91; 60 % is lost of what is not covered.
RiskParameters figures()
{
    return {date(2020, 1, 1),
            {{Stage::performing, {0, percent(2), percent(60)}},
             {Stage::watch, {31, percent(20), percent(60)}},
             {Stage::defaulted, {91, percent(100), percent(60)}}},
            {{CollateralKind::mortgage, percent(75)},
             {CollateralKind::pledge, percent(40)},
             {CollateralKind::guarantee, percent(80)},
             {CollateralKind::deposit, percent(100)},
             {CollateralKind::other, percent(20)}}};
}

Collateral mortgage(std::int64_t euros, std::int64_t prior, int rank)
{
    return {CollateralKind::mortgage, Money::euros(euros), rank, Money::euros(prior), date(2025, 1, 1), {}, {}};
}

const auto day = date(2026, 1, 1);

}  // namespace

TEST_CASE("the days late give the stage, and the stage the provision", "[arrears]")
{
    const auto at = [](int days) { return provision_of(figures(), Money::euros(100'000), days, {}, {}, day); };
    // 100,000 x 2 % x 60 % = 1,200; x 20 % = 12,000; x 100 % = 60,000.
    CHECK(at(0).provision == Money::euros(1'200));
    CHECK(at(30).stage == Stage::performing);
    CHECK(at(31).provision == Money::euros(12'000));
    CHECK(at(90).stage == Stage::watch);
    CHECK(at(91).provision == Money::euros(60'000));
    CHECK(at(91).net() == Money::euros(40'000));
}

TEST_CASE("collateral that holds covers, after a haircut and what comes before us", "[arrears]")
{
    // 200,000 x 75 % = 150,000, less 90,000 of the bank before us: 60,000 covered; 40,000 x 20 % x 60 % = 4,800.
    const std::array second{mortgage(200'000, 90'000, 2)};
    const auto provision = provision_of(figures(), Money::euros(100'000), 45, {}, second, day);
    CHECK(provision.cover == Money::euros(60'000));
    CHECK(provision.provision == Money::euros(4'800));
    CHECK(coverage(second, day, Money::euros(100'000)) == percent(110));
    CHECK_FALSE(coverage(second, day, Money{}));

    auto expired = second;
    expired[0].expires_on = day - 1;
    CHECK(cover_of(figures(), expired, day).is_zero());
    CHECK(cover_of(figures(), expired, day - 1) == Money::euros(60'000));
    auto released = second;
    released[0].released_on = day;
    CHECK(cover_of(figures(), released, day).is_zero());
    const std::array worthless{mortgage(100'000, 90'000, 2)};  // 75,000 - 90,000: not less than nothing
    CHECK(cover_of(figures(), worthless, day).is_zero());
    const std::array more{mortgage(900'000, 0, 1)};
    CHECK(provision_of(figures(), Money::euros(100'000), 120, {}, more, day).provision.is_zero());
}

TEST_CASE("an officer's word goes before the days late, from its day until the next", "[arrears]")
{
    const std::array said{RiskOverride{date(2025, 6, 1), Stage::defaulted}, RiskOverride{date(2025, 12, 1), {}}};
    const auto on = [&](Date d) { return provision_of(figures(), Money::euros(100), 0, said, {}, d); };
    CHECK(on(date(2025, 5, 31)).stage == Stage::performing);
    CHECK(on(date(2025, 6, 1)).stage == Stage::defaulted);
    CHECK(on(date(2025, 6, 1)).overridden);
    CHECK(on(date(2025, 12, 1)).stage == Stage::performing);
    CHECK_FALSE(on(date(2025, 12, 1)).overridden);
}

TEST_CASE("risk parameters that are not whole are refused", "[arrears]")
{
    const std::string head = "valid_from,parameter,code,value_percent,days_late,source\n";
    CHECK_FALSE(formats::read_risk_parameters(head + "2014-01-01,probability,performing,2.00,0,x\n", "risk.csv"));
    CHECK_FALSE(formats::read_risk_parameters(head + "2014-01-01,probability,fine,2.00,0,x\n", "risk.csv"));
}
