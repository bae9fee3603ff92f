#include "formats/scheme_json.h"
#include "formats/application_json.h"
#include "formats/programme_json.h"
#include "formats/reference_tables.h"
#include "formats/undertaking_json.h"

#include "base/bsn.h"
#include "domain/schemes/assessment.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace vierkant;

namespace {

namespace fs = std::filesystem;
const fs::path root{VIERKANT_SOURCE_DIR};

std::string text_of(const fs::path& file)
{
    std::ifstream in{root / file};
    std::ostringstream whole;
    whole << in.rdbuf();
    REQUIRE_FALSE(whole.str().empty());
    return whole.str();
}

std::string changed(const std::string& name, const std::string& what, const std::string& with)
{
    auto text = text_of(name);
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

Result<schemes::Scheme> scheme(const std::string& what = "", const std::string& with = "")
{
    return formats::read_scheme(changed("data/schemes/investment-loan.2024.json", what, with), "s.json");
}

Result<schemes::Application> application(const std::string& what = "", const std::string& with = "")
{
    return formats::read_application(changed("docs/examples/application-investment-loan.json", what, with), "a.json");
}

std::vector<schemes::Scheme> all_editions()
{
    std::vector<schemes::Scheme> editions;
    for (const auto& entry : fs::directory_iterator{root / "data/schemes"}) {
        const auto read = formats::read_scheme(text_of(entry.path()), entry.path().filename().string());
        INFO(entry.path().string() << ": " << (read ? "" : read.refusal().in(Language::en)));
        REQUIRE(read);
        CHECK(entry.path().filename().string() == read->code + "." + std::to_string(read->from.year()) + ".json");
        editions.push_back(*read);
    }
    return editions;
}

const std::set<std::string> codes{"investment-loan", "proof-production-loan", "reshoring-grant", "business-case-grant",
                                  "foreign-investment-premium"};

schemes::Tables tables()
{
    auto read =
        formats::read_assessment_tables([](const std::string& file) { return text_of("data/reference/" + file); });
    REQUIRE(read);
    return *read;
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
    CHECK(found == codes);
}

TEST_CASE("From the plan's first day on, each day has one edition of each scheme", "[formats]")
{
    const auto editions = all_editions();
    for (const auto& code : codes) {
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

TEST_CASE("The example of each scheme meets every rule of its edition", "[formats]")
{
    const auto firm = formats::read_undertaking(text_of("docs/examples/undertaking.json"), "undertaking.json");
    REQUIRE(firm);
    const auto editions = all_editions();
    for (const auto& code : codes) {
        const auto file = "docs/examples/application-" + code + ".json";
        const auto read = formats::read_application(text_of(file), file);
        INFO(file << ": " << (read ? "" : read.refusal().in(Language::en)));
        REQUIRE(read);
        CHECK(read->scheme == code);
        const auto edition = schemes::edition_on(editions, code, read->received_on);
        REQUIRE(edition);
        CHECK(schemes::check_codes(*read, *edition, tables(), file));
        const auto facts =
            schemes::gather_facts(*edition, *read, *firm, tables(), {}, Money::euros(10'000'000), read->received_on);
        for (const auto& finding : schemes::assess(facts, *edition)) {
            INFO(finding.rule << ": " << finding.in(Language::nl) << " / " << finding.in(Language::en));
            CHECK(finding.outcome == schemes::Outcome::met);
        }
    }
}

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

TEST_CASE("Codes that the tables or the scheme do not know are refused with the place", "[formats]")
{
    const auto place = [](const std::string& what, const std::string& with) {
        const auto read = application(what, with);
        REQUIRE(read);
        return schemes::check_codes(*read, *scheme(), tables(), "a.json").refusal().where;
    };
    CHECK(place("\"hbo-ba\"", "\"hbo\"") == "a.json /jobs/3/level");
    CHECK(place("\"PW_GT2\"", "\"AGE50_SUPPLEMENT\"") == "a.json /jobs/1/target_group");
    CHECK(place("\"amount\": \"480000.00\"", "\"amount\": \"480000.00\", \"category\": \"advice\"") ==
          "a.json /investment_plan/0/category");
}

TEST_CASE("An application written down reads the same", "[formats]")
{
    for (const auto& code : codes) {
        const auto file = "docs/examples/application-" + code + ".json";
        const auto read = formats::read_application(text_of(file), file);
        REQUIRE(read);
        const auto written = formats::application_json(*read).dump();
        const auto again = formats::read_application(written, "again");
        REQUIRE(again);
        CHECK(formats::application_json(*again).dump() == written);
    }
}
