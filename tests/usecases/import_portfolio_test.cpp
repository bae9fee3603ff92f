// Loans taken over from another administration: they stand in the books as they stood there, and go on from there.

#include "usecases/import_portfolio.h"
#include "storage/fund_store.h"
#include "storage/take_over_store.h"
#include "support/administration.h"
#include "support/databases.h"
#include "support/files.h"
#include "usecases/assess_application.h"
#include "usecases/close_days.h"
#include "usecases/init_administration.h"
#include "usecases/list_undertakings.h"
#include "usecases/loan_booking.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace vierkant;
using ledger::Account;
using vierkant::testing::balance;
using vierkant::testing::on_each_database;
using vierkant::testing::source_file;
using vierkant::testing::task;

namespace {

const Date today = date(2026, 5, 15);

const std::string header =
    "reference,kvk,name,legal_form,sbi_main,street,house_number,postcode,place,municipality,scheme,awarded_on,amount,"
    "disbursements,method,instalments,every,annual_percent,first_due,repaid,interest_received,written_off,"
    "overdue_principal,overdue_interest,overdue_since,jobs_promised,jobs_realised,measured_on,evidence\n";

/// EUR 10,000 at 4 % in four quarters, linear, from 1 January 2026 (style.md, section 12), one instalment paid:
/// 2,575.00 falls due on 1 July 2026.
struct RowOf {
    std::string reference = "A-1";
    std::string kvk = "90000017";
    std::string amount = "10000.00";
    std::string disbursements = "2026-01-01=10000.00";
    std::string repaid = "2500.00";
    std::string interest = "100.00";
    std::string written_off{};
    std::string overdue = ",,";
    std::string jobs = ",,,";
    std::string municipality = "Emmen";
    std::string sbi = "22.29";
    std::string scheme = "investment-loan";
    std::string awarded = "2026-01-01";
};

std::string row_of(const RowOf& row)
{
    return row.reference + "," + row.kvk + ",Veenkunststof BV,bv," + row.sbi + ",Kunststofweg,12,7821AB,Emmen," +
           row.municipality + "," + row.scheme + "," + row.awarded + "," + row.amount + "," + row.disbursements +
           ",linear,4,3,4.00,2026-04-01," + row.repaid + "," + row.interest + "," + row.written_off + "," +
           row.overdue + "," + row.jobs + "\n";
}

struct Heard {
    std::vector<std::string> bad;
};

Result<usecases::PortfolioReceipt> import(storage::Connection& connection, const std::string& text,
                                          Heard* heard = nullptr,
                                          usecases::BadRows bad_rows = usecases::BadRows::refuse,
                                          formats::CsvNumbers numbers = formats::CsvNumbers::international)
{
    std::istringstream file{text};
    const usecases::ImportRows how{"p.csv",
                                   numbers,
                                   bad_rows,
                                   [&](const Refusal& refusal) {
                                       if (heard != nullptr) heard->bad.push_back(refusal.in(Language::en));
                                   },
                                   {}};
    return usecases::import_portfolio(connection, task("import portfolio", today), file, how, today);
}

void init(storage::Connection& connection)
{
    REQUIRE(usecases::init_administration(connection, task("init", date(2026, 1, 2)), "", ""));
}

std::int64_t count(storage::Connection& connection, const std::string& table)
{
    return connection.number("SELECT COUNT(*) FROM " + table, {}, -1);
}

lending::Event event(lending::EventKind kind, Date day, const std::string& amount)
{
    return {EventId{}, day, kind, *parse_money(amount)};
}

storage::StoredLoan loan(storage::Connection& connection, const std::string& number)
{
    const auto found = storage::find_loan(connection, number);
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("days are closed on loans taken over as on any other", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        REQUIRE(import(connection, header + row_of({})));
        const auto closed = usecases::close_days(connection, task("close day", date(2026, 7, 2)),
                                                 {date(2026, 7, 1), "revolving", today});
        REQUIRE(closed);
        CHECK(closed->front().fell_due_count == 1);
        CHECK(to_text(closed->front().fell_due) == "2575.00");
        // Up to 30 June 75 x 90 / 91; of it 75 x 44 / 91 had accrued when it was taken over on 15 May: 74.18 - 36.26.
        CHECK(connection.number("SELECT CAST(SUM(amount) AS BIGINT) FROM interest_accrued WHERE day BETWEEN "
                                "'2026-05-16' AND '2026-06-30'",
                                {}, 0) == 3'792);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("the example portfolio is taken over into a fresh administration", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        Heard heard;
        const auto receipt = import(connection, source_file("docs/examples/portfolio.csv"), &heard);
        for (const auto& bad : heard.bad) UNSCOPED_INFO(bad);
        REQUIRE(receipt);
        CHECK(receipt->loans == 8);
        CHECK(receipt->undertakings == 7);
        // Added up by hand from the file.
        CHECK(to_text(receipt->awarded) == "1235000.00");
        CHECK(to_text(receipt->disbursed) == "1115000.00");
        CHECK(to_text(receipt->repaid) == "519750.40");
        CHECK(to_text(receipt->written_off) == "38000.00");
        CHECK(to_text(receipt->outstanding) == "557249.60");
        CHECK(to_text(receipt->overdue) == "5470.32");

        // Cash = 10,000,000.00 paid in - 1,115,000.00 disbursed + 519,750.40 repaid + 172,183.90 interest.
        const auto funds = storage::fund_standings(connection);
        CHECK(to_text(funds.front().cash) == "9576934.30");
        CHECK(to_text(funds.front().committed) == "120000.00");
        CHECK(to_text(funds.front().outstanding) == "557249.60");
        CHECK(balance(connection, Account::taken_over).is_zero());
        CHECK(to_text(balance(connection, Account::write_off)) == "38000.00");
        CHECK(usecases::verify_administration(connection).empty());

        const auto report = usecases::make_report(connection, "fund-statement", today, "revolving");
        REQUIRE(report);
        std::map<std::string, std::int64_t> figures;
        for (const auto& table : report->tables) {
            if (table.name != "figures") continue;
            for (const auto& row : table.rows) {
                if (const auto* cents = std::get_if<std::int64_t>(&row.at(1))) {
                    figures[std::to_string(figures.size())] = *cents;
                }
            }
        }
        std::set<std::int64_t> amounts;
        for (const auto& [name, cents] : figures) amounts.insert(cents);
        CHECK(amounts.contains(1'115'000'00));
        CHECK(amounts.contains(519'750'40));
        CHECK(amounts.contains(172'183'90));
    });
}

TEST_CASE("the same portfolio twice changes nothing, nor does one of its loans in another file", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        REQUIRE(import(connection, header + row_of({})));
        CHECK_THROWS_AS(import(connection, header + row_of({})), storage::AlreadyDone);
        Heard heard;
        const auto again = import(connection, header + row_of({}) + row_of({.reference = "A-2"}), &heard);
        REQUIRE_FALSE(again);
        CHECK(again.refusal().cause == Cause::bad_input);
        REQUIRE(heard.bad.size() == 1);
        CHECK(heard.bad.front() == "p.csv:2: A-1 was taken over as loan L-000001 already. Remove the row.");
        CHECK(count(connection, "loan") == 1);
    });
}

TEST_CASE("a loan taken over on schedule goes on as the one that was kept here", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        REQUIRE(import(connection, header + row_of({})));
        const auto taken = loan(connection, "L-000001");
        // Outstanding 7,500.00; 44 of the 91 days of the quarter have run: 75.00 x 44/91 = 36.26.
        CHECK(to_text(balance(connection, Account::loans)) == "7500.00");
        CHECK(to_text(balance(connection, Account::interest_receivable)) == "36.26");
        const auto state = lending::replay(taken.terms, {}, date(2026, 7, 1));
        REQUIRE(state.open.size() == 1);
        CHECK(to_text(state.open.front().principal) == "2500.00");
        CHECK(to_text(state.open.front().interest) == "75.00");

        const auto paid =
            usecases::record_loan_event(connection, task("loan repay", date(2026, 7, 1)), "L-000001",
                                        event(lending::EventKind::payment, date(2026, 7, 1), "2575.00"), "");
        REQUIRE(paid);
        CHECK(to_text(paid->outstanding) == "5000.00");
        CHECK(balance(connection, Account::interest_receivable).is_zero());
        CHECK(usecases::verify_administration(connection).empty());
        const auto ahead = lending::plan_ahead(
            taken.terms, lending::replay(taken.terms, storage::events_of(connection, taken), date(2026, 7, 1)));
        REQUIRE(ahead.rows.size() == 2);
        CHECK(to_text(ahead.rows[0].total()) == "2550.00");
        CHECK(to_text(ahead.rows[1].total()) == "2525.00");
    });
}

TEST_CASE("a loan taken over with arrears is as late as it was", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        REQUIRE(import(connection,
                       header + row_of({.repaid = "0.00", .interest = "", .overdue = "2500.00,100.00,2026-04-01"})));
        const auto taken = loan(connection, "L-000001");
        const auto state = lending::replay(taken.terms, {}, today);
        // From 1 April to 15 May are 44 days.
        CHECK(lending::days_past_due(state, today) == 44);
        CHECK(to_text(state.open_total()) == "2600.00");
        // Interest runs over all that is owed, the plan over what is not late: 100.00 and 2,500.00 on 1 July.
        const auto july = lending::replay(taken.terms, {}, date(2026, 7, 1));
        CHECK(to_text(july.open.back().interest) == "100.00");
        CHECK(to_text(july.open.back().principal) == "2500.00");
        const auto paid =
            usecases::record_loan_event(connection, task("loan repay", date(2026, 5, 20)), "L-000001",
                                        event(lending::EventKind::payment, date(2026, 5, 20), "2600.00"), "");
        REQUIRE(paid);
        CHECK(to_text(paid->outstanding) == "7500.00");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("what was drawn before the first instalment bears interest from its own day", "[usecases]")
{
    // 6,000 from 1 January and 4,000 from 1 March: 90 days to 1 April, 31 of them over both. A quarter at 4 % is 1 %:
    // 60.00 + 40.00 x 31/90 = 73.78.
    lending::LoanTerms terms;
    terms.method = lending::Method::linear;
    terms.instalments = 4;
    terms.every = 3;
    terms.first_due = date(2026, 4, 1);
    terms.rates = {{date(2026, 1, 1), percent(4)}};
    terms.opening.emplace();
    terms.opening->on = date(2026, 3, 20);
    terms.opening->drawings = {{date(2026, 1, 1), Money::euros(6'000)}, {date(2026, 3, 1), Money::euros(4'000)}};
    const auto april = lending::replay(terms, {}, date(2026, 4, 1));
    REQUIRE(april.open.size() == 1);
    CHECK(to_text(april.open.front().interest) == "73.78");
    CHECK(to_text(april.open.front().principal) == "2500.00");
}

TEST_CASE("nothing happens to a loan before it was taken over, and its application is not judged here", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        REQUIRE(import(connection, header + row_of({})));
        const auto early =
            usecases::record_loan_event(connection, task("loan repay", today), "L-000001",
                                        event(lending::EventKind::payment, date(2026, 5, 14), "1.00"), "");
        REQUIRE_FALSE(early);
        CHECK(early.refusal().text->code == "lending.before_take_over");
        const auto judged = usecases::check_application(connection, "2026-0001", today);
        REQUIRE_FALSE(judged);
        CHECK(judged.refusal().text->code == "usecases.case_was_elsewhere");
    });
}

TEST_CASE("a fund takes over no more than it has", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        const auto refused = import(
            connection,
            header + row_of({.amount = "10000100.01", .disbursements = "2026-01-01=9000000.00", .repaid = "0.00"}));
        REQUIRE_FALSE(refused);
        // 10,000,100.01 awarded, 100.00 interest received, 10,000,000.00 in the fund.
        CHECK(refused.refusal().in(Language::nl).find("komt 0,01 tekort") != std::string::npos);
        CHECK(refused.refusal().cause == Cause::rule);
        CHECK(count(connection, "loan") == 0);
        CHECK(count(connection, "undertaking") == 0);
        REQUIRE(import(
            connection,
            header + row_of({.amount = "10000100.00", .disbursements = "2026-01-01=9000000.00", .repaid = "0.00"})));
        CHECK(storage::fund_standings(connection).front().available().is_zero());
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("each bad row is told with its line, column and reason, and nothing is kept", "[usecases]")
{
    struct Case {
        RowOf row;
        std::string says;
    };
    const std::vector<Case> cases{
        {{.kvk = "9000001"}, "p.csv:2 kvk: "},
        {{.amount = "10000.005"}, "p.csv:2 amount: "},
        {{.amount = "-1.00"}, "p.csv:2 amount: "},
        {{.amount = "0.00"}, "p.csv:2 amount: "},
        {{.amount = "1e4"}, "p.csv:2 amount: "},
        {{.amount = "99999999999999999999"}, "p.csv:2 amount: "},
        {{.disbursements = "2026-01-01 10000"}, "p.csv:2 disbursements: "},
        {{.disbursements = "2026-02-30=10.00"}, "p.csv:2 disbursements: "},
        {{.disbursements = "2026-02-01=10.00 2026-01-01=10.00"}, "p.csv:2: "},
        {{.disbursements = "2025-12-01=10000.00"}, "p.csv:2: "},
        {{.disbursements = "2026-01-01=10000.01"}, "p.csv:2: "},
        {{.repaid = "10000.01"}, "p.csv:2: "},
        {{.written_off = "7500.01"}, "p.csv:2: "},
        {{.overdue = "2500.00,,"}, "p.csv:2: "},
        {{.overdue = ",,2026-04-01"}, "p.csv:2: "},
        {{.overdue = "2500.00,,2026-05-16"}, "p.csv:2 overdue_since: "},
        {{.overdue = "7500.01,,2026-04-01"}, "p.csv:2: "},
        {{.awarded = "2026-05-16"}, "p.csv:2 awarded_on: "},
        {{.awarded = "1026-01-01"}, "p.csv:2 awarded_on: "},
        {{.awarded = "2014-06-30"}, "p.csv:2 scheme: "},
        {{.scheme = "reshoring-grant"}, "p.csv:2 scheme: "},
        {{.scheme = "geen"}, "p.csv:2 scheme: "},
        {{.municipality = "Atlantis"}, "p.csv:2 municipality: "},
        {{.sbi = "ABC"}, "p.csv:2 sbi_main: "},
        {{.reference = "111222333"}, "p.csv:2 reference: "},
        {{.reference = ""}, "p.csv:2 reference: "},
        {{.jobs = "mbo-9=2,,,"}, "p.csv:2 jobs_promised: "},
        {{.jobs = "mbo-2=-2,,,"}, "p.csv:2 jobs_promised: "},
        {{.jobs = "mbo-2/XYZ=2,,,"}, "p.csv:2 jobs_promised: "},
        {{.jobs = "mbo-2=2,mbo-2=2,,x"}, "p.csv:2 measured_on: "},
        {{.jobs = "mbo-2=2,mbo-2=2,2026-03-01,"}, "p.csv:2 evidence: "},
        {{.jobs = "mbo-2=2,mbo-2=2,2026-03-01,werknemer 111222333"}, "p.csv:2 evidence: "},
        {{.jobs = "mbo-2=2,,2026-03-01,"}, "p.csv:2 jobs_realised: "},
    };
    on_each_database([&](storage::Connection& connection) {
        init(connection);
        for (const auto& [row, says] : cases) {
            Heard heard;
            const auto refused = import(connection, header + row_of(row), &heard);
            INFO(row_of(row));
            REQUIRE_FALSE(refused);
            CHECK(refused.refusal().cause == Cause::bad_input);
            REQUIRE(heard.bad.size() == 1);
            INFO(heard.bad.front());
            CHECK(heard.bad.front().starts_with(says));
        }
        for (const auto* table : {"loan", "dossier", "undertaking", "taken_over_loan", "job_commitment"})
            CHECK(count(connection, table) == 0);
    });
}

TEST_CASE("bad rows can be skipped, and all of them are told", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        const auto text = header + row_of({}) + row_of({.reference = "A-2", .kvk = "x"}) + "a,b\n" +
                          row_of({.reference = "A-1"}) + row_of({.reference = "A-3", .kvk = "90000025"});
        Heard heard;
        CHECK_FALSE(import(connection, text, &heard));
        CHECK(heard.bad.size() == 3);
        CHECK(count(connection, "loan") == 0);
        const auto receipt = import(connection, text, nullptr, usecases::BadRows::skip);
        REQUIRE(receipt);
        CHECK(receipt->rows == 5);
        CHECK(receipt->bad == 3);
        CHECK(receipt->loans == 2);
        CHECK(receipt->undertakings == 2);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a Dutch spreadsheet says the same in its own way", "[usecases]")
{
    std::string dutch;
    auto text = header + row_of({});
    for (const char c : text) dutch += c == ',' ? ';' : c;
    const auto put = [&](const std::string& was, const std::string& is) {
        for (auto at = dutch.find(was); at != std::string::npos; at = dutch.find(was, at + is.size()))
            dutch.replace(at, was.size(), is);
    };
    put("10000.00", "10000,00");
    put("2500.00", "2500,00");
    put("100.00", "100,00");
    put("4.00", "4,00");
    put(";2026-04-01", ";01-04-2026");
    put("\n", "\r\n");
    on_each_database([&](storage::Connection& connection) {
        init(connection);
        Heard heard;
        const auto receipt =
            import(connection, "\xEF\xBB\xBF" + dutch, &heard, usecases::BadRows::refuse, formats::CsvNumbers::dutch);
        for (const auto& bad : heard.bad) UNSCOPED_INFO(bad);
        REQUIRE(receipt);
        CHECK(to_text(receipt->outstanding) == "7500.00");
    });
}

TEST_CASE("the example undertakings are registered, once", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        init(connection);
        const auto text = source_file("docs/examples/undertakings.csv");
        const auto register_them = [&](const std::string& csv, Heard& heard) {
            std::istringstream file{csv};
            return usecases::import_undertakings(
                connection, task("undertaking import", today), file,
                {"u.csv",
                 formats::CsvNumbers::international,
                 usecases::BadRows::refuse,
                 [&](const Refusal& refusal) { heard.bad.push_back(refusal.in(Language::en)); },
                 {}});
        };
        Heard heard;
        const auto receipt = register_them(text, heard);
        for (const auto& bad : heard.bad) UNSCOPED_INFO(bad);
        REQUIRE(receipt);
        CHECK(receipt->undertakings == 3);
        CHECK_THROWS_AS(register_them(text, heard), storage::AlreadyDone);
        const auto found = usecases::show_undertaking(connection, "90000083");
        REQUIRE(found);
        CHECK(found->value.name == "Smederij \"De Punt\"");
        CHECK(found->value.address.municipality.text() == "GM0114");
        CHECK(found->value.figures->headcount == 3);
        CHECK(usecases::verify_administration(connection).empty());

        const auto head = text.substr(0, text.find('\n') + 1);
        CHECK_FALSE(register_them(head + "90000017,X,bv,,,,22.29,,a,1,7821AB,Emmen,Emmen,,,\n" +
                                      "90000091,Y,bv,,,NL81VKWR0000000017,22.29,,a,1,7821AB,Emmen,Emmen,,,\n" +
                                      "90000109,Z,eenmanszaak,800000018,,,22.29,,a,1,7821AB,Emmen,Emmen,,,\n" +
                                      "90000117,W,bv,800000018,,,22.29,,a,1,7821AB,Emmen,Emmen,,,\n" +
                                      "90000125,V,bv,800000026,,,22.29,,a,1,7821AB,Emmen,Emmen,,,\n",
                                  heard));
        REQUIRE(heard.bad.size() == 5);
    });
}
