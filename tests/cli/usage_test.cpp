// Wrong usage is answered in the officer's language with what to do, on standard error, with status 2 (design.md 4).

#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

namespace {

using vierkant::testing::Ran;
namespace fs = std::filesystem;

Ran run(const std::string& arguments)
{
    return vierkant::testing::run_program(VIERKANT_BINARY, arguments);
}

/// A folder with a fresh administration, gone after the test.
class Office {
public:
    Office()
    {
        const auto made = run("--db " + database() + " --today 2026-01-05 init");
        REQUIRE(made.status == 0);
    }
    [[nodiscard]] std::string database() const { return (folder() / "vierkant.db").string(); }
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }

private:
    vierkant::testing::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("wrong usage says what is wrong and what can be done instead", "[cli]")
{
    struct Case {
        std::string arguments;
        std::string nl;
        std::string en;
    };
    const std::vector<Case> cases{
        {"", "Zeg wat er moet gebeuren. Na \"vierkant\" kan: init, ",
         "Say what to do. After \"vierkant\" goes one of: init, "},
        {"frobnicate", "\"frobnicate\" is geen opdracht.", "\"frobnicate\" is no command."},
        {"loan", "Na \"vierkant loan\" kan: ", "After \"vierkant loan\" goes one of: "},
        {"loan frob", "\"frob\" is geen opdracht. Na \"vierkant loan\" kan: ", "\"frob\" is no command."},
        {"loan show", "vierkant loan show heeft number nodig.", "vierkant loan show needs number."},
        {"loan repay L-1 --amount", "Achter --amount hoort één waarde.", "--amount takes one value."},
        {"verify extra", "weet met \"extra\" geen raad", "cannot place \"extra\""},
        {"verify --bogus", "vierkant verify kent de optie --bogus niet.", "vierkant verify has no option --bogus."},
        {"verify --today 5", "schrijf --today als jjjj-mm-dd", "write --today as yyyy-mm-dd"},
    };
    for (const auto& c : cases) {
        INFO(c.arguments);
        const auto nl = run(c.arguments);
        const auto en = run("--lang en " + c.arguments);
        CHECK(nl.status == 2);
        CHECK(en.status == 2);
        CHECK_THAT(nl.text, Catch::Contains(c.nl) && Catch::Contains("--help"));
        CHECK_THAT(en.text, Catch::Contains(c.en) && Catch::Contains("--help"));
    }
    CHECK(run("--lang xx verify").status == 2);
}

TEST_CASE("the help is in the officer's language and tells what each group of commands is for", "[cli]")
{
    const auto nl = run("--help");
    CHECK(nl.status == 0);
    CHECK_THAT(nl.text, Catch::Contains("Gebruik: vierkant") && Catch::Contains("Opdrachten:") &&
                            Catch::Contains("Leningen, van uitbetaling tot afwikkeling."));
    CHECK_THAT(run("--lang en loan repay --help").text,
               Catch::Contains("Usage: vierkant loan repay") && Catch::Contains("(required)"));
}

TEST_CASE("a report as CSV goes to a file, or a file a table into a folder, also for a Dutch spreadsheet", "[cli]")
{
    const Office office;
    const auto report = "--db " + office.database() + " --today 2026-01-05 --format csv ";

    const auto one = office.folder() / "fund.csv";
    REQUIRE(run(report + "--output " + one.string() + " report fund-statement").status == 0);
    CHECK_THAT(vierkant::testing::source_file(one.string()), Catch::StartsWith("figure,amount,accounts\r\n"));

    const auto folder = office.folder() / "tables";
    fs::create_directory(folder);
    REQUIRE(run(report + "--dialect nl --output " + folder.string() + " report fund-statement").status == 0);
    // The plan's revolving fund is EUR 10,000,000 (action plan 2014, chapter 6).
    CHECK_THAT(vierkant::testing::source_file((folder / "fund-statement-funds.csv").string()),
               Catch::StartsWith("\xEF\xBB\xBF") && Catch::Contains(";10000000,00;"));
    CHECK(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}) == 4);
}
