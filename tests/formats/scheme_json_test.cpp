#include "formats/scheme_json.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace vierkant;

namespace {

std::string changed(const std::string& name, const std::string& what, const std::string& with)
{
    std::ifstream in{std::string{VIERKANT_SOURCE_DIR} + "/" + name};
    std::ostringstream whole;
    whole << in.rdbuf();
    auto text = whole.str();
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

Result<schemes::Scheme> scheme(const std::string& what = "", const std::string& with = "")
{
    return formats::read_scheme(changed("data/schemes/investment-loan.json", what, with), "s.json");
}

Result<schemes::Application> application(const std::string& what = "", const std::string& with = "")
{
    return formats::read_application(changed("docs/examples/application-investment-loan.json", what, with), "a.json");
}

}  // namespace

TEST_CASE("The schemes of the plan are read, each parameter with its source", "[formats]")
{
    REQUIRE(scheme());
    CHECK(scheme()->sectors.value.size() == 3);
    CHECK(scheme()->municipalities.value.size() == 4);
    CHECK(scheme()->amount_most.value == Money::euros(1'000'000));
    CHECK_FALSE(scheme()->amount_most.source.empty());
    CHECK(formats::read_scheme(changed("data/schemes/proof-production-loan.json", "", ""), "p.json"));
}

TEST_CASE("A wrong scheme is refused with the place", "[formats]")
{
    CHECK(scheme("\"logistics\"", "\"sport\"").refusal().where == "s.json /sectors/value");
    CHECK(scheme("GM0160", "0160").refusal().where == "s.json /municipalities/value");
    CHECK(scheme("\"25000.00\"", "\"2500000.00\"").refusal().where == "s.json /amount_most");
    CHECK(scheme("\"jobs_least\"", "\"job_least\"").refusal().where == "s.json /jobs_least");
}

TEST_CASE("The example application is read; a wrong one is refused with the place", "[formats]")
{
    REQUIRE(application());
    CHECK(application()->amount == Money::euros(250'000));
    CHECK(application()->jobs.at(0).kept == 1);
    CHECK(application("\"250000.00\"", "\"-1\"").refusal().where == "a.json /amount");
    CHECK(application("\"250000.00\"", "\"1.005\"").refusal().where == "a.json /amount");
    CHECK(application("2026-03-02", "2026-02-30").refusal().where == "a.json /received_on");
    CHECK(application("Tweede", "999990007").refusal().where == "a.json /purpose");
    CHECK(application("\"made\": 1", "\"made\": -1").refusal().where == "a.json /jobs/1/made");
}
