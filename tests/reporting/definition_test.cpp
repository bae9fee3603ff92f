#include "reporting/definition.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::reporting;

namespace {

constexpr auto jobs_json = R"({
  "name": "jobs", "title": {"nl": "Banen", "en": "Jobs"}, "question": {"nl": "Hoeveel?", "en": "How many?"},
  "parameters": ["as_of"],
  "tables": [{"name": "level", "title": {"nl": "Niveau", "en": "Level"}, "query": "level.sql", "hide_below": 5,
    "columns": [
      {"key": "level", "type": "text", "title": {"nl": "Niveau", "en": "Level"}},
      {"key": "jobs", "type": "count", "title": {"nl": "Banen", "en": "Jobs"}, "total": true, "persons": true},
      {"key": "money", "type": "money", "title": {"nl": "Geld", "en": "Money"}, "total": true},
      {"key": "each", "type": "money", "title": {"nl": "Per baan", "en": "Per job"}, "per": ["money", "jobs"]}]}]})";

Cells row(const std::string& level, std::int64_t jobs, std::int64_t money)
{
    return {level, jobs, money};
}

TableDefinition jobs_table()
{
    const auto definition = read_definition(jobs_json, "report.json");
    REQUIRE(definition);
    return definition->tables.front();
}

Table made(const std::vector<Cells>& rows)
{
    return make_table(jobs_table(), rows, date(2026, 6, 1), {});
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("money per job is rounded half up, also in the totals, and nothing per no jobs", "[reporting]")
{
    // By hand: 100.00 / 8 = 12.50; 1.01 / 6 = 0.1683; (100.00 + 1.01 + 0.07) / 14 = 7.22.
    const auto table = made({row("a", 8, 10000), row("b", 6, 101), row("c", 0, 7)});
    CHECK(table.rows[0][3] == Cell{std::int64_t{1250}});
    CHECK(table.rows[1][3] == Cell{std::int64_t{17}});
    CHECK(table.rows[2][3] == Cell{});
    CHECK(table.totals[3] == Cell{std::int64_t{722}});
}

TEST_CASE("a count of fewer than five persons is hidden and the total does not tell it", "[reporting]")
{
    const auto table = made({row("a", 3, 100), row("b", 20, 100), row("c", 9, 100)});
    CHECK(table.rows[0][1] == Cell{Hidden{}});
    CHECK(table.rows[1][1] == Cell{std::int64_t{20}});
    CHECK(table.rows[2][1] == Cell{Hidden{}});
    CHECK(table.rows[0][3] == Cell{Hidden{}});
    CHECK(table.totals[1] == Cell{std::int64_t{32}});
}

TEST_CASE("where no other count can hide a small one, its total is hidden", "[reporting]")
{
    const auto table = made({row("a", 3, 100), row("b", 0, 100)});
    CHECK(table.totals[1] == Cell{Hidden{}});
    CHECK(table.totals[3] == Cell{Hidden{}});
}

TEST_CASE("a definition that computes with an unknown column or has an unknown field is refused", "[reporting]")
{
    const auto unknown = read_definition(replaced(jobs_json, R"(["money", "jobs"])", R"(["money", "people"])"), "r");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.refusal().text->code == "reporting.unknown_column");
    CHECK_FALSE(read_definition(replaced(jobs_json, "hide_below", "hide_bellow"), "r"));
    CHECK_FALSE(read_definition(replaced(jobs_json, R"("nl": "Niveau", )", ""), "r"));
    CHECK_FALSE(read_definition(replaced(jobs_json, R"(["money", "jobs"])", R"(["money"])"), "r"));
}

TEST_CASE("what is published never leaves only one possibility for a few persons", "[reporting]")
{
    // The attacker: knows the shown counts, the total where it is shown, that hidden counts are one or more, and solves
    // for each hidden count. Every table of three rows of 0 to 7 persons.
    const auto possible = [](std::int64_t sum, std::size_t cells) { return sum > static_cast<std::int64_t>(cells); };
    for (std::int64_t code = 0; code < 8 * 8 * 8; ++code) {
        const std::vector<std::int64_t> jobs{code % 8, code / 8 % 8, code / 64};
        const auto table = made({row("a", jobs[0], 1), row("b", jobs[1], 1), row("c", jobs[2], 1)});
        std::size_t hidden = 0;
        std::int64_t shown = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            if (table.rows[i][1] == Cell{Hidden{}}) {
                ++hidden;
                continue;
            }
            INFO(code);
            REQUIRE((jobs[i] == 0 || jobs[i] >= 5));
            shown += jobs[i];
        }
        if (hidden == 0 || table.totals[1] == Cell{Hidden{}}) continue;
        const auto sum = std::get<std::int64_t>(table.totals[1]) - shown;
        INFO(code);
        REQUIRE(hidden >= 2);
        REQUIRE(sum >= 5);
        REQUIRE(possible(sum, hidden));
    }
}
