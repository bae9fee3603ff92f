// Files of rows as people send them: a clear sentence with the place, exit status 3, and nothing stored.

#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

#include <array>
#include <vector>

using vierkant::testing::run_program;
using vierkant::testing::source_file;
using vierkant::testing::TemporaryFolder;

namespace {

class Desk {
public:
    Desk() { REQUIRE(run("init").status == 0); }
    [[nodiscard]] vierkant::testing::Ran run(const std::string& arguments) const
    {
        return run_program(VIERKANT_BINARY, "--today 2026-05-15 --db " + file("vierkant.db") + " " + arguments);
    }
    [[nodiscard]] std::string with(const std::string& text) const
    {
        std::ofstream{file("rows.csv"), std::ios::binary} << text;
        return file("rows.csv");
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (folder_.path() / name).string(); }

private:
    TemporaryFolder folder_;
};

std::string replaced(std::string text, const std::string& was, const std::string& is)
{
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    return text.replace(at, was.size(), is);
}

}  // namespace

TEST_CASE("a portfolio is taken over, once, and verifies", "[cli]")
{
    const Desk desk;
    const auto taken = desk.run("import portfolio docs/examples/portfolio.csv");
    INFO(taken.text);
    CHECK(taken.status == 0);
    CHECK(taken.says("8 leningen overgenomen zoals ze op 15-05-2026 stonden; 7 ondernemingen geregistreerd."));
    CHECK(taken.says("557.249,60"));
    const auto again = desk.run("import portfolio docs/examples/portfolio.csv");
    CHECK(again.status == 0);
    CHECK(again.says("niet herhaald"));
    CHECK(desk.run("verify").status == 0);
    CHECK(desk.run("loan show L-000001").says("Overgenomen op"));
    CHECK(desk.run("loan schedule L-000001").status == 0);
    const auto statement = desk.run("loan statement L-000003");
    INFO(statement.text);
    CHECK(statement.status == 0);
    CHECK(statement.says("104.470,32"));  // 103,500.00 outstanding and 970.32 interest overdue
    CHECK_FALSE(statement.says("opeising"));
    CHECK(desk.run("loan confirm L-000003").status == 0);
    CHECK(desk.run("application list").status == 0);
    CHECK(desk.run("application show 2019-0001").status == 0);
    CHECK(desk.run("application check 2019-0001").status == 1);
    CHECK(desk.run("jobs show 2019-0001").says("2022"));
    CHECK(desk.run("--format json undertaking import docs/examples/undertakings.csv --skip-bad")
              .says("\"undertakings\": 1"));
}

TEST_CASE("a file that is no portfolio is refused at its place, and nothing is kept", "[cli]")
{
    const auto good = source_file("docs/examples/portfolio.csv");
    const std::string header = good.substr(0, good.find('\n') + 1);
    struct Case {
        const char* what;
        std::string text;
        const char* says;
    };
    auto one_line_ends = good;
    for (char& c : one_line_ends) c = c == '\n' ? '\r' : c;
    const std::vector<Case> cases{
        {"nothing", "", "rows.csv"},
        {"header alone", header, "rows.csv"},
        {"a column is missing", replaced(good, "first_due", "eerste"), "rows.csv:1"},
        {"a column is unknown", replaced(good, "evidence", "bewijs"), "bewijs"},
        {"a column twice", replaced(good, "evidence", "kvk"), "rows.csv:1"},
        {"a quote is never closed", header + "\"L19-004,90000017\n", "rows.csv:2"},
        {"a stray quote", replaced(good, "Veenkunststof BV", "Veen\"kunststof"), "rows.csv:2"},
        {"three decimals", replaced(good, "131250.40", "131250.401"), "rows.csv:2 repaid"},
        {"a negative amount", replaced(good, "131250.40", "-131250.40"), "rows.csv:2 repaid"},
        {"a date that does not exist", replaced(good, "2020-01-01", "2020-02-30"), "rows.csv:2 first_due"},
        {"a date out of range", replaced(good, "2019-03-01", "0019-03-01"), "rows.csv:2 awarded_on"},
        {"a BSN in a name", replaced(good, "Veenkunststof BV", "Jansen 111222333"), "burgerservicenummer"},
        {"a BSN in a reference", replaced(good, "L19-004", "111222333"), "burgerservicenummer"},
        {"a field of 64 KB", replaced(good, "Veenkunststof BV", std::string(64 * 1024 + 1, 'x')), "rows.csv:2"},
        {"NUL", replaced(good, "Veenkunststof BV", std::string("Veen\0kunststof", 14)), "rows.csv:2"},
        {"not UTF-8", replaced(good, "Veenkunststof BV", "Veenkunststof\xE9"), "UTF-8"},
        {"the same row twice", good + good.substr(good.find('\n') + 1), "twee keer"},
        {"two fields too few", replaced(good, ",GM0109,investment-loan", ""), "rows.csv:8"},
        {"old line ends, and a fault", replaced(one_line_ends, "76500.00", "x"), "rows.csv:4 repaid"},
        {"a spreadsheet's own file", std::string("PK\x03\x04\x14\0\x06\0", 8), "rows.csv"},
    };
    const Desk desk;
    for (const auto& c : cases) {
        const auto ran = desk.run("import portfolio " + desk.with(c.text));
        INFO(c.what << "\n" << ran.text);
        CHECK(ran.status == 3);
        CHECK(ran.says(c.says));
    }
    const auto lines = desk.run("import portfolio " + desk.with(one_line_ends));
    INFO(lines.text);
    CHECK(lines.status == 0);
    CHECK(desk.run("import portfolio " + desk.file("none.csv")).status == 3);
    CHECK(desk.run("import portfolio /dev/null").status == 3);
    CHECK(desk.run("import portfolio docs").status == 3);
    CHECK(desk.run("import portfolio docs/examples/portfolio.csv --dialect fr").status == 2);
    CHECK(desk.run("import portfolio docs/examples/portfolio.csv --on 2026-13-01").status == 2);
    CHECK(desk.run("import portfolio docs/examples/portfolio.csv --on 2026-05-16").status == 1);
    CHECK(desk.run("verify").status == 0);
}

TEST_CASE("a file that is no list of undertakings is refused at its place, and nothing is kept", "[cli]")
{
    const auto good = source_file("docs/examples/undertakings.csv");
    const Desk desk;
    for (const auto& [was, is, says] : std::vector<std::array<std::string, 3>>{
             {"7821 AB", "0821", "rows.csv:2 postcode"},
             {"800000018,", "800000019,", "rows.csv:2 rsin"},
             {"Veenkunststof BV", "Jansen 111222333", "burgerservicenummer"},
             {",38,", ",veel,", "rows.csv:2 headcount"},
             {",bv,800000018", ",ltd,800000018", "rows.csv:2 legal_form"},
             {"90000025", "90000017", "90000017"},
             {"postcode", "postcodes", "postcode"},
         }) {
        const auto ran = desk.run("undertaking import " + desk.with(replaced(good, was, is)));
        INFO(ran.text);
        CHECK(ran.status == 3);
        CHECK(ran.says(says));
    }
    CHECK_FALSE(desk.run("undertaking list").says("90000017"));
    const auto imported = desk.run("undertaking import docs/examples/undertakings.csv");
    CHECK(imported.status == 0);
    CHECK(imported.says("3 ondernemingen geregistreerd"));
    CHECK(desk.run("undertaking import docs/examples/undertakings.csv").says("niet herhaald"));
}

TEST_CASE("the journal is written in the formats there are", "[cli]")
{
    const Desk desk;
    const auto xaf = desk.run("export journal --format xaf");
    CHECK(xaf.status == 2);
    CHECK(xaf.says("hledger, ledger, beancount, csv"));
    CHECK(desk.run("export journal").status == 2);
    CHECK(desk.run("export journal --format csv --from 2026-02-30").status == 2);
    CHECK(desk.run("export journal --format csv --from 2026-02-02 --until 2026-02-01").status == 2);
    CHECK(desk.run("export journal --format csv --fund geen").status == 1);
    CHECK(desk.run("export journal --format hledger --output " + desk.file("b.journal")).status == 0);
    CHECK(source_file(desk.file("b.journal")).find("equity:capital:emmen") != std::string::npos);
}
