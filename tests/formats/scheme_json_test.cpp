#include "formats/scheme_json.h"

#include "formats/programme_json.h"
#include "formats/scheme_files.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

Result<schemes::Scheme> scheme(const std::string& what, const std::string& with)
{
    return formats::read_scheme(changed("data/schemes/investment-loan.2024.json", what, with), "s.json");
}

}  // namespace

TEST_CASE("The five schemes of the plan are read, each paid by a fund and a measure of the programme", "[formats]")
{
    const auto programme = formats::read_programme(text_of("data/programme/vierkant.json"), "vierkant.json");
    REQUIRE(programme);
    std::set<std::string> found;
    for (const auto& edition : all_editions()) {
        found.insert(edition.code);
        INFO(edition.code);
        const auto fund = std::find_if(programme->funds.begin(), programme->funds.end(),
                                       [&](const auto& plan) { return plan.code == edition.fund; });
        REQUIRE(fund != programme->funds.end());
        CHECK(fund->measure == edition.measure);
        CHECK(edition.decision_weeks.value == 8);
        CHECK(edition.sectors.value.size() == 3);
        CHECK(edition.municipalities.value.size() == 4);
        CHECK_FALSE(edition.amount_most.source.nl.empty());
    }
    CHECK(found == scheme_codes);
}

TEST_CASE("From the plan's first day on, each day has one edition of each scheme", "[formats]")
{
    const auto editions = all_editions();
    for (const auto& code : scheme_codes) {
        for (auto day = date(2014, 7, 1); day < date(2030, 1, 1); day = add_months(day, 1)) {
            INFO(code << " " << to_text(day));
            const auto holding = std::count_if(editions.begin(), editions.end(), [&](const auto& edition) {
                return edition.code == code && edition.from <= day && (!edition.until || day <= *edition.until);
            });
            CHECK(holding == 1);
        }
    }
    CHECK(edition_on(editions, "investment-loan", date(2023, 12, 31))->amount_most.value == Money::euros(1'000'000));
    CHECK(edition_on(editions, "investment-loan", date(2024, 1, 1))->amount_most.value == Money::euros(1'500'000));
}

TEST_CASE("A wrong scheme is refused with the place", "[formats]")
{
    CHECK(scheme("\"logistics\"]", "\"sport\"]").refusal().where == "s.json /sectors/value");
    CHECK(scheme("\"GM0160\"", "\"0160\"").refusal().where == "s.json /municipalities/value");
    CHECK(scheme("\"25000.00\"", "\"2500000.00\"").refusal().where == "s.json /amount_most");
    CHECK(scheme("\"jobs_least\"", "\"job_least\"").refusal().where == "s.json /job_least");
    CHECK(scheme("\"source\": \"proposal\"", "\"source\": \"hearsay\"").refusal().where ==
          "s.json /amount_least/source");
    CHECK(scheme("\"offer\"", "\"_offer\"").refusal().where == "s.json /offer");
    CHECK(scheme("\"instrument\": \"loan\"", "\"instrument\": \"grant-per-worker\"").refusal().where ==
          "s.json /offer");
    CHECK(scheme("\"annuity\"", "\"custom\"").refusal().where == "s.json /offer/value/method");
    CHECK(scheme("\"principal_grace\": 0", "\"principal_grace\": 60").refusal().where ==
          "s.json /offer/value/instalments");
}
