#include "formats/application_json.h"

#include "base/bsn.h"
#include "formats/scheme_files.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

Result<schemes::Application> application(const std::string& what = "", const std::string& with = "")
{
    return formats::read_application(changed(example_of("investment-loan"), what, with), "a.json");
}

}  // namespace

TEST_CASE("A wrong application is refused with the place", "[formats]")
{
    REQUIRE(application());
    CHECK(application()->amount == Money::euros(250'000));
    CHECK(schemes::investment_of(*application()) == Money::euros(600'000));
    struct Wrong {
        std::string what;
        std::string with;
        std::string where;
    };
    const std::vector<Wrong> all{
        {"\"250000.00\"", "\"-1\"", "/amount"},
        {"\"250000.00\"", "\"1.005\"", "/amount"},
        {"\"250000.00\"", "250000", "/amount"},
        {"\"480000.00\"", "\"0.00\"", "/investment_plan/0/amount"},
        {"2026-03-02", "2026-02-30", "/received_on"},
        {"2026-03-02", "1899-12-31", "/received_on"},
        {"Tweede", "999990007", "/purpose"},
        {"Matrijzen", "voor 999990007", "/investment_plan/1/description"},
        {"Weglaten voor", "123 456 782", "/_term_months"},
        {"\"jobs\": 1,", "\"jobs\": -1,", "/jobs/1/jobs"},
        {"\"made\"", "\"given\"", "/jobs/0/kind"},
        {"\"50.00\"", "\"100.01\"", "/collateral"},
        {"\"satisfactory\"", "\"fine\"", "/rating"},
        {"\"2023/2831\"", "\"2023\"", "/de_minimis_aid/0/regulation"},
        {"\"fiscal_year_starts\": 1", "\"fiscal_year_starts\": 13", "/fiscal_year_starts"},
        {"\"purpose\"", "\"purpos\"", "/purpose"},
        {"\"term_months\"", "\"term\"", "/term"},
        {"\"double_funding\": false", "\"double_funding\": \"no\"", "/double_funding"},
        {"\"rating\"", "\"foreign_parent\": \"Duitsland\", \"rating\"", "/foreign_parent"},
    };
    for (const auto& wrong : all) {
        INFO(wrong.what << " -> " << wrong.with);
        const auto read = application(wrong.what, wrong.with);
        REQUIRE_FALSE(read);
        CHECK(read.refusal().cause == Cause::bad_input);
        CHECK(read.refusal().where == "a.json " + wrong.where);
    }
}

TEST_CASE("An amount in cents is no citizen service number", "[formats]")
{
    REQUIRE(contains_bsn("111222333"));
    CHECK(application("\"480000.00\"", "\"111222333.00\""));
    CHECK_FALSE(application("\"480000.00\"", "\"111222333\""));
}

TEST_CASE("An application written down reads the same", "[formats]")
{
    for (const auto& code : scheme_codes) {
        const auto file = example_of(code);
        const auto read = formats::read_application(text_of(file), file);
        REQUIRE(read);
        const auto written = formats::application_json(*read).dump();
        const auto again = formats::read_application(written, "again");
        REQUIRE(again);
        CHECK(formats::application_json(*again).dump() == written);
    }
}
