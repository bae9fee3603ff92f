// What changes a loan's plan, in the books: ten thousand at 4 % in four quarters (loan_of_ten_thousand).

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_debtor.h"
#include "usecases/preview_loan.h"
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

std::string outcome(Connection& connection, const Event& event)
{
    const auto receipt = usecases::record_loan_event(connection, task("loan", event.value_date), "L-1", event, "test");
    return receipt ? to_text(receipt->outstanding) : std::string{receipt.refusal().text->code};
}

std::size_t problems(Connection& connection)
{
    return usecases::verify_administration(connection).size();
}

void open_with_drawn_loan(Connection& connection, Money drawn = Money::euros(10'000))
{
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    REQUIRE(outcome(connection, {EventId{}, date(2026, 1, 1), EventKind::disbursement, drawn}) == to_text(drawn));
}

Event rescheduled(Date day, lending::Arrears arrears)
{
    auto terms = loan_of_ten_thousand().terms;
    terms.first_due = date(2026, 10, 1);
    terms.rates.clear();
    Event event{EventId{}, day, EventKind::rescheduling};
    event.new_plan = std::make_shared<const lending::Rescheduling>(lending::Rescheduling{terms, arrears});
    return event;
}

}  // namespace

TEST_CASE("arrears that join the principal move in the books, and reversed they move back", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_drawn_loan(connection);
        // On 1 July 100.00 of interest is due twice: 10,200.00 in the new plan.
        CHECK(outcome(connection, rescheduled(date(2026, 7, 1), lending::Arrears::capitalised)) == "10200.00");
        CHECK(balance(connection, Account::loans) == Money::euros(10'200));
        CHECK(balance(connection, Account::interest_receivable).is_zero());
        // Nothing was repaid, and nothing of the old plan is due any more.
        CHECK(connection.number("SELECT COUNT(*) FROM loan_settlement", {}, -1) == 0);
        CHECK(connection.number("SELECT CAST(SUM(principal + interest + costs) AS BIGINT) FROM loan_due WHERE due_date "
                                "< '2026-10-01'",
                                {}, -1) == 0);
        CHECK(problems(connection) == 0);

        Event payment{EventId{}, date(2026, 10, 1), EventKind::payment, Money::euros(2'652)};
        CHECK(outcome(connection, payment) == "7650.00");
        CHECK(problems(connection) == 0);

        const auto terms = usecases::terms_in_force(connection, "L-1", date(2026, 10, 1));
        REQUIRE(terms);
        CHECK(terms->first_due == date(2026, 10, 1));

        Event reversal{EventId{}, date(2026, 10, 2), EventKind::reversal};
        reversal.reverses = EventId{2};
        // Without the new plan 2,652.00 settles 300.00 of interest and 2,352.00 of principal.
        CHECK(outcome(connection, reversal) == "7648.00");
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a holiday is kept and taken up from the checkpoint", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_drawn_loan(connection);
        Event holiday{EventId{}, date(2026, 2, 1), EventKind::holiday};
        holiday.number = 1;
        holiday.interest = lending::PeriodInterest::deferred;
        CHECK(outcome(connection, holiday) == "10000.00");
        const auto loan = storage::find_loan(connection, "L-1");
        const auto events = storage::events_of(connection, *loan);
        CHECK(events.at(1).number == 1);
        CHECK(events.at(1).interest == lending::PeriodInterest::deferred);
        CHECK(storage::position_of(connection, *loan).state.own.get() != nullptr);
        CHECK(outcome(connection, {EventId{}, date(2026, 7, 1), EventKind::payment, Money::euros(2'700)}) == "7500.00");
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("what is not drawn returns to the fund when a loan is closed", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_drawn_loan(connection, Money::euros(4'000));
        CHECK(balance(connection, Account::committed) == Money::euros(-6'000));
        const Event closing{EventId{}, date(2026, 2, 16), EventKind::closing};
        CHECK(outcome(connection, closing) == "lending.closed_while_owed");
        // Halfway the quarter: 20.00 of interest.
        CHECK(outcome(connection, {EventId{}, date(2026, 2, 15), EventKind::payment, Money::euros(4'020)}) == "0.00");
        CHECK(outcome(connection, closing) == "0.00");
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(outcome(connection, {EventId{}, date(2026, 3, 1), EventKind::fee, Money::euros(1)}) ==
              "lending.loan_closed");
        CHECK(problems(connection) == 0);
        Event reversal{EventId{}, date(2026, 3, 1), EventKind::reversal};
        reversal.reverses = EventId{3};
        // Undone, the money is promised anew: only where the fund has it.
        CHECK(outcome(connection, reversal) == "usecases.commitment_gone");
        {
            storage::Work work{connection, task("capital", date(2026, 3, 1))};
            const auto emmen = ledger::capital(1);
            work.add(storage::facts::account,
                     {revolving.value, static_cast<std::int64_t>(emmen), std::string{"equity:capital:emmen"},
                      std::string{"Emmen"}, std::string{"Emmen"}});
            work.post({revolving, date(2026, 3, 1), "Storting", {{Account::transit, emmen, Money::euros(10'000)}}});
            work.commit("paid in");
        }
        CHECK(outcome(connection, reversal) == "0.00");
        CHECK(balance(connection, Account::committed) == Money::euros(-6'000));
        CHECK(problems(connection) == 0);
    });
}

TEST_CASE("a preview shows before and after, and books nothing", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_drawn_loan(connection);
        const Event fee{EventId{}, date(2026, 2, 1), EventKind::fee, Money::euros(40)};
        const auto preview = usecases::preview_loan_event(connection, "L-1", fee, date(2026, 2, 1), Language::en);
        REQUIRE(preview);
        const auto& due = preview->tables.at(0).rows.at(1);
        CHECK(std::get<std::int64_t>(due.at(1)) == 0);
        CHECK(std::get<std::int64_t>(due.at(2)) == 4'000);
        CHECK(preview->tables.at(1).rows.size() == 4);
        CHECK(connection.number("SELECT count(*) FROM loan_event", {}, -1) == 1);
        CHECK_FALSE(usecases::preview_loan_event(
            connection, "L-1", {EventId{}, date(2026, 2, 1), EventKind::fee, Money{}}, date(2026, 2, 1), Language::en));
    });
}

TEST_CASE("a pay-off quote adds up for any day", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_drawn_loan(connection);
        // 45 of 90 days of 100.00.
        const auto quote = usecases::quote_pay_off(connection, "L-1", date(2026, 2, 15));
        REQUIRE(quote);
        const auto& row = quote->tables.at(0).rows.at(0);
        CHECK(std::get<std::int64_t>(row.at(4)) == 5'000);
        CHECK(std::get<std::int64_t>(row.at(8)) == 1'005'000);
        CHECK_FALSE(usecases::quote_pay_off(connection, "L-9", date(2026, 2, 15)));
    });
}

TEST_CASE("a debtor who is not registered cannot take a loan over", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_drawn_loan(connection);
        const auto debtor = usecases::debtor_called(connection, "L-1", "12345678");
        REQUIRE_FALSE(debtor);
        Event transfer{EventId{}, date(2026, 2, 1), EventKind::transfer};
        transfer.debtor = UndertakingId{2};
        CHECK(outcome(connection, transfer) == "10000.00");
        const auto loan = storage::find_loan(connection, "L-1");
        CHECK(storage::events_of(connection, *loan).at(1).debtor == UndertakingId{2});
        CHECK(connection.number("SELECT undertaking_id FROM loan_debtor WHERE loan_id = 1", {}, -1) == 2);
        Event reversal{EventId{}, date(2026, 2, 2), EventKind::reversal};
        reversal.reverses = EventId{2};
        CHECK(outcome(connection, reversal) == "10000.00");
        CHECK(connection.number("SELECT undertaking_id FROM loan_debtor WHERE loan_id = 1", {}, -1) == 1);
    });
}
