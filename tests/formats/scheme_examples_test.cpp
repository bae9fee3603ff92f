// The examples of the documentation, assessed by the schemes and tables that ship with the program.

#include "domain/schemes/assessment.h"
#include "formats/application_json.h"
#include "formats/scheme_files.h"

#include <catch2/catch.hpp>
#include "formats/verdict_json.h"

#include <algorithm>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

struct Example {
    schemes::Scheme scheme;
    schemes::Facts facts;
    schemes::Verdict verdict;
};

schemes::Application application_of(const std::string& code)
{
    const auto read = formats::read_application(text_of(example_of(code)), code);
    INFO(code << ": " << (read ? "" : read.refusal().in(Language::en)));
    REQUIRE(read);
    return *read;
}

Example assessed(const schemes::Application& application, Date day,
                 const std::vector<state_aid::AwardedAid>& registered = {})
{
    const auto edition = schemes::edition_on(all_editions(), application.scheme, application.received_on);
    REQUIRE(edition);
    CHECK(schemes::check_codes(application, *edition, all_tables(), "a.json"));
    const auto facts = schemes::gather_facts(*edition, application, example_undertaking(), all_tables(), registered,
                                             Money::euros(1'000'000), day);
    return {*edition, facts, schemes::assess(facts, *edition)};
}

Example example(const std::string& code)
{
    const auto application = application_of(code);
    return assessed(application, application.received_on);
}

const schemes::Finding& finding(const Example& example, std::string_view rule)
{
    return *std::find_if(example.verdict.begin(), example.verdict.end(), [&](const auto& f) { return f.rule == rule; });
}

}  // namespace

TEST_CASE("The example of each scheme meets every rule of its edition", "[formats]")
{
    for (const auto& code : scheme_codes) {
        for (const auto& finding : example(code).verdict) {
            INFO(code << " " << finding.rule << ": " << finding.in(Language::nl) << " / " << finding.in(Language::en));
            CHECK(finding.outcome == schemes::Outcome::met);
        }
    }
}

TEST_CASE("The page of each scheme has every rule of it, and no other", "[docs]")
{
    for (const auto& code : scheme_codes) {
        const auto page = text_of("docs/rules/" + code + ".md");
        const auto verdict = example(code).verdict;
        for (const auto& finding : verdict) {
            INFO(code << " " << finding.rule);
            CHECK(page.find("\n| `" + std::string{finding.rule} + "` |") != std::string::npos);
        }
        std::size_t rows = 0;
        for (auto at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1)) ++rows;
        CHECK(rows == verdict.size());
    }
}

TEST_CASE("The reference rate of the day and the offer's own schedule give the aid in the example loan", "[formats]")
{
    // 8,573.04: by an independent calculation in fractions (annuity of 4,492.17, 1.39 % saved, discount 3.19 %).
    CHECK(example("investment-loan").facts.aid.loan->by_reference_rate == Money::cents(8'573'04));
    CHECK(
        finding(example("investment-loan"), "aid").in(Language::nl) ==
        "De lening bevat 8.573,04 euro steun: 3,00 % tegenover een referentierente van 4,39 % (basisrente 2,19 % sinds "
        "01-01-2026, opslag 2,20 %). Volgens de veilige haven: 50.000,00. Sinds 03-03-2023 is 18.500,00 euro "
        "de-minimissteun verleend; onder het plafond van 300.000,00 is nog 281.500,00 euro ruimte.");
}

TEST_CASE("The rules of the day of receipt decide, but the aid regulation of the day of the assessment", "[formats]")
{
    auto application = application_of("investment-loan");
    application.starts_on = date(2024, 6, 1);
    application.amount = Money::euros(1'200'000);
    application.investment_plan = {{"Hal", Money::euros(2'000'000), ""}};
    application.financing = {Money::euros(800'000), {}, {}};
    application.received_on = date(2023, 12, 31);
    const auto before = assessed(application, date(2024, 1, 15));
    CHECK(finding(before, "amount").outcome == schemes::Outcome::not_met);
    CHECK(finding(before, "aid").in(Language::en).find("ceiling of 300,000.00") != std::string::npos);
    CHECK(finding(assessed(application, date(2023, 12, 31)), "aid").in(Language::en).find("ceiling of 200,000.00") !=
          std::string::npos);
    application.received_on = date(2024, 1, 1);
    CHECK(finding(assessed(application, date(2024, 1, 15)), "amount").outcome == schemes::Outcome::met);
}

TEST_CASE("Without a rating the safe harbour counts, and without collateral nobody knows", "[formats]")
{
    auto application = application_of("investment-loan");
    application.rating.reset();
    const auto by_harbour = assessed(application, application.received_on);
    CHECK(finding(by_harbour, "aid").outcome == schemes::Outcome::met);
    CHECK(schemes::aid_in_award(by_harbour.facts, by_harbour.scheme)->equivalent == Money::euros(50'000));
    application.collateral.reset();
    const auto unknown = assessed(application, application.received_on);
    CHECK(finding(unknown, "aid").outcome == schemes::Outcome::unknown);
    CHECK_FALSE(schemes::aid_in_award(unknown.facts, unknown.scheme));
}

TEST_CASE("Codes that the tables or the scheme do not know are refused with the place", "[formats]")
{
    const auto place = [](const std::string& what, const std::string& with) {
        const auto read = formats::read_application(changed(example_of("investment-loan"), what, with), "a.json");
        REQUIRE(read);
        const auto scheme = schemes::edition_on(all_editions(), read->scheme, read->received_on);
        return schemes::check_codes(*read, *scheme, all_tables(), "a.json").refusal().where;
    };
    CHECK(place("\"hbo-ba\"", "\"hbo\"") == "a.json /jobs/3/level");
    CHECK(place("\"PW_GT2\"", "\"AGE50_SUPPLEMENT\"") == "a.json /jobs/1/target_group");
    CHECK(place("\"amount\": \"480000.00\"", "\"amount\": \"480000.00\", \"category\": \"advice\"") ==
          "a.json /investment_plan/0/category");
}

TEST_CASE("A decision keeps each finding in both languages, and every fact it rested on", "[formats]")
{
    const auto application = application_of("investment-loan");
    const auto example =
        assessed(application, application.received_on, {{date(2025, 5, 1), Money::euros(10'000), "2023/2831"}});
    const auto kept = formats::verdict_json(example.verdict);
    REQUIRE(kept.size() == example.verdict.size());
    CHECK(kept[1].dump() ==
          R"({"rule":"municipality","outcome":"met","nl":"De banen komen in Emmen, binnen het gebied.","en":"The jobs )"
          R"(arise in Emmen, inside the area.","source":{"nl":"actieplan \"Vierkant voor werk\" (2014): de vier )"
          R"(gemeenten","en":"action plan \"Vierkant voor werk\" (2014): the four municipalities"},"figures":)"
          R"({"municipality":"Emmen"}})");
    CHECK(kept[0]["figures"]["sector"].dump() == R"({"nl":"industrie","en":"industry"})");
    CHECK(kept[5]["figures"]["amount"] == "250000.00");

    const auto facts_kept = formats::facts_json(example.facts);
    CHECK(facts_kept["assessed_on"] == "2026-03-02");
    CHECK(facts_kept["undertaking"]["kvk"] == "90000017");
    CHECK(facts_kept["application"]["amount"] == "250000.00");
    CHECK(facts_kept["municipality"] == "Emmen");
    CHECK(facts_kept["levels"].size() == 3);
    CHECK(facts_kept["aid"]["rules"]["ceiling"] == "300000.00");
    CHECK(facts_kept["aid"]["awarded_before"][0]["equivalent"] == "10000.00");
    CHECK(facts_kept["aid"]["reference_rate"]["reference"] == "4.39");
    CHECK(facts_kept["aid"]["equivalent_by_safe_harbour"] == "50000.00");
    CHECK(facts_kept["aid"]["equivalent_by_reference_rate"] == "8573.04");
}
