#include "usecases/loan_booking.h"

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/close_days.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using lending::EventKind;
using storage::Connection;

namespace {

lending::Event happened(EventKind kind, Date day, Money amount)
{
    return {EventId{}, day, kind, amount};
}

std::string outcome(Connection& connection, const lending::Event& event, Date today)
{
    const auto receipt = usecases::record_loan_event(connection, task("loan", today), "L-1", event, "test");
    return receipt ? to_text(receipt->outstanding) : std::string{receipt.refusal().text->code};
}

std::size_t problems(Connection& connection)
{
    return usecases::verify_administration(connection).size();
}

void open_with_loan(Connection& connection)
{
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
}

}  // namespace

TEST_CASE("a loan's money is reserved, paid out, repaid, and the books follow", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        CHECK(balance(connection, Account::committed) == Money::euros(-10'000));

        CHECK(outcome(connection, happened(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000)),
                      date(2026, 1, 1)) == "10000.00");
        CHECK(balance(connection, Account::loans) == Money::euros(10'000));
        CHECK(balance(connection, Account::transit) == Money::euros(-10'000));
        CHECK(balance(connection, Account::committed).is_zero());

        // The first instalment of 2,600.00 is 2,500.00 of principal and 100.00 of interest.
        CHECK(outcome(connection, happened(EventKind::payment, date(2026, 4, 1), Money::euros(2'600)),
                      date(2026, 4, 1)) == "7500.00");
        CHECK(balance(connection, Account::interest_income) == Money::euros(-100));
        CHECK(balance(connection, Account::interest_receivable).is_zero());
        CHECK(balance(connection, Account::transit) == Money::euros(-7'400));
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a payment that comes to light late gives the loan that would have been", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        outcome(connection, happened(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000)),
                date(2026, 1, 1));
        REQUIRE(usecases::close_days(connection, task("close day", date(2026, 7, 1)), {date(2026, 7, 1)}));
        // Nothing paid: two quarters of 100.00.
        CHECK(balance(connection, Account::interest_income) == Money::euros(-200));
        // On 2 July it shows that 2,600.00 had come in on 1 April: the second quarter bore 75.00.
        CHECK(outcome(connection, happened(EventKind::payment, date(2026, 4, 1), Money::euros(2'600)),
                      date(2026, 7, 2)) == "7500.00");
        CHECK(balance(connection, Account::interest_income) == Money::euros(-175));
        CHECK(connection.number("SELECT count(*) FROM entry WHERE entry_date = '2026-07-02'", {}, 0) == 1);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a bank return undoes the payment without a trace in the balances", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        outcome(connection, happened(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000)),
                date(2026, 1, 1));
        outcome(connection, happened(EventKind::payment, date(2026, 4, 1), Money::euros(2'600)), date(2026, 4, 1));
        auto reversal = happened(EventKind::reversal, date(2026, 4, 3), Money{});
        reversal.reverses = EventId{2};
        CHECK(outcome(connection, reversal, date(2026, 4, 3)) == "10000.00");
        CHECK(balance(connection, Account::loans) == Money::euros(10'000));
        CHECK(balance(connection, Account::transit) == Money::euros(-10'000));
        CHECK(outcome(connection, reversal, date(2026, 4, 3)) == "lending.nothing_to_reverse");
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a default is written off and a part recovered", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        outcome(connection, happened(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000)),
                date(2026, 1, 1));
        outcome(connection, happened(EventKind::fee, date(2026, 4, 1), Money::euros(40)), date(2026, 4, 1));
        // 40.00 of costs, 100.00 of interest and 10,000.00 of principal.
        CHECK(outcome(connection, happened(EventKind::write_off, date(2026, 4, 1), Money::euros(10'140)),
                      date(2026, 4, 1)) == "0.00");
        CHECK(balance(connection, Account::write_off) == Money::euros(10'140));
        CHECK(outcome(connection, happened(EventKind::recovery, date(2026, 5, 1), Money::euros(500)),
                      date(2026, 5, 1)) == "0.00");
        CHECK(balance(connection, Account::recovery_income) == Money::euros(-500));
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("what cannot be is refused and nothing is kept", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto today = date(2026, 2, 1);
        CHECK(outcome(connection, happened(EventKind::payment, date(2026, 1, 15), Money::euros(1)), today) ==
              "lending.nothing_drawn");
        CHECK(outcome(connection, happened(EventKind::disbursement, date(2026, 2, 2), Money::euros(1)), today) ==
              "usecases.in_the_future");
        CHECK(outcome(connection, happened(EventKind::disbursement, today, Money::cents(1'000'001)), today) ==
              "lending.drawn_above_award");
        CHECK(usecases::record_loan_event(connection, task("loan", today), "L-9",
                                          happened(EventKind::payment, today, Money::euros(1)), "")
                  .refusal()
                  .text->code == "usecases.loan_unknown");
        CHECK(connection.number("SELECT count(*) FROM loan_event", {}, -1) == 0);
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("verify finds an event changed behind the program's back", "[usecases]")
{
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    open_with_loan(connection);
    outcome(connection, happened(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000)), date(2026, 1, 1));
    REQUIRE(problems(connection) == 0);
    connection.script("DROP TRIGGER loan_event_no_update; UPDATE loan_event SET amount = amount - 100");
    const auto found = usecases::verify_administration(connection);
    std::string codes;
    for (const auto& problem : found) codes += std::string{problem.text->code} + " ";
    CHECK(codes == "storage.fact_changed storage.loan_differs ");
}

TEST_CASE("what flowed through the loans is added up by kind, and verify finds a changed total", "[usecases]")
{
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    open_with_loan(connection);
    outcome(connection, happened(EventKind::disbursement, date(2026, 1, 1), Money::euros(10'000)), date(2026, 1, 1));
    outcome(connection, happened(EventKind::payment, date(2026, 4, 1), Money::euros(2'600)), date(2026, 4, 1));
    // The schedule of style.md, section 12: 2,500.00 principal and 100.00 interest on 1 April.
    CHECK(connection.number("SELECT disbursed FROM loan_flow WHERE entry_date = '2026-01-01'", {}, 0) == 1'000'000);
    CHECK(connection.number("SELECT repaid FROM loan_flow WHERE entry_date = '2026-04-01'", {}, 0) == 250'000);
    CHECK(connection.number("SELECT interest_received FROM loan_flow WHERE entry_date = '2026-04-01'", {}, 0) ==
          10'000);
    for (const auto* change : {"disbursed = disbursed + 1", "interest_received = 0", "recovered = 5"}) {
        INFO(change);
        REQUIRE(problems(connection) == 0);
        connection.begin_writing();
        connection.execute(std::string{"UPDATE loan_flow SET "} + change);
        storage::Problems found;
        storage::verify_loans(connection, found);
        CHECK_FALSE(found.empty());
        connection.rollback();
    }
    connection.begin_writing();  // the right sum on the wrong day
    connection.execute("UPDATE loan_flow SET entry_date = '2026-01-02' WHERE entry_date = '2026-01-01'");
    storage::Problems found;
    storage::verify_loans(connection, found);
    CHECK(found.size() == 2);
    connection.rollback();
}
