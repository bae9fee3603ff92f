#include "formats/scheme_files.h"
#include "formats/scheme_json.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

Result<schemes::Scheme> scheme(const std::string& what, const std::string& with)
{
    return formats::read_scheme(changed("data/schemes/investment-loan.2024.json", what, with), "s.json");
}

std::string wrong(const std::string& what, const std::string& with)
{
    const auto read = scheme(what, with);
    if (read) return "";
    return std::string{read.refusal().text->code} + " " + read.refusal().where;
}

}  // namespace

TEST_CASE("Every shipped scheme says what it does about arrears: loans by civil law, grants by public law", "[formats]")
{
    for (const auto& edition : all_editions()) {
        INFO(edition.code);
        REQUIRE(edition.dunning);
        const auto& plan = edition.dunning->value;
        CHECK(plan.interest == arrears::LateRate::non_commercial);
        if (edition.offer) {
            CHECK(plan.steps.size() == 3);
            CHECK_FALSE(plan.steps[1].fee);
        } else {
            // Awb 4:112: one demand, of two weeks; 4:113: a fee of 7 or 15 euro.
            REQUIRE(plan.steps.size() == 1);
            CHECK(plan.steps[0].kind == arrears::StepKind::demand);
            CHECK(plan.steps[0].days_to_pay == 14);
            REQUIRE(plan.steps[0].fee);
            CHECK(plan.steps[0].fee->of(Money::cents(49'999)) == Money::euros(7));
            CHECK(plan.steps[0].fee->of(Money::euros(500)) == Money::euros(15));
        }
    }
}

TEST_CASE("A letter that names an unknown field, or letters out of order, are refused at their place", "[formats]")
{
    CHECK(wrong("{amount_late} euro nog niet", "{bsn} euro nog niet") ==
          "arrears.field_unknown s.json /dunning/value/steps/0/nl");
    CHECK(wrong("\"Dear sir or madam,\"", "\"Dear sir or madam{\"") ==
          "arrears.brace_open s.json /dunning/value/steps/0/en");
    CHECK(wrong("\"days_late\": 28", "\"days_late\": 7") == "arrears.steps_out_of_order s.json /dunning/value/steps");
    CHECK(wrong("\"kind\": \"demand\"", "\"kind\": \"reminder\"") ==
          "arrears.steps_out_of_order s.json /dunning/value/steps");
    CHECK(wrong("\"default_interest\": \"non-commercial\"", "\"default_interest\": \"agreed\"") ==
          "arrears.late_rate_missing s.json /dunning/value/steps");
    CHECK(wrong("\"default_interest\": \"non-commercial\"",
                "\"default_interest\": \"agreed\", \"annual_percent\": \"8.00\"")
              .empty());
    CHECK_FALSE(wrong("\"grace_days\": 5", "\"grace_days\": -1").empty());
}
