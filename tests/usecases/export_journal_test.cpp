// The books as other programs read them: each must accept them, and come to our trial balance.

#include "usecases/export_journal.h"
#include "storage/fund_store.h"
#include "support/databases.h"
#include "support/files.h"
#include "support/program.h"
#include "support/small_portfolio.h"

#include <catch2/catch.hpp>

#include <iostream>
#include <map>
#include <sstream>

using namespace vierkant;
using formats::JournalFormat;
using vierkant::testing::make_small_portfolio;
using vierkant::testing::on_each_database;
using vierkant::testing::run_program;
using vierkant::testing::TemporaryFolder;

namespace {

std::string journal(storage::Connection& connection, JournalFormat format, const storage::JournalSelection& of = {})
{
    std::ostringstream out;
    REQUIRE(usecases::export_journal(connection, of, format, out));
    return out.str();
}

bool is_there(const std::string& program)
{
    if (run_program(program, "--version").status == 0) return true;
    std::cerr << "left out: " << program << " is not installed (tools/install --test installs it)\n";
    return false;
}

using Balances = std::map<std::string, Money>;

/// Debit less credit per account over all funds; accounts at zero left out.
Balances our_balances(storage::Connection& connection)
{
    Balances balances;
    for (const auto& row : storage::trial_balance(connection, date(2099, 1, 1)))
        balances[row.account] += row.debit - row.credit;
    std::erase_if(balances, [](const auto& entry) { return entry.second.is_zero(); });
    return balances;
}

/// What a program prints: an account and an amount a line, separated by a comma, in quotes or not. Loans added up.
Balances read_balances(const std::string& text)
{
    Balances balances;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        std::erase_if(line, [](char c) { return c == '"' || c == ' '; });
        const auto comma = line.find(',');
        if (comma == std::string::npos) continue;
        const auto amount = parse_money(line.substr(comma + 1, line.find("EUR") - comma - 1));
        if (!amount) continue;  // the header
        auto account = line.substr(0, comma);
        std::transform(account.begin(), account.end(), account.begin(), [](char c) { return std::tolower(c); });
        if (account.starts_with("assets:loans")) account = "assets:loans";
        balances[account] += *amount;
    }
    std::erase_if(balances, [](const auto& entry) { return entry.second.is_zero(); });
    return balances;
}

std::string write(const TemporaryFolder& folder, const std::string& text)
{
    const auto name = (folder.path() / "journal").string();
    std::ofstream{name, std::ios::binary} << text;
    return name;
}

}  // namespace

TEST_CASE("hledger accepts the journal under every check, and its balances are ours", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        if (!is_there("hledger")) return;
        const TemporaryFolder folder;
        const auto file = write(folder, journal(connection, JournalFormat::hledger));
        for (const auto* check : {"check --strict", "check ordereddates", "check balancednoautoconversion",
                                  "check uniqueleafnames", "check accounts commodities parseable"}) {
            const auto ran = run_program("hledger", std::string{"-f "} + file + " " + check);
            INFO(check << "\n" << ran.text);
            CHECK(ran.status == 0);
        }
        const auto ran = run_program("hledger", "-f " + file + " balance --flat --no-total -O csv");
        INFO(ran.text);
        CHECK(read_balances(ran.text) == our_balances(connection));
        const auto tagged = run_program("hledger", "-f " + file + " register -O csv tag:loan=L-2 assets:loans");
        CHECK(tagged.says("assets:loans:L-2"));
        CHECK_FALSE(tagged.says("assets:loans:L-1"));
        const auto coded = run_program("hledger", "-f " + file + " print code:^1$ tag:fund=revolving");
        CHECK(coded.says("(1) "));
    });
}

TEST_CASE("ledger accepts the journal, and its balances are ours", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        if (!is_there("ledger")) return;
        const TemporaryFolder folder;
        const auto file = write(folder, journal(connection, JournalFormat::ledger));
        const auto ran = run_program("ledger", "-f " + file +
                                                   " --pedantic balance --flat --no-total --balance-format "
                                                   "'%(account),%(display_total)\n'");
        INFO(ran.text);
        CHECK(ran.status == 0);
        CHECK(read_balances(ran.text) == our_balances(connection));
    });
}

TEST_CASE("beancount accepts the journal, and its balances are ours", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        if (!is_there("bean-check")) return;
        const TemporaryFolder folder;
        const auto file = write(folder, journal(connection, JournalFormat::beancount));
        const auto checked = run_program("bean-check", file);
        INFO(checked.text);
        CHECK(checked.status == 0);
        const auto ran =
            run_program("bean-query", "-f csv " + file + " 'SELECT account, sum(position) GROUP BY account'");
        CHECK(read_balances(ran.text) == our_balances(connection));
    });
}

TEST_CASE("the journal as CSV has a row a posting, of the days and the fund asked for", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        const auto text = journal(connection, JournalFormat::csv, {"revolving", date(2026, 8, 1), date(2026, 8, 1)});
        CHECK(text.starts_with("fund,entry,date,description,line,debit,credit,amount,loan,grant,bank_line\r\n"));
        CHECK(text.find("expenses:write-off,assets:loans:L-4,10000.00,L-4,,\r\n") != std::string::npos);
        CHECK(text.find("2026-07-10") == std::string::npos);
        CHECK(journal(connection, JournalFormat::csv_dutch).find(";assets:loans:L-4;10000,00;L-4;;\r\n") !=
              std::string::npos);
        CHECK(journal(connection, JournalFormat::csv, {"reshoring", {}, {}}).find("revolving") == std::string::npos);
    });
}

TEST_CASE("what would break a journal in a description does not", "[formats]")
{
    std::ostringstream out;
    const auto writer = formats::JournalWriter::make(JournalFormat::hledger, out);
    writer->entry({"revolving", 7, date(2026, 1, 2), "Kosten; |aanmaning|\n2026-01-01 x  y", {}});
    CHECK(out.str() == "\n2026-01-02 (7) Kosten, /aanmaning/ 2026-01-01 x y\n    ; fund: revolving\n");
    CHECK(formats::beancount_account("equity:capital:regio_zuid") == "Equity:Capital:Regio-zuid");
}

TEST_CASE("a journal of a fund that is not there or of a period turned round is refused", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        std::ostringstream out;
        const auto unknown = usecases::export_journal(connection, {"geen", {}, {}}, JournalFormat::csv, out);
        REQUIRE_FALSE(unknown);
        CHECK(unknown.refusal().text->code == "usecases.fund_unknown");
        const auto reversed =
            usecases::export_journal(connection, {"", date(2026, 2, 1), date(2026, 1, 1)}, JournalFormat::csv, out);
        REQUIRE_FALSE(reversed);
        CHECK(reversed.refusal().text->code == "usecases.period_reversed");
        CHECK(out.str().empty());
    });
}
