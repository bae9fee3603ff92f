// What is kept and printed: the page that stands alone, its charts, and the workbook.

#include "reporting/definition.h"
#include "reporting/draw_chart.h"
#include "reporting/render.h"
#include "support/unzip.h"

#include <catch2/catch.hpp>

#include <regex>

using namespace vierkant;
using namespace vierkant::reporting;
using vierkant::testing::unzipped;

namespace {

Table towns()
{
    Table table{"towns", {"Per gemeente", "By municipality"}, {}, {}, {}};
    table.columns = {{"town", {"Gemeente", "Municipality"}, ColumnType::text},
                     {"lent", {"Geleend", "Lent"}, ColumnType::money},
                     {"share", {"Deel", "Share"}, ColumnType::percent},
                     {"jobs", {"Banen", "Jobs"}, ColumnType::count},
                     {"since", {"Sinds", "Since"}, ColumnType::date}};
    table.rows = {{std::string{"Coevörden & Zn"}, std::int64_t{123456750}, std::int64_t{42500}, std::int64_t{1200},
                   std::string{"2026-01-15"}},
                  {std::string{"=1+1"}, std::int64_t{-5}, std::int64_t{42501}, Hidden{}, {}}};
    table.totals = {{}, std::int64_t{123456745}, std::int64_t{50000}, Hidden{}, {}};
    table.charts = {{Chart::Kind::bars, "town", {"lent"}}};
    return table;
}

Report report(Table table)
{
    Report all{"towns",
               {"Gemeenten", "Towns"},
               date(2026, 3, 31),
               {{"fund", "revolving", {"Fonds", "Fund"}, {"Revolverend fonds", "Revolving fund"}}},
               {std::move(table)}};
    all.question = {"Wie leent?", "Who lends?"};
    return all;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& pattern)
{
    const std::regex expression{pattern};
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator{text.begin(), text.end(), expression}, std::sregex_iterator{}));
}

}  // namespace

TEST_CASE("a page stands alone: its style and its charts are in it, and it fetches nothing", "[reporting]")
{
    auto given = report(towns());
    given.drawn_up_on = date(2026, 4, 2);
    given.tables.front().rows[0][0] = std::string{"<img src=http://example.org/x onerror=y>"};
    const auto page = render_html(given, Language::nl, "body { margin: 0 }\n");
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">"));
    CHECK(has(page, "<style>\nbody { margin: 0 }\n</style>"));
    CHECK(has(page, "&lt;img src=http://example.org/x onerror=y&gt;"));
    CHECK(times(page, "<(script|img|link|iframe|object)") == 0);
    CHECK(times(page, "<[^>]*(src|href)=") == 0);
    CHECK(has(page, "<dt>Opgemaakt op</dt><dd>02-04-2026</dd>"));
    CHECK(has(page, "<dt>Fonds</dt><dd>Revolverend fonds</dd>"));
    CHECK(has(render_html(given, Language::en, ""), "<html lang=\"en\">"));
}

TEST_CASE("a page can be heard: each table has a caption and heads, each chart a name and its table", "[reporting]")
{
    auto given = report(towns());
    given.tables.front().rows[1][1] = std::int64_t{5'000'000};
    const auto page = render_html(given, Language::nl, "");
    CHECK(has(page, "<caption>Per gemeente</caption>"));
    CHECK(times(page, "<th scope=\"col\"") == 5);
    CHECK(times(page, "scope=\"row\"") == 3);  // two towns and the total
    CHECK(has(page, "role=\"img\" aria-label=\"Per gemeente: Geleend\""));
    CHECK(has(page, "* niet getoond"));
    CHECK(page.find("<figure") < page.find("<caption>"));
}

TEST_CASE("on a page, what a figure was and what came to it stand with it in one cell", "[reporting]")
{
    Table table{"lent", {"Geleend", "Lent"}, {}, {}, {}};
    table.columns = {{"town", {"Gemeente", "Municipality"}},
                     {"lent", {"Geleend", "Lent"}, ColumnType::money},
                     {"lent_earlier", {"Geleend toen", "Lent then"}, ColumnType::money, {}, Moment::earlier},
                     {"lent_difference", {"Verschil", "Difference"}, ColumnType::money, {}, Moment::difference},
                     {"share", {"Deel", "Share"}, ColumnType::percent},
                     {"share_earlier", {"Deel toen", "Share then"}, ColumnType::percent, {}, Moment::earlier},
                     {"share_difference", {"Verschil", "Difference"}, ColumnType::percent, {}, Moment::difference}};
    table.rows = {{std::string{"Emmen"}, std::int64_t{300}, std::int64_t{100}, std::int64_t{200}, std::int64_t{50'000},
                   std::int64_t{70'000}, std::int64_t{-20'000}}};
    const auto page = render_html(report(table), Language::nl, "");
    CHECK(times(page, "<th scope=\"col\"") == 3);
    CHECK(has(page, "<span class=\"earlier\">was 7,00 %</span><span class=\"difference\">-2,00 procentpunt</span>"));
    CHECK(has(page,
              "<td class=\"figure\">3,00<span class=\"earlier\">was 1,00</span>"
              "<span class=\"difference\">+2,00</span></td>"));
}

TEST_CASE("a chart shows every figure of its table, or none where one is hidden", "[reporting]")
{
    auto table = towns();
    table.rows[1][1] = std::int64_t{5'000'000};
    const Chart lent{Chart::Kind::bars, "town", {"lent"}};
    const auto picture = picture_of(table, lent, Language::nl);
    REQUIRE(picture);
    CHECK(picture->labels == std::vector<std::string>{"Coevörden & Zn", "=1+1"});
    CHECK(picture->series.front().values == std::vector<std::int64_t>{123456750, 5000000});
    const auto drawn = draw(*picture, Language::nl).markup();
    CHECK(has(drawn, ">1,2 mln</text>"));
    CHECK(has(drawn, ">50.000</text>"));
    CHECK(has(drawn, ">Coevörden &amp; Zn</text>"));
    CHECK(has(draw(*picture, Language::en).markup(), ">1.2 m</text>"));

    CHECK_FALSE(picture_of(table, {Chart::Kind::bars, "town", {"jobs"}}, Language::nl));  // one is hidden
    table.rows.pop_back();
    CHECK_FALSE(picture_of(table, lent, Language::nl));  // nothing to compare with
}

TEST_CASE("on a timeline days stand as far apart as they are, and a line passes over what is not there", "[reporting]")
{
    Table table{"path", {"Pad", "Path"}, {}, {}, {}};
    table.columns = {{"day", {"Dag", "Day"}, ColumnType::date},
                     {"target", {"Doel", "Target"}, ColumnType::percent},
                     {"observed", {"Werkelijk", "Observed"}, ColumnType::percent}};
    table.rows = {{std::string{"2020-01-01"}, std::int64_t{120'000}, {}},
                  {std::string{"2020-01-11"}, std::int64_t{110'000}, std::int64_t{115'000}},
                  {std::string{"2020-02-10"}, std::int64_t{80'000}, {}}};
    const auto picture = picture_of(table, {Chart::Kind::timeline, "day", {"target", "observed"}}, Language::nl);
    REQUIRE(picture);
    const auto drawn = draw(*picture, Language::nl).markup();
    CHECK(times(drawn, "<circle") == 4);
    // The first and last day are 40 days apart, the second is a quarter of the way: 104, 246 and 672 across.
    for (const auto* x : {"cx=\"104\"", "cx=\"246\"", "cx=\"672\""}) CHECK(has(drawn, x));
    CHECK(times(drawn, "cx=\"246\"") == 2);
    CHECK(has(drawn, ">01-01-2020</text>"));
}

TEST_CASE("a bar is as long as its figure, and columns stand on each other where they add up", "[reporting]")
{
    Picture picture{"Banen", Chart::Kind::columns, true, ColumnType::count, {"2024", "2025"}, {}};
    picture.series = {{"Nieuw", {30, 60}}, {"Behouden", {20, 40}}};
    // 100 is the top of the scale, 212 pixels high: 30 is 63 pixels (whole ones), 60 is 127, 20 is 43 and 40 is 85.
    const auto drawn = draw(picture, Language::nl).markup();
    for (const auto* height : {"63", "127", "43", "85"}) {
        INFO(height);
        CHECK(has(drawn, "height=\"" + std::string{height} + "\""));
    }
    CHECK(has(drawn, ">Behouden</text>"));
    CHECK(has(drawn, ">100</text>"));
    // Below nought: the line of nought lies where it belongs.
    picture.kind = Chart::Kind::lines;
    picture.series = {{"Saldo", {-50, 50}}};
    CHECK(has(draw(picture, Language::nl).markup(), ">-40</text>"));
}

TEST_CASE("a chart may only name what its table shows", "[reporting]")
{
    const auto with_chart = [](const std::string& chart) {
        return read_definition(R"({"name": "r", "title": {"nl": "R", "en": "R"}, "question": {"nl": "?", "en": "?"},
            "tables": [{"name": "t", "title": {"nl": "T", "en": "T"}, "query": "t.sql", "charts": [)" +
                                   chart + R"(], "columns": [
              {"key": "a", "type": "text", "title": {"nl": "A", "en": "A"}},
              {"key": "b", "type": "money", "title": {"nl": "B", "en": "B"}},
              {"key": "c", "type": "count", "title": {"nl": "C", "en": "C"}}]}]})",
                               "r");
    };
    CHECK(static_cast<bool>(with_chart(R"({"kind": "bars", "x": "a", "series": ["b"]})")));
    for (const auto* wrong :
         {R"({"kind": "bars", "x": "z", "series": ["b"]})", R"({"kind": "bars", "x": "a", "series": []})",
          R"({"kind": "bars", "x": "a", "series": ["a"]})", R"({"kind": "bars", "x": "a", "series": ["b", "c"]})"}) {
        INFO(wrong);
        const auto definition = with_chart(wrong);
        REQUIRE_FALSE(static_cast<bool>(definition));
        CHECK(definition.refusal().text->code == "reporting.chart_column");
    }
}

TEST_CASE("a workbook has typed cells, a frozen head, and totals that add up by themselves", "[reporting]")
{
    const auto files = unzipped(render_xlsx(report(towns()), Language::nl));
    const auto& sheet = files.at("xl/worksheets/sheet2.xml");
    CHECK(has(files.at("xl/workbook.xml"), "sheet name=\"Rapport\""));
    CHECK(has(files.at("xl/workbook.xml"), "sheet name=\"Per gemeente\""));
    CHECK(has(sheet, "state=\"frozen\""));
    CHECK(has(sheet, "<v>1234567.5</v>"));
    CHECK(has(sheet, "<v>-0.05</v>"));
    CHECK(has(sheet, "<v>0.0425</v>"));
    CHECK(has(sheet, "<v>46037</v>"));  // 15 January 2026, counted from 30 December 1899
    CHECK(has(sheet, "<f>SUM(B2:B3)</f><v>1234567.45</v>"));
    CHECK(times(sheet, "<f>") == 1);  // no other total is the sum of what is shown
    CHECK(has(files.at("xl/styles.xml"), "formatCode=\"dd-mm-yyyy\""));
    CHECK(has(files.at("xl/sharedStrings.xml"), "<t>=1+1</t>"));       // a text, and never run
    CHECK(has(files.at("xl/worksheets/sheet1.xml"), "<v>46112</v>"));  // 31 March 2026
    CHECK(has(files.at("xl/sharedStrings.xml"), "<t>Revolverend fonds</t>"));
    CHECK(has(files.at("xl/sharedStrings.xml"), "<t>Wie leent?</t>"));
    CHECK(render_xlsx(report(towns()), Language::nl) == render_xlsx(report(towns()), Language::nl));
}

TEST_CASE("sheets have names that a workbook takes, whatever the tables are called", "[reporting]")
{
    auto given = report(towns());
    auto table = towns();
    table.title = {"Uitstaand bij leningen: [die te laat zijn] en/of stil", "x"};
    given.tables = {table, table, table};
    const auto book = unzipped(render_xlsx(given, Language::nl)).at("xl/workbook.xml");
    CHECK(has(book, "sheet name=\"Uitstaand bij leningen die te…\""));
    CHECK(has(book, "sheet name=\"Uitstaand bij leningen die… 2\""));
    CHECK(has(book, "sheet name=\"Uitstaand bij leningen die… 3\""));
    auto empty = report(towns());
    empty.tables.front().rows.clear();
    empty.tables.front().totals.clear();
    CHECK(has(unzipped(render_xlsx(empty, Language::en)).at("xl/sharedStrings.xml"), "<t>No data.</t>"));
}

TEST_CASE("a report has tables of its own, or only tables of other reports", "[reporting]")
{
    const std::string begin =
        R"({"name": "r", "title": {"nl": "R", "en": "R"}, "question": {"nl": "?", "en": "?"}, "tables": [)";
    const std::string taken = R"({"name": "a", "from": {"report": "portfolio", "table": "sector", "fund": "revolving"},
        "chapter": {"nl": "Leningen", "en": "Loans"}})";
    const std::string own = R"({"name": "t", "title": {"nl": "T", "en": "T"}, "query": "t.sql", "columns": []})";
    const auto definition = read_definition(begin + taken + "]}", "r");
    REQUIRE(definition);
    CHECK(definition->is_put_together());
    CHECK(definition->tables.front().from->fund == "revolving");
    CHECK(definition->tables.front().chapter.nl == "Leningen");
    CHECK(read_definition(begin + taken + "," + own + "]}", "r").refusal().text->code == "reporting.mixed_tables");
}
