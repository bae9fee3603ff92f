#include "formats/reference_tables.h"

#include "formats/programme_json.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace vierkant;
using parties::Sector;

namespace {

std::string file(const std::string& name)
{
    std::ifstream in{std::string{VIERKANT_SOURCE_DIR} + "/" + name};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

Result<programme::Programme> the_plan(const std::string& what = "", const std::string& with = "")
{
    auto text = file("data/programme/vierkant.json");
    if (!what.empty()) text = replaced(text, what, with);
    return formats::read_programme(text, "p.json");
}

}  // namespace

TEST_CASE("The sector of an activity is that of its longest prefix (domain handbook B)", "[formats]")
{
    const auto table = formats::read_activities(file("data/reference/sbi.csv"), "sbi.csv");
    REQUIRE(table);
    const auto sector = [&](std::string_view code) { return table->find(*parties::ActivityCode::parse(code))->sector; };
    CHECK(sector("2016") == Sector::industry);
    CHECK(sector("49.41") == Sector::logistics);
    CHECK(sector("49.32") == Sector::none);
    CHECK(sector("52.10.9") == Sector::logistics);
    CHECK(sector("62.01") == Sector::technology);
    CHECK(sector("71.12") == Sector::technology);
    CHECK(sector("71.11") == Sector::none);
    CHECK(sector("82.92") == Sector::logistics);
    CHECK(sector("82.11") == Sector::none);
    CHECK(sector("46.69") == Sector::none);
    CHECK(table->find(*parties::ActivityCode::parse("28.1"))->technology);
    CHECK_FALSE(table->find(*parties::ActivityCode::parse("04")));
}

TEST_CASE("The plan's measures add up to what its chapters say (handbook A)", "[formats]")
{
    const auto measures = formats::read_measures(file("data/reference/measures.csv"), "measures.csv");
    REQUIRE(measures);
    CHECK(measures->size() == 23);
    CHECK(sum_of(*measures) == Money::euros(76'050'000));
    CHECK(sum_of_chapter(*measures, 6) == Money::euros(44'300'000));
    CHECK(sum_of_chapter(*measures, 7) == Money::euros(9'000'000));
    CHECK(sum_of_chapter(*measures, 8) == Money::euros(22'750'000));
    CHECK(sum_administered(*measures) == Money::euros(35'500'000));
    CHECK_FALSE((*measures)[4].amount);
    const auto plan = the_plan();
    REQUIRE(plan);
    CHECK(gap(*plan, *measures) == Money::euros(1'050'000));
    for (const auto& fund : plan->funds) {
        const auto of_fund = std::find_if(measures->begin(), measures->end(),
                                          [&](const programme::Measure& m) { return m.code == fund.measure; });
        REQUIRE(of_fund != measures->end());
        CHECK(of_fund->amount == fund.ceiling);
    }
}

TEST_CASE("The baseline of 1 April 2013 adds up to the totals of annex 1", "[formats]")
{
    using programme::BaselineKind;
    const auto totals = [](const char* name, BaselineKind kind) {
        const auto rows = formats::read_baseline(file(name), name, kind);
        REQUIRE(rows);
        std::pair<std::int64_t, std::int64_t> sum;
        for (const auto& row : *rows) {
            sum.first += row.establishments;
            sum.second += row.jobs;
        }
        return sum;
    };
    CHECK(totals("data/reference/sectors_2013.csv", BaselineKind::sector) ==
          std::pair<std::int64_t, std::int64_t>{19'552, 115'159});
    CHECK(totals("data/reference/industries_2013.csv", BaselineKind::industry) ==
          std::pair<std::int64_t, std::int64_t>{934, 18'438});
}

TEST_CASE("Municipalities, education levels and state aid limits are read from data/reference", "[formats]")
{
    const auto places = formats::read_municipalities(file("data/reference/municipalities.csv"), "m.csv");
    REQUIRE(places);
    CHECK(places->size() == 4);
    CHECK(places->back().name == "Hardenberg");
    const auto levels = formats::read_education_levels(file("data/reference/education_levels.csv"), "e.csv");
    REQUIRE(levels);
    CHECK(levels->size() == 17);
    CHECK((*levels)[6].band == parties::EducationLevel::Band::low);
    const auto limits = formats::read_state_aid_limits(file("data/reference/state_aid_limits.csv"), "l.csv");
    REQUIRE(limits);
    CHECK(limits->find("1407/2013", "ceiling", date(2023, 12, 31))->value == "200000");
    CHECK_FALSE(limits->find("1407/2013", "ceiling", date(2024, 1, 1)));
    CHECK(limits->find("2023/2831", "ceiling", date(2024, 1, 1))->value == "300000");
}

TEST_CASE("A wrong reference table is refused with the line and the column", "[formats]")
{
    const auto wrong = formats::read_municipalities("code,name,province\nGM0114,Emmen,Drenthe\nEmmen,,\n", "m.csv");
    CHECK(wrong.refusal().in(Language::en) ==
          "m.csv:3: \"Emmen\" does not fit the column \"code\". Correct the value.");
    CHECK(formats::read_municipalities("code,name\nGM0114,Emmen\n", "m.csv")
              .refusal()
              .in(Language::en)
              .find("province") != std::string::npos);
}

TEST_CASE("Unemployment goes from 12 % to 8 % in three years; the measures last four", "[formats]")
{
    const auto plan = the_plan();
    REQUIRE(plan);
    CHECK(last_day(*plan) == date(2018, 6, 30));
    CHECK(target_on(*plan, date(2014, 1, 1)) == percent(12));
    CHECK(target_on(*plan, date(2017, 7, 1)) == percent(8));
    CHECK(target_on(*plan, date(2020, 1, 1)) == percent(8));
    CHECK(target_on(*plan, date(2014, 7, 1) + 548) == percent(10));
    CHECK(progress(*plan, percent(12)) == percent(0));
    CHECK(progress(*plan, percent(9)) == percent(75));
    CHECK(progress(*plan, percent(13)) == percent(-25));
}

TEST_CASE("A programme that does not add up is refused with the place", "[formats]")
{
    CHECK(the_plan("\"ceiling\": \"10000000.00\"", "\"ceiling\": \"9000000.00\"").refusal().in(Language::en) ==
          "p.json /funds/0/contributions: The contributions add up to EUR 10000000.00; the fund's ceiling is EUR "
          "9000000.00. Make them equal.");
    CHECK(the_plan("NL44", "NL45").refusal().where == "p.json /funds/0/iban");
    CHECK(the_plan("\"reserve\"", "\"reserv\"").refusal().where == "p.json /funds/0/reserv");
    CHECK(the_plan("\"code\": \"reshoring\"", "\"code\": \"revolving\"").refusal().where == "p.json /funds/1/code");
    CHECK(the_plan("\"2017-07-01\"", "\"2014-07-01\"").refusal().where == "p.json /unemployment/path/1/day");
}
