#include "formats/offer_json.h"

#include "formats/scheme_files.h"
#include "formats/scheme_json.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

constexpr auto example = "docs/examples/scheme-investment-loan.json";

}  // namespace

TEST_CASE("An offer says every term of its loans", "[formats]")
{
    const auto scheme = formats::read_scheme(text_of(example), "s.json");
    REQUIRE(scheme);
    const auto& offer = scheme->offer->value;
    CHECK(offer.terms.grace_interest == lending::PeriodInterest::deferred);
    CHECK(offer.terms.due_day == 31);
    CHECK(offer.terms.rolling == lending::Rolling::modified_following);
    CHECK(offer.terms.excess == lending::Excess::lower);
    CHECK(offer.terms.allocation.by == lending::Allocation::By::item);
    CHECK(offer.terms.fees.settled == lending::Fees::Handling::withheld);
    CHECK(offer.terms.fees.handling_fixed == Money::euros(250));
    CHECK(offer.base_rate->margin == percent(1));
    CHECK(offer.base_rate->every_months == 12);
    REQUIRE(offer.tranches.size() == 3);
    CHECK(offer.tranches[1].milestone == "machine geleverd");
    CHECK(offer.tranches[2].after_months == 6);
    CHECK(offer.drawing_months == 12);
}

TEST_CASE("An offer that does not hold together is refused with the place", "[formats]")
{
    struct Case {
        const char* what;
        const char* with;
        const char* where;
        const char* code;
    };
    for (const auto& c :
         {Case{"\"30.00\"", "\"20.00\"", "/offer/value/tranches", "formats.offer_shares_differ"},
          Case{"\"base_rate\"", "\"_base_rate\"", "/offer/value/annual_percent", "formats.offer_rate_once"},
          Case{"\"drawing_months\"", "\"annual_percent\": \"2.00\", \"drawing_months\"", "/offer/value/annual_percent",
               "formats.offer_rate_once"},
          Case{"\"modified_following\"", "\"next\"", "/offer/value/business_day", "formats.unknown_name"},
          Case{"\"principal_grace\": 6", "\"principal_grace\": 60", "/offer/value/instalments",
               "lending.grace_too_long"},
          Case{"\"commitment_percent\": \"0.25\"", "\"commitment_percent\": \"125.00\"", "/offer/value/instalments",
               "lending.fee_out_of_range"},
          Case{"\"drawing_months\": 12", "\"drawing_months\": 0", "/offer/value/drawing_months",
               "formats.not_integer"}}) {
        INFO(c.with);
        const auto read = formats::read_scheme(changed(example, c.what, c.with), "s.json");
        REQUIRE_FALSE(read);
        CHECK(read.refusal().where == "s.json " + std::string{c.where});
        CHECK(std::string{read.refusal().text->code} == c.code);
    }
}

TEST_CASE("A drawing plan is written as it is read", "[formats]")
{
    const auto plan = formats::read_drawing_file(
        R"({"tranches": [{"amount": "150000.00"}, {"amount": "60000.00", "milestone": "machine"},
            {"amount": "40000.00", "from": "2026-09-01"}], "first_drawing": "2026-04-01", "last_drawing": "2026-12-31"})",
        "d.json");
    REQUIRE(plan);
    CHECK(plan->tranches.size() == 3);
    CHECK(plan->last == date(2026, 12, 31));
    formats::Json json;
    formats::write_drawing_plan(json, *plan);
    CHECK(*formats::read_drawing_file(json.dump(), "again") == *plan);

    const auto crossed =
        formats::read_drawing_file(R"({"first_drawing": "2026-04-02", "last_drawing": "2026-04-01"})", "d.json");
    REQUIRE_FALSE(crossed);
    CHECK(crossed.refusal().where == "d.json /last_drawing");
    CHECK(crossed.refusal().in(Language::nl).find("02-04-2026") != std::string::npos);
    CHECK(formats::read_drawing_file(R"({"fees": {}})", "d.json").refusal().where == "d.json /fees");
}
