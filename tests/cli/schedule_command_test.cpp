// The program as an officer calls it: what it prints and how it ends (exit status as in design.md, section 4).

#include "support/files.h"
#include "support/program.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

using vierkant::testing::Ran;
using vierkant::testing::TemporaryFolder;

Ran run(const std::string& arguments)
{
    return vierkant::testing::run_program(VIERKANT_BINARY, arguments);
}

Ran schedule_of(const std::string& terms, const std::string& options = "")
{
    const TemporaryFolder folder;
    const auto file = (folder.path() / "terms.json").string();
    std::ofstream{file} << terms;
    return run(options + " schedule --terms " + file);
}

std::string terms_with(const std::string& change, const std::string& instead)
{
    std::string terms = R"({"disbursements": [{"date": "2015-01-01", "amount": "10000.00"}],
        "rates": [{"from": "2015-01-01", "annual_percent": "4"}], "method": "linear", "instalments": 4,
        "every": 3, "unit": "month", "first_due": "2015-04-01", "events": []})";
    const auto at = terms.find(change);
    if (!change.empty()) terms.replace(at, change.size(), instead);
    return terms;
}

}  // namespace

TEST_CASE("the calculator prints the schedule as text, CSV and JSON", "[cli]")
{
    const auto text = schedule_of(terms_with("", ""));
    CHECK(text.status == 0);
    CHECK(text.text.find("    1  01-04-2015      90        2.500,00          100,00        2.600,00        7.500,00") !=
          std::string::npos);
    CHECK(schedule_of(terms_with("", ""), "--format csv").text ==
          "number,kind,due,days,principal,interest,total,balance\r\n"
          "1,instalment,2015-04-01,90,2500.00,100.00,2600.00,7500.00\r\n"
          "2,instalment,2015-07-01,91,2500.00,75.00,2575.00,5000.00\r\n"
          "3,instalment,2015-10-01,92,2500.00,50.00,2550.00,2500.00\r\n"
          "4,instalment,2016-01-01,92,2500.00,25.00,2525.00,0.00\r\n");
    const auto json = schedule_of(terms_with("", ""), "--format json");
    CHECK(json.status == 0);
    CHECK(
        json.text.find("\"totals\": {\n    \"principal\": \"10000.00\",\n    \"interest\": \"250.00\",\n    \"total\": "
                       "\"10250.00\"") != std::string::npos);
}

TEST_CASE("wrong terms are refused with the place, and status 3", "[cli]")
{
    struct Case {
        const char* change;
        const char* instead;
        const char* says;
    };
    const std::vector<Case> cases{
        {"10000.00", "10000.005", "/disbursements/0/amount"},
        {"10000.00", "-1.00", "/disbursements/0/amount"},
        {"\"amount\"", "\"bedrag\"", "/disbursements/0/amount"},
        {"\"linear\"", "\"lineair\"", "/method"},
        {"2015-04-01", "2015-02-30", "/first_due"},
        {"2015-04-01", "2014-12-01", "eerste opname"},
        {"\"4\"", "\"101\"", "rente van 101,00 %"},
        {"\"instalments\": 4", "\"instalments\": 0", "/instalments"},
        {"\"events\": []", "\"events\": [{\"type\": \"payment\", \"date\": \"2014-01-01\", \"amount\": \"1.00\"}]",
         "nog niets van deze lening opgenomen"},
        {"\"events\": []", "\"evnets\": []", "/evnets"},
        {"\"events\": []}", "\"events\": [", "geen geldige JSON"},
    };
    for (const auto& c : cases) {
        const auto outcome = schedule_of(terms_with(c.change, c.instead));
        INFO(outcome.text);
        CHECK(outcome.status == 3);
        CHECK(outcome.text.find(c.says) != std::string::npos);
    }
}

TEST_CASE("wrong usage ends with status 2, and says what is expected", "[cli]")
{
    CHECK(run("").status == 2);
    CHECK(run("schedule").status == 2);
    CHECK(run("bestaat-niet").status == 2);
    CHECK(run("--today 2026-02-30 verify").status == 2);
    CHECK(run("--db /nonexistent/x.db verify").status == 1);
    CHECK(run("schedule --terms /nonexistent.json").status == 3);
    CHECK(run("--help").status == 0);
}
