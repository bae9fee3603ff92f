#include "reporting/render.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::reporting;

namespace {

Table towns()
{
    Table table{"towns", {"Per gemeente", "By municipality"}, {}, {}, {}};
    table.columns = {{"town", {"Gemeente", "Municipality"}, ColumnType::text},
                     {"lent", {"Geleend", "Lent"}, ColumnType::money},
                     {"share", {"Deel", "Share"}, ColumnType::percent},
                     {"jobs", {"Banen", "Jobs"}, ColumnType::count},
                     {"since", {"Sinds", "Since"}, ColumnType::date}};
    table.rows = {{std::string{"Coevördèn"}, std::int64_t{123456750}, std::int64_t{42500}, std::int64_t{1200},
                   std::string{"2026-01-15"}},
                  {std::string{"=Emmen;x"}, std::int64_t{-5}, {}, Hidden{}, {}}};
    return table;
}

Report report()
{
    return {"towns",
            {"Gemeenten", "Towns"},
            date(2026, 3, 31),
            {{"fund", "revolving", {"Fonds", "Fund"}, {"Revolverend fonds", "Revolving fund"}}},
            {towns()}};
}

}  // namespace

TEST_CASE("text is aligned by characters, with figures to the right and Dutch marks", "[reporting]")
{
    auto given = report();
    given.tables.front().totals = {{}, std::int64_t{123456745}, {}, {}, {}};
    // Laid out by hand.
    CHECK(render_text(given, Language::nl) ==
          "Gemeenten op 31-03-2026\n"
          "Fonds: Revolverend fonds\n"
          "\n"
          "Per gemeente\n"
          "\n"
          "Gemeente        Geleend    Deel  Banen  Sinds\n"
          "---------  ------------  ------  -----  ----------\n"
          "Coevördèn  1.234.567,50  4,25 %  1.200  15-01-2026\n"
          "=Emmen;x          -0,05              *\n"
          "---------  ------------  ------  -----  ----------\n"
          "Totaal     1.234.567,45\n"
          "* niet getoond: minder dan vijf personen, of een getal waaruit dat af te leiden is.\n");
}

TEST_CASE("a table without rows says so", "[reporting]")
{
    auto given = report();
    given.tables.front().rows.clear();
    CHECK(render_text(given, Language::nl).find("Geen gegevens.") != std::string::npos);
    CHECK(render_text(given, Language::en).find("No data.") != std::string::npos);
}

TEST_CASE("CSV follows RFC 4180 and disarms formulas, not negative amounts", "[reporting]")
{
    CHECK(render_csv(towns(), CsvDialect::international) ==
          "town,lent,share,jobs,since\r\n"
          "Coevördèn,1234567.50,4.25,1200,2026-01-15\r\n"
          "'=Emmen;x,-0.05,,*,\r\n");
    CHECK(render_csv(towns(), CsvDialect::nl) ==
          "\xEF\xBB\xBFtown;lent;share;jobs;since\r\n"
          "Coevördèn;1234567,50;4,25;1200;2026-01-15\r\n"
          "\"'=Emmen;x\";-0,05;;*;\r\n");
}

TEST_CASE("JSON has money and percentages as strings, counts as numbers, nothing as null", "[reporting]")
{
    // The form of design.md, section 4.
    const auto json = render_json(report(), Language::en);
    for (const auto* part : {R"("report": "towns")", R"("as_of": "2026-03-31")", R"("fund": "revolving")",
                             R"("lent": "1234567.50")", R"("share": "4.25")", R"("jobs": 1200)", R"("share": null)",
                             R"("jobs": "*")", R"("title": "Municipality")", R"("type": "money")"}) {
        INFO(part);
        CHECK(json.find(part) != std::string::npos);
    }
}

TEST_CASE("fractions keep two decimals or as many as they need", "[reporting]")
{
    CHECK(machine_text(std::int64_t{1'370'000}, ColumnType::decimal) == "1.37");
    CHECK(machine_text(std::int64_t{-5}, ColumnType::decimal) == "-0.000005");
    CHECK(machine_text(std::int64_t{1'000'000}, ColumnType::percent) == "100.00");
    CHECK(people_text(std::int64_t{-1'234'567}, {"n", {}, ColumnType::count}, Language::en) == "-1,234,567");
}
