#include "reporting/compare.h"

#include "reporting/draw_chart.h"
#include "reporting/render.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::reporting;

namespace {

const Cell none{};
Cell number(std::int64_t value)
{
    return value;
}
Cell text(const char* value)
{
    return std::string{value};
}

Report lent(Date day, std::vector<Cells> rows, Cells totals)
{
    Table table{"lent", {"Geleend", "Lent"}, {}, std::move(rows), std::move(totals)};
    table.columns = {{"town", {"Gemeente", "Municipality"}, ColumnType::text, {}, Moment::now, true},
                     {"lent", {"Geleend", "Lent"}, ColumnType::money},
                     {"share", {"Deel", "Share"}, ColumnType::percent}};
    table.charts = {{Chart::Kind::bars, "town", {"lent"}}};
    return {"lent", {"Geleend", "Lent"}, day, {}, {table}};
}

Report jobs(Date day, const std::vector<std::pair<const char*, std::int64_t>>& counts)
{
    Table table{"jobs", {"Banen", "Jobs"}, {}, {}, {}};
    table.columns = {{"town", {"Gemeente", "Municipality"}, ColumnType::text, {}, Moment::now, true},
                     {"jobs", {"Banen", "Jobs"}, ColumnType::count, {}, Moment::now, false, 5},
                     {"per_job", {"Per baan", "Per job"}, ColumnType::money, {}, Moment::now, false, 5}};
    std::int64_t sum = 0;
    for (const auto& [town, count] : counts) {
        table.rows.push_back({std::string{town}, count, 1000 / count});
        sum += count;
    }
    table.totals = {none, sum, 1000 / sum};
    return {"jobs", {"Banen", "Jobs"}, day, {}, {table}};
}

const auto before = date(2025, 12, 31);
const auto after = date(2026, 6, 30);

}  // namespace

TEST_CASE("each figure stands beside what it was, and the differences add up to that of the total", "[reporting]")
{
    const auto now =
        lent(after, {{text("Emmen"), number(300), number(750'000)}, {text("Hoogeveen"), number(100), number(250'000)}},
             {none, number(400), none});
    const auto then =
        lent(before, {{text("Coevorden"), number(50), number(200'000)}, {text("Emmen"), number(200), number(800'000)}},
             {none, number(250), none});
    const auto report = compared(now, then);
    CHECK(report.compared_with == before);
    const auto& table = report.tables.front();
    REQUIRE(table.columns.size() == 7);
    CHECK(table.columns[2].title.nl == "Geleend op 31-12-2025");
    CHECK(table.columns[3].key == "lent_difference");
    REQUIRE(table.rows.size() == 3);
    // Coevorden is gone and stands where it stood, before Emmen; Hoogeveen is new.
    CHECK(table.rows[0] == Cells{text("Coevorden"), none, number(50), number(-50), none, number(200'000), none});
    CHECK(table.rows[1] == Cells{text("Emmen"), number(300), number(200), number(100), number(750'000), number(800'000),
                                 number(-50'000)});
    CHECK(table.rows[2] == Cells{text("Hoogeveen"), number(100), none, number(100), number(250'000), none, none});
    CHECK(table.totals == Cells{none, number(400), number(250), number(150), none, none, none});
    CHECK(render_text(report, Language::nl).starts_with("Geleend op 30-06-2026, vergeleken met 31-12-2025\n"));
    CHECK(render_json(report, Language::nl).find("\"compared_with\": \"2025-12-31\"") != std::string::npos);
    // The chart shows both.
    const auto picture = picture_of(table, table.charts.front(), Language::nl);
    REQUIRE(picture);
    CHECK(picture->series.size() == 2);
    CHECK(picture->series[1].title == "Geleend op 31-12-2025");
}

TEST_CASE("rows without a name are compared by their place, and an empty table with one that is not", "[reporting]")
{
    auto now = lent(after, {{text("a"), number(3), none}}, {});
    auto then = lent(before, {{text("b"), number(1), none}}, {});
    now.tables.front().columns.front().names_row = false;
    const auto report = compared(now, then);
    REQUIRE(report.tables.front().rows.size() == 1);
    CHECK(report.tables.front().rows[0][3] == number(2));

    now = lent(after, {}, {});
    then = lent(before, {{text("Emmen"), number(5), none}}, {none, number(5), none});
    CHECK(compared(now, then).tables.front().totals[3] == number(-5));
    CHECK(compared(then, now).tables.front().totals[3] == number(5));
}

TEST_CASE("a difference of a few persons is not told, nor what would tell it", "[reporting]")
{
    // Emmen 10 to 16, Hoogeveen 10 to 12: two persons. The total went up by eight, which may be said.
    auto report =
        compared(jobs(after, {{"Emmen", 16}, {"Hoogeveen", 12}}), jobs(before, {{"Emmen", 10}, {"Hoogeveen", 10}}));
    const auto* table = &report.tables.front();
    for (const auto& row : table->rows) {
        CHECK(std::holds_alternative<std::int64_t>(row[1]));
        for (const std::size_t i : {2U, 3U, 5U, 6U}) CHECK(row[i] == Cell{Hidden{}});
    }
    CHECK(table->totals[3] == number(8));
    // Up by four in all: neither may be said.
    report = compared(jobs(after, {{"Emmen", 16}, {"Hoogeveen", 8}}), jobs(before, {{"Emmen", 10}, {"Hoogeveen", 10}}));
    CHECK(report.tables.front().totals[3] == Cell{Hidden{}});
    CHECK(report.tables.front().rows[0][2] == Cell{Hidden{}});
    // Five more, and none: nothing to hide.
    report =
        compared(jobs(after, {{"Emmen", 15}, {"Hoogeveen", 10}}), jobs(before, {{"Emmen", 10}, {"Hoogeveen", 10}}));
    CHECK(report.tables.front().rows[0][3] == number(5));
    CHECK(report.tables.front().rows[1][3] == number(0));
}
