#include "support/administration.h"
#include "support/databases.h"
#include "usecases/close_period.h"
#include "usecases/loan_booking.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using lending::EventKind;
using storage::Connection;
using storage::InterestBooking;

namespace {

/// A fund with the loan of EUR 10,000 at 4 % in four quarters, drawn on 1 January 2026. Per quarter 100.00 of interest
/// at first, over 90 days up to 1 April and over 91 up to 1 July; on day d of a quarter of n days, 100 x d / n.
void open_with_loan(Connection& connection)
{
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    const lending::Event drawn{EventId{}, date(2026, 1, 1), EventKind::disbursement, Money::euros(10'000)};
    REQUIRE(usecases::record_loan_event(connection, task("loan", date(2026, 1, 1)), "L-1", drawn, ""));
}

usecases::ClosedDays close_until(Connection& connection, Date until)
{
    const auto receipts = usecases::close_days(connection, task("close day", until + 1), {until});
    if (!receipts) FAIL(receipts.refusal().in(Language::en));
    return receipts->front();
}

std::string outcome(const Result<std::vector<usecases::PeriodReceipt>>& receipts)
{
    return receipts ? "closed" : std::string{receipts.refusal().text->code};
}

std::string close_period(Connection& connection, Date until, const std::string& note, Date today)
{
    return outcome(usecases::close_period(connection, task("close period", today), {until, "", note}, Language::en));
}

void paid(Connection& connection, Date value, std::int64_t euros, Date today)
{
    const lending::Event payment{EventId{}, value, EventKind::payment, Money::euros(euros)};
    REQUIRE(usecases::record_loan_event(connection, task("loan", today), "L-1", payment, "test"));
}

std::string problems(Connection& connection)
{
    std::string all;
    for (const auto& problem : usecases::verify_administration(connection)) all += problem.in(Language::en) + "\n";
    return all;
}

std::string state_of(Connection& connection)
{
    std::string state;
    connection.each("SELECT state, booked FROM loan_position", {}, "tt",
                    [&](const storage::Row& row) { state += row.text(0) + " / " + row.text(1) + "\n"; });
    return state;
}

std::int64_t count(Connection& connection, const std::string& what)
{
    return connection.number("SELECT count(*) FROM " + what, {}, 0);
}

}  // namespace

TEST_CASE("interest is booked at the end of the month, and what is not booked yet is known of each day", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto january = close_until(connection, date(2026, 1, 31));
        CHECK(january.days() == 31);
        CHECK(january.loans == 1);
        CHECK(january.interest_booked == Money::cents(3'333));  // 100 x 30 / 90
        CHECK(count(connection, "entry WHERE entry_date = '2026-01-31'") == 1);
        const auto february = close_until(connection, date(2026, 2, 10));
        CHECK(february.interest_booked.is_zero());
        CHECK(february.accrued_unbooked == Money::cents(1'111));  // 100 x 40 / 90 - 33.33
        CHECK(storage::accrued_unbooked(connection, revolving, date(2026, 1, 16)) == Money::cents(1'667));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a fund may book interest by the day", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        REQUIRE(usecases::set_interest_booking(connection, task("close interest", date(2026, 1, 1)), "revolving",
                                               InterestBooking::daily));
        const auto closed = close_until(connection, date(2026, 1, 10));
        CHECK(closed.interest_booked == Money::cents(1'000));  // 100 x 9 / 90
        CHECK(closed.accrued_unbooked.is_zero());
        CHECK(count(connection, "entry WHERE description LIKE 'Rente%'") == 9);  // on the first day none had accrued
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("what is due falls due on its day and is late the day after", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto due = close_until(connection, date(2026, 4, 1));
        CHECK(due.fell_due_count == 1);
        CHECK(due.fell_due == Money::euros(2'600));
        CHECK(due.late.count == 1);  // on 2 April
        CHECK(due.late.amount == Money::euros(2'600));
        CHECK(balance(connection, Account::interest_income) == Money::euros(-100));
        // Over 10,000 still: another 100.00, where the plan had 75.00.
        const auto second = close_until(connection, date(2026, 7, 1));
        CHECK(second.fell_due == Money::euros(2'600));
        CHECK(connection.number("SELECT interest FROM loan_due WHERE due_date = '2026-07-01'", {}, 0) == 10'000);
        CHECK(connection.number("SELECT interest FROM due_total WHERE due_date = '2026-07-01'", {}, 0) == 10'000);
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("closing a day twice changes nothing", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 2, 28));
        const auto works = count(connection, "work");
        const auto again = close_until(connection, date(2026, 2, 28));
        CHECK_FALSE(again.first);
        CHECK(again.days() == 0);
        CHECK(count(connection, "work") == works);
    });
}

TEST_CASE("a close that is broken off leaves nothing behind", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto before = state_of(connection);
        const auto killed = [](const usecases::CloseProgress&) { throw std::runtime_error{"killed"}; };
        CHECK_THROWS(
            usecases::close_days(connection, task("close day", date(2026, 2, 1)), {date(2026, 1, 31)}, killed));
        CHECK(state_of(connection) == before);
        CHECK(count(connection, "closing") == 0);
        CHECK(count(connection, "entry WHERE description LIKE 'Rente%'") == 0);
        CHECK(close_until(connection, date(2026, 1, 31)).interest_booked == Money::cents(3'333));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a day that has not come, a first day chosen late and an unknown fund are refused", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto refused = [&](const usecases::CloseDaysRequest& request) {
            const auto receipts = usecases::close_days(connection, task("close day", date(2026, 2, 1)), request);
            return receipts ? "closed" : std::string{receipts.refusal().text->code};
        };
        CHECK(refused({date(2026, 2, 2)}) == "usecases.day_not_come");
        CHECK(refused({date(2026, 1, 31), "other"}) == "usecases.fund_unknown");
        CHECK(refused({date(2026, 1, 10), "", date(2026, 1, 20)}) == "usecases.first_day_after_last");
        CHECK(refused({date(2026, 1, 10), "", date(2026, 1, 5)}) == "closed");
        CHECK(refused({date(2026, 1, 20), "", date(2026, 1, 6)}) == "usecases.first_day_known");
        // What accrued before the first day closed stands with that day: 100 x 9 / 90.
        CHECK(storage::accrued_unbooked(connection, revolving, date(2026, 1, 10)) == Money::euros(10));
    });
}

TEST_CASE("a period is closed after its days, and what is open in it is explained", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        CHECK(close_period(connection, date(2026, 1, 30), "", date(2026, 2, 9)) == "usecases.period_end_wrong");
        CHECK(close_period(connection, date(2026, 1, 31), "", date(2026, 1, 31)) == "usecases.period_not_over");
        CHECK(close_period(connection, date(2026, 1, 31), "", date(2026, 2, 9)) == "usecases.days_open");
        close_until(connection, date(2026, 2, 28));
        // The 10,000.00 paid out on 1 January was on no statement yet.
        CHECK(close_period(connection, date(2026, 1, 31), "", date(2026, 2, 9)) == "usecases.period_unexplained");
        CHECK(count(connection, "closing WHERE kind = 'period'") == 0);
        CHECK(close_period(connection, date(2026, 1, 31), "statement follows", date(2026, 2, 9)) == "closed");
        CHECK(close_period(connection, date(2026, 1, 31), "", date(2026, 2, 9)) == "closed");  // nothing changed
        CHECK(count(connection, "closing WHERE kind = 'period'") == 1);
        CHECK(close_period(connection, date(2026, 2, 28), "statement follows", date(2026, 3, 9)) == "closed");
        CHECK(close_period(connection, date(2026, 1, 31), "", date(2026, 3, 9)) == "usecases.period_before_closed");
        CHECK(close_period(connection, date(2025, 12, 31), "", date(2026, 3, 9)) == "usecases.period_before_closed");
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a loan repaid before the first day closed has nothing left to book", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        paid(connection, date(2026, 1, 31), 10'100, date(2026, 1, 31));  // 66.67 of it too much
        CHECK(close_period(connection, date(2025, 12, 31), "", date(2026, 3, 9)) == "usecases.not_there_yet");
        const auto request = usecases::CloseDaysRequest{date(2026, 2, 15), "", date(2026, 2, 10)};
        const auto closed = usecases::close_days(connection, task("close day", date(2026, 2, 16)), request);
        REQUIRE(closed);
        CHECK(closed->front().accrued_unbooked.is_zero());
        CHECK(close_period(connection, date(2026, 1, 31), "", date(2026, 3, 9)) == "usecases.not_there_yet");
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("the database keeps closed what was closed", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 1, 31));
        REQUIRE(close_period(connection, date(2026, 1, 31), "statement follows", date(2026, 2, 9)) == "closed");
        const auto refuses = [&](const std::string& sql) {
            try {
                connection.execute(sql);
            } catch (const storage::StorageError& error) {
                return error.kind() == storage::StorageError::Kind::append_only;
            }
            return false;
        };
        CHECK(refuses("UPDATE fund_head SET closed_until = ''"));
        CHECK(refuses("DELETE FROM fund_head"));
        CHECK(
            refuses("INSERT INTO closing (fund_id, kind, closed_on, work_no, fact_no) VALUES (1, 'day', "
                    "'2026-01-15', 1, 9001)"));
        CHECK(
            refuses("INSERT INTO closing (fund_id, kind, closed_on, work_no, fact_no) VALUES (1, 'period', "
                    "'2026-02-28', 1, 9001)"));
        CHECK(
            refuses("INSERT INTO entry (fund_id, entry_no, entry_date, description, posting_count, total, "
                    "previous_hash, hash, work_no, fact_no) VALUES (1, 9001, '2026-01-31', 'te laat', 1, 1, 'a', 'b', "
                    "1, 9001)"));
        storage::Work work{connection, task("late", date(2026, 2, 9))};
        CHECK_THROWS_AS(work.post({revolving,
                                   date(2026, 1, 31),
                                   "te laat",
                                   {{Account::interest_receivable, Account::interest_income, Money::cents(1)}}}),
                        storage::PeriodClosed);
    });
}

TEST_CASE("a payment that comes to light after its period was closed is corrected in the open period", "[closing]")
{
    std::string in_time;
    on_each_database([&](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 4, 1));
        paid(connection, date(2026, 4, 1), 2'600, date(2026, 4, 1));
        close_until(connection, date(2026, 5, 31));
        in_time = state_of(connection);
    });
    on_each_database([&](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 4, 30));
        REQUIRE(close_period(connection, date(2026, 4, 30), "statement follows", date(2026, 5, 4)) == "closed");
        const auto closed = storage::account_balances(connection, revolving, date(2026, 4, 30));
        const auto entries = count(connection, "entry");

        paid(connection, date(2026, 4, 1), 2'600, date(2026, 5, 5));
        CHECK(count(connection, "entry") == entries + 1);
        CHECK(count(connection, "entry WHERE entry_date = '2026-05-05'") == 1);
        // 100 x 29 / 91 was booked where 75 x 29 / 91 had accrued: 31.87 - 23.90.
        CHECK(connection.number("SELECT debit FROM account_day WHERE account_id = 20 AND entry_date = '2026-05-05'", {},
                                0) == 797);
        const auto still = storage::account_balances(connection, revolving, date(2026, 4, 30));
        REQUIRE(still.size() == closed.size());
        for (std::size_t i = 0; i < still.size(); ++i) CHECK(still[i].debit == closed[i].debit);

        close_until(connection, date(2026, 5, 31));
        CHECK(state_of(connection) == in_time);
        // By value date, 23.90 had accrued in April after the 100.00 of the first quarter.
        CHECK(connection.number("SELECT CAST(SUM(amount) AS BIGINT) FROM interest_accrued WHERE day <= '2026-04-30'",
                                {}, 0) == 12'390);
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("verify proves what the close keeps", "[closing]")
{
    const auto tampered = [](const std::string& sql) {
        std::string found;
        on_each_database([&](Connection& connection) {
            open_with_loan(connection);
            close_until(connection, date(2026, 4, 30));
            connection.execute(sql);
            found.clear();
            for (const auto& problem : usecases::verify_administration(connection)) {
                found += std::string{problem.text->code} + " ";
            }
        });
        return found;
    };
    CHECK(tampered("UPDATE interest_accrued SET amount = amount + 1 WHERE day = '2026-03-03'") ==
          "storage.interest_differs ");
    CHECK(tampered("UPDATE interest_booked SET amount = amount + 1 WHERE entry_date = '2026-01-31'") ==
          "storage.interest_differs ");
    CHECK(tampered("UPDATE loan_arrears SET interest = interest - 1") == "storage.loan_differs ");
    CHECK(tampered("DELETE FROM loan_arrears") == "storage.loan_differs ");
    CHECK(tampered("UPDATE fund_head SET closed_until = '2026-04-30'") == "storage.closing_differs ");
}

TEST_CASE("the trial balance gives what the postings say, and the interest that no entry tells yet", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 2, 10));
        const auto report = usecases::make_report(connection, "trial-balance", date(2026, 2, 10), "revolving");
        REQUIRE(report);
        for (const auto& row : report->tables.at(0).rows) {
            const auto& code = std::get<std::string>(row.at(0));
            const auto by_postings = connection.number(
                "SELECT CAST(SUM(CASE WHEN p.debit_account = a.account_id THEN p.amount WHEN p.credit_account = "
                "a.account_id THEN -p.amount ELSE 0 END) AS BIGINT) FROM posting p JOIN account a ON a.fund_id = "
                "p.fund_id WHERE a.code = ?",
                {code}, 0);
            INFO(code);
            CHECK(std::get<std::int64_t>(row.at(4)) == by_postings);
        }
        const auto& totals = report->tables.at(0).totals;
        CHECK(totals.at(2) == totals.at(3));
        CHECK(std::get<std::int64_t>(totals.at(4)) == 0);
        CHECK(report->tables.at(1).rows.at(0) == reporting::Cells{std::string{"investment-loan"},
                                                                  std::string{"2026-02-10"}, std::int64_t{4'444},
                                                                  std::int64_t{3'333}, std::int64_t{1'111}});
        // The year after, income of the year before is in the opening balance.
        const auto later = usecases::make_report(connection, "trial-balance", date(2027, 1, 1), "revolving");
        REQUIRE(later);
        CHECK(std::get<std::int64_t>(later->tables.at(0).rows.front().at(2)) == 0);
    });
}
