// What an officer met by typing the life of a loan: each case is a figure or a sentence that was wrong.

#include "domain/lending/schedule.h"
#include "reporting/render.h"
#include "storage/migrations.h"
#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/arrears_lists.h"
#include "usecases/call_in.h"
#include "usecases/charge_arrears.h"
#include "usecases/close_period.h"
#include "usecases/loan_debtor.h"
#include "usecases/loan_drawing.h"
#include "usecases/loan_statement.h"
#include "usecases/make_report.h"
#include "usecases/preview_loan.h"
#include "usecases/propose_decision.h"
#include "usecases/show_loan.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <tuple>

using namespace vierkant;
using namespace vierkant::testing;
using lending::Event;
using lending::EventKind;
using storage::Connection;

namespace {

Event happened(Date day, EventKind kind, Money amount = {})
{
    return {EventId{}, day, kind, amount};
}

Result<usecases::EventReceipt> record(Connection& connection, const Event& event, Date today)
{
    return usecases::record_loan_event(connection, task("loan", today), "L-1", event, "test");
}

std::string outcome(Connection& connection, const Event& event, Date today)
{
    const auto receipt = record(connection, event, today);
    return receipt ? "" : receipt.refusal().in(Language::nl);
}

/// The text of a cell.
std::string cell(const reporting::Table& table, std::size_t row, const std::string& key)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key) return reporting::machine_text(table.rows.at(row)[i], table.columns[i].type);
    }
    return "no column " + key;
}

/// EUR 10,000 promised from 1 January 2026 on, of which 6,000 is drawn; 1 % a year over the rest and 1 % of what is
/// paid early.
storage::StoredLoan loan_with_fees()
{
    auto loan = loan_of_ten_thousand();
    loan.terms.fees.commitment = percent(1);
    loan.terms.fees.prepayment = percent(1);
    loan.terms.commitment = loan.amount;
    loan.terms.commitment_from = date(2026, 1, 1);
    return loan;
}

void open_with_fees(Connection& connection)
{
    open_fund(connection);
    award(connection, loan_with_fees());
    REQUIRE(
        record(connection, happened(date(2026, 1, 1), EventKind::disbursement, Money::euros(6'000)), date(2026, 1, 1)));
}

Event new_plan(Date day, Date first_due, lending::Arrears arrears)
{
    auto terms = loan_of_ten_thousand().terms;
    terms.first_due = first_due;
    terms.rates.clear();
    Event event{EventId{}, day, EventKind::rescheduling};
    event.new_plan = std::make_shared<const lending::Rescheduling>(lending::Rescheduling{terms, arrears});
    return event;
}

}  // namespace

TEST_CASE("the balance confirmed to the accountant holds no fee for paying early", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_fees(connection);
        const auto day = date(2026, 2, 15);
        const auto report = usecases::loan_confirmation(connection, "L-1", day, day, Language::nl);
        REQUIRE(report);
        const auto& balance = report->tables.front();
        // 45 of the 90 days of the quarter: 6,000 x 4 % / 4 / 2. The fee 30E/360: 4,000 x 1 % x 44 / 360.
        CHECK(cell(balance, 0, "interest_running") == "30.00");
        CHECK(cell(balance, 0, "costs_running") == "4.89");
        CHECK(cell(balance, 0, "total") == "6034.89");
        const auto quote = usecases::quote_pay_off(connection, "L-1", day);
        CHECK(cell(quote->tables.front(), 0, "prepayment_fee") == "60.00");
        CHECK(cell(quote->tables.front(), 0, "total") == "6094.89");
    });
}

TEST_CASE("the plan of a loan shows the commitment fee that comes with its instalments", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_fees(connection);
        const auto report = usecases::loan_schedule(connection, "L-1", date(2026, 1, 2));
        REQUIRE(report);
        // 4,000 x 1 % x 90 / 360; 1,500.00 and 60.00 with it.
        CHECK(cell(report->tables.front(), 0, "costs") == "10.00");
        CHECK(cell(report->tables.front(), 0, "total") == "1570.00");
        const auto loan = usecases::show_loan(connection, "L-1", date(2026, 1, 2), Language::nl);
        CHECK(cell(loan->tables.front(), 0, "next_amount") == "1570.00");
        CHECK(connection.number("SELECT costs FROM loan_due WHERE due_date = '2026-04-01'", {}, -1) == 1'000);
        CHECK(usecases::verify_administration(connection).empty());
        CHECK(outcome(connection, happened(date(2026, 4, 1), EventKind::payment, Money::euros(1'570)), date(2026, 4, 1))
                  .empty());
        CHECK(connection.number("SELECT costs FROM loan_due WHERE due_date = '2026-07-01'", {}, -1) == 1'000);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a loan of which nothing is drawn is confirmed at its own rate", "[usecases]")
{
    Connection connection{":memory:"};
    make_small_portfolio(connection);
    const auto day = date(2026, 2, 1);
    const auto report = usecases::loan_confirmation(connection, "L-3", day, day, Language::nl);
    CHECK(cell(report->tables.front(), 0, "rate") == "4.00");
}

TEST_CASE("nothing drawn is said as that where a loan is called in", "[usecases]")
{
    Connection connection{":memory:"};
    make_small_portfolio(connection);
    const auto day = date(2026, 2, 1);
    const auto event = usecases::call_in_event(connection, "L-3", {}, day, "faillissement", day);
    REQUIRE_FALSE(event);
    CHECK(event.refusal().in(Language::nl) ==
          "Er is op 01-02-2026 nog niets van deze lening opgenomen. Boek eerst de uitbetaling.");
}

TEST_CASE("a holiday that makes a loan too long is refused at once", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    const auto day = date(2026, 1, 1);
    CHECK(outcome(connection, happened(day, EventKind::disbursement, Money::euros(10'000)), day).empty());
    Event holiday{EventId{}, day, EventKind::holiday};
    holiday.number = 1'197;
    CHECK(outcome(connection, holiday, day) ==
          "Een lening heeft hoogstens 1200 termijnen; deze heeft er 4 en 1197 erbij is te veel. Kies er minder.");
}

TEST_CASE("of two write-offs on one day the refusal is about the new one", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    CHECK(
        outcome(connection, happened(date(2026, 1, 1), EventKind::disbursement, Money::euros(10'000)), date(2026, 1, 1))
            .empty());
    const auto day = date(2026, 1, 2);
    CHECK(outcome(connection, happened(day, EventKind::write_off, Money::euros(9'000)), day).empty());
    // 1,000.00 and a day's interest: 10,000 x 4 % / 4 / 90 = 1.11.
    CHECK(outcome(connection, happened(day, EventKind::write_off, Money::euros(2'000)), day) ==
          "Er staat nog 1.001,11 open; 2.000,00 is meer dan dat.");
    CHECK(outcome(connection, happened(day, EventKind::write_off, Money::euros(500)), day).empty());
}

TEST_CASE("arrears frozen to the end of a new plan are shown there before it is booked", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        award(connection, loan_of_ten_thousand());
        CHECK(outcome(connection, happened(date(2026, 1, 1), EventKind::disbursement, Money::euros(10'000)),
                      date(2026, 1, 1))
                  .empty());
        const auto day = date(2026, 4, 15);
        const auto report = usecases::preview_loan_event(
            connection, "L-1", new_plan(day, date(2026, 7, 1), lending::Arrears::frozen), day, Language::nl);
        REQUIRE(report);
        const auto& effect = report->tables[0];
        // 2,500.00 and 100.00 fell due on 1 April; frozen, nothing is due.
        CHECK(cell(effect, 1, "before") == "2600.00");
        CHECK(cell(effect, 1, "after") == "0.00");
        // The last of four quarters, 1 April 2027: its own 1,875.00 and the 2,500.00.
        const auto& plan = report->tables[1];
        CHECK(cell(plan, plan.rows.size() - 1, "due") == "2027-04-01");
        CHECK(cell(plan, plan.rows.size() - 1, "principal_after") == "4375.00");
        CHECK(cell(plan, plan.rows.size() - 1, "balance_after") == "0.00");
    });
}

TEST_CASE("the effect is not shown of what could not be booked today", "[usecases]")
{
    Connection connection{":memory:"};
    make_small_portfolio(connection);
    const auto booked = date(2026, 8, 31);
    REQUIRE(usecases::close_days(connection, task("close", booked + 1), {booked}));
    REQUIRE(usecases::close_period(connection, task("close", booked + 1), {booked, {}, "test"}, Language::nl));
    const auto late = happened(date(2026, 8, 1), EventKind::payment, Money::euros(100));
    const auto preview = [&](Date today) {
        return usecases::preview_loan_event(connection, "L-1", late, today, Language::nl);
    };
    // What happened in a closed period may come to light later: it is booked on the day it does.
    CHECK(preview(date(2026, 9, 2)));
    const auto refused = preview(booked);
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().in(Language::nl) ==
          "De boeken zijn gesloten tot en met 31-08-2026; 31-08-2026 kan niet meer. Kies een latere dag.");
}

TEST_CASE("after a transfer it is the new debtor who owes, in the claim list and in the losses", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        auto transfer = happened(date(2026, 7, 15), EventKind::transfer);
        transfer.debtor = UndertakingId{2};
        CHECK(outcome(connection, transfer, date(2026, 9, 1)).empty());
        CHECK(
            outcome(connection, happened(date(2026, 8, 15), EventKind::write_off, Money::euros(100)), date(2026, 9, 1))
                .empty());
        const auto claim = usecases::claim_list(connection, "90000025", date(2026, 9, 1), Language::nl);
        REQUIRE(claim);
        CHECK(cell(claim->tables.back(), 0, "number") == "L-1");
        const auto losses = usecases::make_report(connection, "write-offs", date(2026, 9, 1), "revolving");
        REQUIRE(losses);
        const auto& events = losses->tables.at(1);
        CHECK(cell(events, 0, "undertaking") == "Kunststof Emmen B.V.");  // L-4
        CHECK(cell(events, 1, "undertaking") == "Vezel Coevorden B.V.");
    });
}

TEST_CASE("what is written off of default interest is among the losses", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto day = date(2026, 9, 1);
        CHECK(outcome(connection, happened(day, EventKind::default_interest, Money::euros(40)), day).empty());
        const auto given_up = [&] {
            const auto losses = usecases::make_report(connection, "write-offs", day, "revolving");
            REQUIRE(losses);
            return cell(losses->tables.front(), 0, "other");
        };
        // L-4: 200.00 of interest. Of L-1 the 40.00 is older in the order than principal; the rest is interest due.
        CHECK(given_up() == "200.00");
        Event waiver = happened(day, EventKind::interest_waiver, Money::euros(40));
        CHECK(outcome(connection, waiver, day).empty());
        CHECK(given_up() == "240.00");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("how a loan is drawn is told part by part", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        auto loan = loan_of_ten_thousand();
        loan.terms.commitment = loan.amount;
        loan.terms.last_drawing = date(2026, 12, 31);
        loan.terms.tranches = {{Money::euros(5'000), {}, ""},
                               {Money::euros(3'000), {}, "machine geleverd"},
                               {Money::euros(2'000), date(2026, 6, 1), ""}};
        award(connection, loan);
        CHECK(outcome(connection, happened(date(2026, 1, 2), EventKind::disbursement, Money::euros(4'000)),
                      date(2026, 1, 2))
                  .empty());
        const auto told = [&](Date day) {
            const auto report = usecases::loan_drawing(connection, "L-1", day);
            REQUIRE(report);
            const auto& [drawing, parts] = std::tie(report->tables[0], report->tables[1]);
            return cell(drawing, 0, "undrawn") + " " + cell(drawing, 0, "released") + " " +
                   cell(parts, 1, "reached_on");
        };
        CHECK(told(date(2026, 2, 1)) == "6000.00 1000.00 ");
        Event reached{EventId{}, date(2026, 3, 1), EventKind::milestone};
        reached.number = 2;
        CHECK(outcome(connection, reached, date(2026, 3, 1)).empty());
        CHECK(told(date(2026, 3, 2)) == "6000.00 4000.00 2026-03-01");
        CHECK(told(date(2026, 2, 28)) == "6000.00 1000.00 ");
        CHECK(told(date(2026, 6, 1)) == "6000.00 6000.00 2026-03-01");
        // After the last day it has lapsed.
        CHECK(told(date(2027, 1, 1)) == "0.00 0.00 2026-03-01");
        CHECK_FALSE(usecases::loan_drawing(connection, "L-9", date(2026, 1, 1)));
    });
}

TEST_CASE("the first due date that is proposed falls on the day of the scheme", "[usecases]")
{
    schemes::LoanOffer offer;
    offer.terms.every = 1;
    // At least a month after the award, on the first of a month where the scheme names no day.
    CHECK(usecases::default_first_due(date(2026, 4, 10), offer) == date(2026, 6, 1));
    offer.terms.due_day = 31;
    CHECK(usecases::default_first_due(date(2026, 4, 10), offer) == date(2026, 5, 31));
    CHECK(usecases::default_first_due(date(2026, 1, 31), offer) == date(2026, 2, 28));
    offer.terms.due_day = 15;
    CHECK(usecases::default_first_due(date(2026, 4, 10), offer) == date(2026, 5, 15));
    CHECK(usecases::default_first_due(date(2026, 4, 16), offer) == date(2026, 6, 15));
}
