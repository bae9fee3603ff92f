#include "usecases/init_administration.h"

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::testing;

TEST_CASE("a new administration holds the plan and its funds", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        const auto receipt = usecases::init_administration(connection, task("init", date(2026, 1, 1)), "", "");
        REQUIRE(static_cast<bool>(receipt));
        // Action plan 2014: 23 rows adding up to EUR 76,050,000 where EUR 75 million is asked (domain.md, A).
        CHECK(receipt->measures == 23);
        CHECK(receipt->measures_sum == Money::euros(76'050'000));
        CHECK(receipt->asked == Money::euros(75'000'000));
        CHECK(storage::sum_of_measures(connection) == Money::euros(76'050'000));
        // Annex 1: 19 sectors with 19,552 establishments and 115,159 jobs; 22 industries with 934 and 18,438.
        CHECK(connection.number("SELECT CAST(SUM(establishments) AS BIGINT) FROM baseline WHERE kind = 'sector'", {},
                                0) == 19'552);
        CHECK(connection.number("SELECT CAST(SUM(jobs) AS BIGINT) FROM baseline WHERE kind = 'sector'", {}, 0) ==
              115'159);
        CHECK(connection.number("SELECT CAST(SUM(establishments) AS BIGINT) FROM baseline WHERE kind = 'industry'", {},
                                0) == 934);
        CHECK(connection.number("SELECT CAST(SUM(jobs) AS BIGINT) FROM baseline WHERE kind = 'industry'", {}, 0) ==
              18'438);
        // M01, M09, M10 and M11: EUR 35.5 million.
        Money capital;
        for (const auto& fund : receipt->funds) {
            capital += fund.capital;
            CHECK(fund.available() == fund.capital);
        }
        CHECK(capital == Money::euros(35'500'000));
        REQUIRE(receipt->funds.front().code == "revolving");
        CHECK(receipt->funds.front().capital == Money::euros(10'000'000));
        Money debit;
        Money credit;
        for (const auto& row : storage::trial_balance(connection, date(2026, 1, 1)))
            debit += row.debit, credit += row.credit;
        CHECK(debit == Money::euros(35'500'000));
        CHECK(debit == credit);
        CHECK(usecases::verify_administration(connection).empty());

        const auto again = usecases::init_administration(connection, task("init", date(2026, 1, 2)), "", "");
        REQUIRE_FALSE(static_cast<bool>(again));
        CHECK(again.refusal().text->code == "usecases.already_there");
    });
}

TEST_CASE("a programme file that is wrong makes nothing", "[usecases]")
{
    storage::Connection connection{":memory:"};
    const auto receipt = usecases::init_administration(connection, task("init", date(2026, 1, 1)), "{}", "plan.json");
    REQUIRE_FALSE(static_cast<bool>(receipt));
    CHECK(receipt.refusal().cause == Cause::bad_input);
    CHECK_FALSE(storage::has_schema(connection));
}
