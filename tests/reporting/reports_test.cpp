#include "reporting/definition.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace vierkant;
using namespace vierkant::reporting;

namespace {

std::string text_of(const std::filesystem::path& path)
{
    std::ifstream in{path};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("every report in reports/ is well-formed, explained and has its queries", "[reporting]")
{
    int reports = 0;
    for (const auto& folder : std::filesystem::directory_iterator{VIERKANT_SOURCE_DIR "/reports"}) {
        if (!folder.is_directory()) continue;                // codes.json
        if (folder.path().filename() == "shared") continue;  // queries of several reports
        const auto source = (folder.path() / "report.json").string();
        INFO(source);
        const auto definition = read_definition(text_of(source), source);
        if (!definition) FAIL(definition.refusal().in(Language::en));
        CHECK(definition->name == folder.path().filename().string());
        CHECK_FALSE(text_of(folder.path() / "README.md").empty());
        for (const auto& table : definition->tables) {
            if (!table.query.empty()) CHECK_FALSE(text_of(folder.path() / table.query).empty());
            if (table.from) {
                const auto other = folder.path().parent_path() / table.from->report / "report.json";
                CHECK(text_of(other).find("\"" + table.from->table + "\"") != std::string::npos);
            }
        }
        ++reports;
    }
    CHECK(reports >= 2);
}

TEST_CASE("days for the age bands are reckoned from the day of the report", "[reporting]")
{
    // By the calendar: 90 days before 31 March 2026 is 31 December 2025 (31 + 28 + 31 days).
    const auto parameters = query_parameters(date(2026, 3, 31), "revolving");
    CHECK(parameters[4].second == "2025-12-31");
    CHECK(parameters[5].second == "2028-03-31");
    CHECK(parameters[8].second == "2025-10-02");  // 90 + 31 + 30 + 29 days
    CHECK(parameters[9].second == "2023-03-31");
}
