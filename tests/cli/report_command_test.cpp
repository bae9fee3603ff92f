// Reports in the forms that are kept, sent and printed.

#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

using vierkant::testing::Ran;
using vierkant::testing::TemporaryFolder;

std::string content(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a report is written as a workbook and as a page, and a list too", "[cli]")
{
    const TemporaryFolder folder;
    const auto database = (folder.path() / "vierkant.db").string();
    const auto run = [&](const std::string& arguments) {
        return vierkant::testing::run_program(VIERKANT_BINARY, "--db " + database + " --today 2026-01-05 " + arguments);
    };
    REQUIRE(run("init").status == 0);
    const auto file = [&](const std::string& name) { return folder.path() / name; };
    CHECK(run("report fund-statement --format xlsx --output " + file("f.xlsx").string()).status == 0);
    CHECK(content(file("f.xlsx")).starts_with("PK"));
    CHECK(run("report fund-statement --format html --output " + file("f.html").string()).status == 0);
    CHECK(content(file("f.html")).find("<h1 data-running=\"Stand van het fonds, 05-01-2026\">") != std::string::npos);
    CHECK(content(file("f.html")).find("@page { size: A4") != std::string::npos);
    CHECK(run("report fund-statement --lang en --format html").says("<html lang=\"en\">"));
    CHECK(run("undertaking list --format xlsx --output " + file("u.xlsx").string()).status == 0);
    CHECK(content(file("u.xlsx")).starts_with("PK"));
    CHECK(run("report fund-statement --format pages").status == 2);
    CHECK(run("report fund-statement --compare 2025-12-31").says("op 05-01-2026, vergeleken met 31-12-2025"));
    CHECK(run("report fund-statement --compare 2026-01-05").status == 1);
    CHECK(run("report fund-statement --compare gisteren").status == 2);
}

TEST_CASE("without WeasyPrint a PDF is refused with another way to get it", "[cli]")
{
    const TemporaryFolder folder;
    const auto database = (folder.path() / "vierkant.db").string();
    const auto without = [&](const std::string& arguments) {
        return vierkant::testing::run_program(std::string{"env PATH=/nowhere "} + VIERKANT_BINARY,
                                              "--db " + database + " " + arguments);
    };
    REQUIRE(without("init").status == 0);
    const auto nl = without("report repayment --format pdf --output " + (folder.path() / "r.pdf").string());
    CHECK(nl.status == 1);
    CHECK(nl.says("het programma WeasyPrint staat niet op deze computer. Kies html"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "r.pdf"));
    CHECK(without("--lang en report repayment --format pdf").says("is not on this computer. Choose html"));
}
