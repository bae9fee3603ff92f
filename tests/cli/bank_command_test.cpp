#include "domain/banking/camt053_writer.h"
#include "support/files.h"
#include "support/program.h"

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

/// The account of the revolving fund in data/programme/vierkant.json, which opens with EUR 10,000,000.
const std::string fund_account = "NL44VKWR0000000101";

/// A statement of so many payments of strangers, a cent each.
void write_statement(const std::filesystem::path& file, std::int64_t lines)
{
    banking::StatementHead head;
    head.id = "2014-1";
    head.account = fund_account;
    head.created = "2014-07-04T20:00:00";
    head.opening = {Money::euros(10'000'000), date(2014, 7, 4)};
    head.closing = {head.opening.amount + Money::cents(lines), date(2014, 7, 4)};
    std::ofstream out{file, std::ios::binary};
    banking::Camt053Writer writer{banking::Camt053Version::v08, [&](std::string_view part) { out << part; }};
    writer.begin("M1", head.created);
    writer.begin_statement(head);
    banking::Line line;
    line.amount = Money::cents(1);
    line.booked = line.value = date(2014, 7, 4);
    for (std::int64_t i = 1; i <= lines; ++i) {
        line.bank_reference = "BANK" + std::to_string(i);
        writer.entry({&line, 1});
    }
    writer.end_statement();
    writer.end();
}

/// An administration of July 2014, in a folder of its own.
class Office {
public:
    Office() { REQUIRE(run("init").status == 0); }

    [[nodiscard]] std::string command(const std::string& words) const
    {
        return std::string{VIERKANT_BINARY} + " --db " + (folder_.path() / "v.db").string() + " --today 2014-07-05 " +
               words;
    }
    [[nodiscard]] Ran run(const std::string& words, const std::string& today = "2014-07-05") const
    {
        return run_program(VIERKANT_BINARY,
                           "--db " + (folder_.path() / "v.db").string() + " --today " + today + " " + words);
    }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("an import that is killed leaves nothing or everything, and can be done again", "[cli][bank]")
{
    const Office office;
    const auto file = office.file("large.xml");
    write_statement(file, 20'000);
    for (const auto milliseconds : {30, 120, 300, 700}) {
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::execl("/bin/sh", "sh", "-c",
                    ("exec " + office.command("bank import " + file.string() + " >/dev/null")).c_str(),
                    static_cast<char*>(nullptr));
            ::_exit(127);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds});
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        const auto lines = office.run("bank lines --format csv").text;
        const auto count = std::count(lines.begin(), lines.end(), '\n') - 1;
        INFO(count);
        CHECK((count == 0 || count == 20'000));
        CHECK(office.run("verify").status == 0);
    }
    CHECK(office.run("bank import " + file.string()).status == 0);
    const auto again = office.run("bank import " + file.string());
    CHECK(again.status == 0);
    CHECK(again.says("was al ingelezen"));
    CHECK(office.run("verify").status == 0);
}

TEST_CASE("two officers who import one file at once book it once", "[cli][bank]")
{
    const Office office;
    const auto file = office.file("statement.xml");
    write_statement(file, 500);
    const auto import = office.command("bank import " + file.string());
    const auto both = run_program(
        "/bin/sh", "-c '" + import + " & first=$!; " + import + "; second=$?; wait $first && exit $second'");
    CHECK(both.status == 0);
    CHECK(both.says("was al ingelezen"));
    const auto lines = office.run("bank lines --format csv").text;
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 501);
    CHECK(office.run("verify").status == 0);
}

TEST_CASE("a bad file among good ones is named, and the good ones are kept", "[cli][bank]")
{
    const Office office;
    write_statement(office.file("good.xml"), 3);
    std::ofstream{office.file("bad.xml")} << "<Document>";
    const auto ran = office.run("bank import " + office.file("bad.xml").string() + " " +
                                office.file("good.xml").string() + " /nowhere.xml");
    CHECK(ran.status == 3);
    CHECK(ran.says("bad.xml:"));
    CHECK(ran.says("/nowhere.xml"));
    CHECK(ran.says("2014-1 (revolving)"));
    CHECK(office.run("bank import --format json " + office.file("good.xml").string()).says("\"known\": true"));
}

TEST_CASE("an officer goes on from what is unmatched", "[cli][bank]")
{
    const Office office;
    write_statement(office.file("s.xml"), 2);
    CHECK(office.run("bank import " + office.file("s.xml").string()).says("vierkant bank unmatched"));
    CHECK(office.run("bank unmatched").says("B-000002"));
    CHECK(office.run("bank unmatched --fund nothing").status == 1);
    CHECK(office.run("bank match B-1 --ignore").status == 2);
    CHECK(office.run("bank match B-1 --funder emmen --reason afgesproken").status == 0);
    CHECK(office.run("bank match B-2 --ignore --reason proef").status == 0);
    CHECK(office.run("bank unmatched").says("Er staan geen regels op vraagposten."));
    CHECK(office.run("bank lines").says("storting equity:capital:emmen"));
    CHECK(office.run("bank funders").says("RF65 VVWF 1K10 0"));
    CHECK(office.run("verify").status == 0);
}

TEST_CASE("a statement that does not tie is refused for that first, whosever account it is", "[cli][bank]")
{
    const Office office;
    const auto file = office.file("other.xml");
    write_statement(file, 3);
    auto text = source_file(file.string());
    const auto replace = [&](const std::string& from, const std::string& to) {
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    replace(fund_account, "NL26VAYB8060476890");  // of the sample camt053.v2.multi.statement.xml: no account of ours
    std::ofstream{file} << text;
    const auto foreign = office.run("bank import " + file.string());
    CHECK(foreign.status == 1);
    CHECK(foreign.says("NL26VAYB8060476890 hoort bij geen fonds"));

    replace("10000000.03", "10000000.04");
    std::ofstream{file} << text;
    const auto broken = office.run("bank import " + file.string());
    CHECK(broken.status == 3);
    CHECK(broken.says("10000000.03"));
    CHECK(broken.says("10000000.04"));
}

TEST_CASE("who works on a day in a closed period is told so, and nothing is kept", "[cli][bank]")
{
    const Office office;
    write_statement(office.file("s.xml"), 1);
    CHECK(office.run("close day --until 2014-07-31", "2014-08-05").status == 0);
    CHECK(office.run("close period --until 2014-07-31", "2014-08-05").status == 0);
    const auto ran = office.run("bank import " + office.file("s.xml").string());
    CHECK(ran.status == 1);
    CHECK(ran.says("05-07-2014 ligt in een gesloten periode (tot en met 31-07-2014)"));
    CHECK(office.run("bank lines --format csv").text.find("BANK1") == std::string::npos);
    // Once August has come, the statement of July is booked in August.
    CHECK(office.run("bank import " + office.file("s.xml").string(), "2014-08-05").status == 0);
    CHECK(office.run("verify").status == 0);
}
