#include "domain/grants/eligible_cost.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::grants;

namespace {

// NIOF 2013: external advice 50 %, building a prototype 35 %, materials 35 %, each at most EUR 100,000.
const std::vector<CostCategory> niof{{"advice", percent(50), Money::euros(100'000)},
                                     {"prototype", percent(35), Money::euros(100'000)},
                                     {"materials", percent(35), Money::euros(100'000)}};

}  // namespace

TEST_CASE("the loan for proof production is a share of the eligible cost per category")
{
    // By hand: 20,000 x 50 % = 10,000; 60,000 x 35 % = 21,000; 12,345.67 x 35 % = 4,320.98(45), down. Together
    // 35,320.98.
    const std::vector<CostLine> plan{{"advice", Money::euros(20'000)},
                                     {"prototype", Money::euros(40'000)},
                                     {"materials", Money::cents(1'234'567)},
                                     {"prototype", Money::euros(20'000)}};
    CHECK(*supported(plan, niof, Money::euros(100'000)) == Money::cents(3'532'098));
    CHECK(*supported(plan, niof, Money::euros(30'000)) == Money::euros(30'000));
    // 300,000 x 35 % would be 105,000.
    CHECK(*supported({{"prototype", Money::euros(300'000)}}, niof, Money::euros(500'000)) == Money::euros(100'000));
}

TEST_CASE("cost of another kind, or negative cost, is refused")
{
    const auto hours = supported({{"own-hours", Money::euros(1)}}, niof, Money::euros(1));
    REQUIRE_FALSE(hours);
    CHECK(hours.refusal().text->code == "grants.unknown_category");
    const auto negative = supported({{"advice", Money::cents(-1)}}, niof, Money::euros(1));
    REQUIRE_FALSE(negative);
    CHECK(negative.refusal().text->code == "grants.negative_cost");
}

TEST_CASE("invoices are paid as they come, within the award")
{
    const std::vector<CostLine> first{{"prototype", Money::euros(40'000)}};
    CHECK(*payable(first, niof, Money::euros(30'000), Money{}) == Money::euros(14'000));
    CHECK(*payable(first, niof, Money::euros(30'000), Money::euros(14'000)) == Money{});
    const std::vector<CostLine> all{{"prototype", Money::euros(100'000)}};
    CHECK(*payable(all, niof, Money::euros(30'000), Money::euros(14'000)) == Money::euros(16'000));
}

TEST_CASE("unused cost lowers the principal at settlement")
{
    // Awarded 35,000 on 100,000 of cost; 80,000 was made: 28,000.
    const std::vector<CostLine> made{{"prototype", Money::euros(80'000)}};
    const auto settled = settle(made, niof, Money::euros(35'000), Money::euros(30'000));
    REQUIRE(settled);
    CHECK(settled->principal == Money::euros(28'000));
    CHECK(settled->released == Money::euros(7'000));
    CHECK(settled->overpaid == Money::euros(2'000));
}
