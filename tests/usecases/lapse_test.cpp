// Money that was promised and not drawn in time returns to the fund when the day is closed, also where nothing was ever
// drawn.

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/close_period.h"
#include "usecases/loan_booking.h"
#include "usecases/show_loan.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using lending::Event;
using lending::EventKind;
using storage::Connection;

namespace {

/// EUR 10,000 awarded on 1 January 2026, to be drawn by 15 March.
storage::StoredLoan loan_to_draw()
{
    auto loan = loan_of_ten_thousand();
    loan.terms.last_drawing = date(2026, 3, 15);
    return loan;
}

/// A fund with so much money and the loan.
void open_with(Connection& connection, const storage::StoredLoan& loan, Money capital)
{
    open_fund(connection);
    storage::Work work{connection, task("capital", date(2026, 1, 1))};
    const auto emmen = ledger::capital(1);
    work.add(storage::facts::account,
             {revolving.value, static_cast<std::int64_t>(emmen), std::string{"equity:capital:emmen"},
              std::string{"Emmen"}, std::string{"Emmen"}});
    work.post({revolving, date(2026, 1, 1), "Storting", {{Account::transit, emmen, capital}}});
    work.commit("paid in");
    award(connection, loan);
}

usecases::ClosedDays close_until(Connection& connection, Date until)
{
    const auto receipts = usecases::close_days(connection, task("close day", until + 1), {until});
    if (!receipts) FAIL(receipts.refusal().in(Language::en));
    return receipts->front();
}

std::string booked(Connection& connection, Event event, Date today)
{
    const auto receipt = usecases::record_loan_event(connection, task("loan", today), "L-1", event, "test");
    return receipt ? "" : std::string{receipt.refusal().text->code};
}

Event drawing(Date day, Money amount)
{
    return {EventId{}, day, EventKind::disbursement, amount};
}

/// Four quarters anew from 1 October, to be drawn by 30 September.
Event later_plan(Date day)
{
    auto plan = std::make_shared<lending::Rescheduling>();
    plan->terms = loan_to_draw().terms;
    plan->terms.rates.clear();
    plan->terms.first_due = date(2026, 10, 1);
    plan->terms.last_drawing = date(2026, 9, 30);
    plan->terms.commitment = Money::euros(10'000);
    Event event{EventId{}, day, EventKind::rescheduling};
    event.new_plan = plan;
    return event;
}

std::string status(Connection& connection, Date day)
{
    const auto report = usecases::show_loan(connection, "L-1", day, Language::nl);
    REQUIRE(report);
    const auto& table = report->tables.front();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == "status") return std::get<std::string>(table.rows[0][i]);
    }
    return "";
}

std::string status_in_list(Connection& connection, Date day)
{
    return std::get<std::string>(
        usecases::list_loans(connection, {}, day, Language::nl).tables.front().rows.at(0).at(4));
}

std::string problems(Connection& connection)
{
    std::string all;
    for (const auto& problem : usecases::verify_administration(connection)) all += problem.in(Language::en) + "\n";
    return all;
}

}  // namespace

TEST_CASE("a loan that was never drawn lapses when the day after its last day is closed", "[closing][lapse]")
{
    on_each_database([](Connection& connection) {
        open_with(connection, loan_to_draw(), Money::euros(50'000));
        CHECK(close_until(connection, date(2026, 3, 15)).lapsed_count == 0);
        CHECK(balance(connection, Account::committed) == Money::euros(-10'000));
        CHECK(status(connection, date(2026, 3, 15)) == "toegekend");
        CHECK(status_in_list(connection, date(2026, 3, 15)) == "toegekend");

        const auto closed = close_until(connection, date(2026, 3, 31));
        CHECK(closed.lapsed_count == 1);
        CHECK(closed.lapsed == Money::euros(10'000));
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(status(connection, date(2026, 3, 31)) == "vervallen");
        CHECK(status_in_list(connection, date(2026, 3, 31)) == "vervallen");
        std::string entry;
        connection.each("SELECT entry_date, description FROM entry ORDER BY entry_no DESC LIMIT 1", {}, "tt",
                        [&](const storage::Row& row) { entry = row.text(0) + " " + row.text(1); });
        CHECK(entry == "2026-03-16 Niet opgenomen en vervallen op 16-03-2026");
        CHECK(close_until(connection, date(2026, 4, 30)).lapsed_count == 0);
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("of a loan that was drawn in part the rest lapses, by the same close", "[closing][lapse]")
{
    on_each_database([](Connection& connection) {
        open_with(connection, loan_to_draw(), Money::euros(50'000));
        CHECK(booked(connection, drawing(date(2026, 2, 1), Money::euros(4'000)), date(2026, 2, 1)).empty());
        CHECK(close_until(connection, date(2026, 3, 31)).lapsed == Money::euros(6'000));
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(booked(connection, drawing(date(2026, 3, 16), Money::euros(1)), date(2026, 4, 1)) ==
              "lending.drawn_after_last_day");
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a drawing in time that becomes known late takes back what had lapsed", "[closing][lapse]")
{
    on_each_database([](Connection& connection) {
        open_with(connection, loan_to_draw(), Money::euros(50'000));
        close_until(connection, date(2026, 3, 31));
        CHECK(booked(connection, drawing(date(2026, 3, 15), Money::euros(4'000)), date(2026, 4, 1)).empty());
        CHECK(balance(connection, Account::loans) == Money::euros(4'000));
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(problems(connection).empty());
        // And its reversal lets all of it lapse again.
        Event undo{EventId{}, date(2026, 4, 2), EventKind::reversal};
        undo.reverses = EventId{1};
        CHECK(booked(connection, undo, date(2026, 4, 2)).empty());
        CHECK(balance(connection, Account::loans).is_zero());
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(close_until(connection, date(2026, 4, 30)).lapsed_count == 0);
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("a new plan promises anew what had lapsed, as long as the fund has it", "[closing][lapse]")
{
    on_each_database([](Connection& connection) {
        open_with(connection, loan_to_draw(), Money::euros(10'000));
        close_until(connection, date(2026, 3, 31));
        CHECK(booked(connection, later_plan(date(2026, 4, 1)), date(2026, 4, 1)).empty());
        CHECK(balance(connection, Account::committed) == Money::euros(-10'000));
        CHECK(status(connection, date(2026, 4, 1)) == "toegekend");
        CHECK(problems(connection).empty());

        // Undone, it has lapsed again.
        Event undo{EventId{}, date(2026, 4, 2), EventKind::reversal};
        undo.reverses = EventId{1};
        CHECK(booked(connection, undo, date(2026, 4, 2)).empty());
        CHECK(balance(connection, Account::committed).is_zero());

        // Now another loan takes the money.
        auto other = loan_of_ten_thousand(2);
        other.awarded_on = date(2026, 4, 3);
        award(connection, other);
        CHECK(booked(connection, later_plan(date(2026, 4, 4)), date(2026, 4, 4)) == "usecases.commitment_gone");
        CHECK(balance(connection, Account::committed) == Money::euros(-10'000));
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("under a new plan the loan is drawn, and what is left lapses on its new day", "[closing][lapse]")
{
    on_each_database([](Connection& connection) {
        open_with(connection, loan_to_draw(), Money::euros(10'000));
        close_until(connection, date(2026, 3, 31));
        CHECK(booked(connection, later_plan(date(2026, 4, 1)), date(2026, 4, 1)).empty());
        CHECK(booked(connection, drawing(date(2026, 9, 30), Money::euros(7'000)), date(2026, 9, 30)).empty());
        CHECK(close_until(connection, date(2026, 10, 1)).lapsed == Money::euros(3'000));
        CHECK(balance(connection, Account::loans) == Money::euros(7'000));
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(problems(connection).empty());
    });
}

TEST_CASE("the commitment fee of a loan that was never drawn falls due when it lapses, and can be paid",
          "[closing][lapse]")
{
    on_each_database([](Connection& connection) {
        auto loan = loan_to_draw();
        loan.terms.fees.commitment = percent(1);
        loan.terms.commitment = loan.amount;
        loan.terms.commitment_from = loan.awarded_on;
        open_with(connection, loan, Money::euros(50'000));
        // 10,000 x 1 % x 75 / 360 (30E/360, 1 January to 16 March).
        const auto closed = close_until(connection, date(2026, 3, 31));
        CHECK(closed.fell_due == Money::cents(2'083));
        CHECK(closed.lapsed == Money::euros(10'000));
        CHECK(balance(connection, Account::costs_receivable) == Money::cents(2'083));
        CHECK(status(connection, date(2026, 3, 31)) == "achterstallig");
        CHECK(problems(connection).empty());
        const Event payment{EventId{}, date(2026, 4, 1), EventKind::payment, Money::cents(2'083)};
        CHECK(booked(connection, payment, date(2026, 4, 1)).empty());
        CHECK(booked(connection, payment, date(2026, 4, 1)) == "lending.nothing_drawn");
        CHECK(balance(connection, Account::costs_receivable).is_zero());
        CHECK(status(connection, date(2026, 4, 1)) == "vervallen");
        CHECK(problems(connection).empty());
    });
}
