// Interest for paying late stands apart from the contract's own, and is interest in the sense of art. 6:44 BW.

#include "quarterly_loan.h"

#include "domain/lending/admission.h"
#include "domain/lending/booking.h"
#include "domain/lending/replay.h"
#include "domain/lending/statement.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace vierkant;
using namespace vierkant::lending;
using namespace vierkant::lending::testing;
using ledger::Account;

namespace {

/// Nothing was paid on 1 April; on 1 June 40.00 of costs and 12.34 for paying late are charged.
std::vector<Event> late()
{
    return {event(1, date(2015, 1, 1), EventKind::disbursement, Money::euros(10'000)),
            event(2, date(2015, 6, 1), EventKind::fee, Money::euros(40)),
            event(3, date(2015, 6, 1), EventKind::default_interest, Money::cents(1'234))};
}

std::vector<Event> late_and(EventKind kind, Money amount)
{
    auto events = late();
    events.push_back(event(4, date(2015, 6, 2), kind, amount));
    return events;
}

Money moved(const std::vector<ledger::Posting>& postings, Account account)
{
    Money sum;
    for (const auto& posting : postings) {
        if (posting.debit == account) sum += posting.amount;
        if (posting.credit == account) sum -= posting.amount;
    }
    return sum;
}

}  // namespace

TEST_CASE("a payment settles costs, then all interest that is due, then principal", "[lending]")
{
    struct Case {
        Money paid, costs, interest, late, principal;
    };
    const auto c = [](std::int64_t cents) { return Money::cents(cents); };
    for (const auto& row :
         {Case{c(4'000), c(4'000), {}, {}, {}}, Case{c(14'000), c(4'000), c(10'000), {}, {}},
          Case{c(15'000), c(4'000), c(10'000), c(1'000), {}}, Case{c(15'235), c(4'000), c(10'000), c(1'234), c(1)}}) {
        const auto state = replay(quarterly(), late_and(EventKind::payment, row.paid), date(2015, 6, 2));
        INFO(to_text(row.paid));
        CHECK(state.settled.costs_received == row.costs);
        CHECK(state.settled.interest_received == row.interest);
        CHECK(state.settled.default_interest_received == row.late);
        CHECK(state.settled.principal_repaid == row.principal);
    }
}

TEST_CASE("with principal first, interest for paying late waits for its turn", "[lending]")
{
    auto terms = quarterly();
    terms.allocation = {{Part::principal, Part::costs, Part::interest}, Allocation::By::part};
    const auto state = replay(terms, late_and(EventKind::payment, Money::cents(264'001)), date(2015, 6, 2));
    CHECK(state.settled.principal_repaid == Money::euros(2'500));
    CHECK(state.settled.costs_received == Money::euros(40));
    CHECK(state.settled.interest_received == Money::euros(100));
    CHECK(state.settled.default_interest_received == Money::cents(1));
}

TEST_CASE("it is booked on accounts of its own, and its reversal leaves nothing there", "[lending]")
{
    const auto terms = quarterly();
    auto events = late_and(EventKind::payment, Money::cents(15'000));
    const auto paid = totals(terms, replay(terms, events, date(2015, 6, 2)));
    const auto postings = postings_for({}, paid, LoanId{1}, {Account::bank, std::nullopt});
    CHECK(moved(postings, Account::default_interest_income) == Money::cents(-1'234));
    CHECK(moved(postings, Account::default_interest_receivable) == Money::cents(234));
    CHECK(moved(postings, Account::costs_income) == Money::euros(-40));

    auto reversal = event(5, date(2015, 6, 3), EventKind::reversal, {});
    reversal.reverses = EventId{3};
    events.push_back(reversal);
    const auto undone = totals(terms, replay(terms, events, date(2015, 6, 3)));
    CHECK(undone.default_interest_charged.is_zero());
    const auto back = postings_for(paid, undone, LoanId{1}, {Account::bank, std::nullopt});
    CHECK(moved(back, Account::default_interest_income) == Money::cents(1'234));
    CHECK(moved(back, Account::default_interest_receivable) == Money::cents(-234));
    // What was paid on it settles principal instead.
    CHECK(undone.principal_repaid == Money::cents(1'000));
}

TEST_CASE("giving up takes it along: remission, write-off and a waiver of interest", "[lending]")
{
    const auto remitted = replay(quarterly(), late_and(EventKind::remission, Money::cents(15'234)), date(2015, 6, 2));
    CHECK(remitted.settled.default_interest_remitted == Money::cents(1'234));
    CHECK(remitted.settled.principal_remitted.is_zero());
    const auto written_off =
        replay(quarterly(), late_and(EventKind::write_off, Money::cents(15'234)), date(2015, 6, 2));
    CHECK(written_off.settled.default_interest_written_off == Money::cents(1'234));

    // 100.00 + 12.34 due, and 62 of 91 days of 100.00 running: 68.13.
    const auto terms = quarterly();
    const auto owed = interest_owed(terms, replay(terms, late(), date(2015, 6, 2)));
    CHECK(owed == Money::cents(18'047));
    const auto waiver = event(4, date(2015, 6, 2), EventKind::interest_waiver, Money::cents(18'048));
    CHECK_FALSE(check_event(terms, late(), waiver, {Money::euros(10'000), date(2015, 1, 1)}));
    const auto waived = replay(terms, late_and(EventKind::interest_waiver, Money::cents(11'234)), date(2015, 6, 2));
    CHECK(waived.settled.interest_remitted == Money::euros(100));
    CHECK(waived.settled.default_interest_remitted == Money::cents(1'234));
}

TEST_CASE("a new plan takes it along as the arrears go", "[lending]")
{
    struct Case {
        Arrears arrears;
        Money capitalised, spread, open;
    };
    for (const auto& row :
         {Case{Arrears::capitalised, Money::cents(1'234), {}, {}}, Case{Arrears::spread, {}, Money::cents(1'234), {}},
          Case{Arrears::frozen, {}, {}, Money::cents(1'234)}}) {
        auto plan = std::make_shared<Rescheduling>();
        plan->terms = quarterly();
        plan->terms.first_due = date(2015, 9, 1);
        plan->arrears = row.arrears;
        auto events = late();
        auto rescheduled = event(4, date(2015, 6, 2), EventKind::rescheduling, {});
        rescheduled.new_plan = plan;
        events.push_back(rescheduled);
        const auto state = replay(quarterly(), events, date(2015, 6, 2));
        CHECK(state.settled.default_interest_capitalised == row.capitalised);
        CHECK(state.spread_default_interest == row.spread);
        Money open;
        for (const auto& item : state.open) open += item.default_interest;
        CHECK(open == row.open);
        CHECK(parse_state(to_text(state)) == state);
        // In the end all of it is owed, whichever way it went.
        const auto end = replay(quarterly(), events, date(2016, 6, 1));
        auto late_owed = end.settled.default_interest_capitalised;
        for (const auto& item : end.open) late_owed += item.default_interest;
        CHECK(late_owed == Money::cents(1'234));
        CHECK(statement_of(quarterly(), events, date(2015, 1, 1), date(2016, 6, 1)).closing == lending::owed(end));
    }
}

TEST_CASE("a statement of account shows it on a line of its own", "[lending]")
{
    const auto statement = statement_of(quarterly(), late_and(EventKind::payment, Money::cents(15'000)),
                                        date(2015, 6, 1), date(2015, 6, 30));
    REQUIRE(statement.lines.size() == 3);
    CHECK(statement.lines[1].default_interest == Money::cents(1'234));
    CHECK(statement.lines[1].costs.is_zero());
    CHECK(statement.lines[1].change == Money::cents(1'234));
    CHECK(statement.lines[2].default_interest == Money::cents(1'000));
    CHECK(statement.lines[2].change == Money::euros(-150));
    CHECK(statement.closing == Money::cents(1'000'234));
}

TEST_CASE("a checkpoint of the second version is read", "[lending]")
{
    // Version 2 had nineteen totals and no default interest: one open item, deferred, spread, fee, milestones, closed,
    // no own terms.
    const auto state = parse_state(
        "2 16500 16436 1 40000 1000000 1000000 0 0 0 0 1 1000000 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 16490 1 "
        "250000 10000 4000 0 0 0 0 0 0 0");
    REQUIRE(state);
    REQUIRE(state->open.size() == 1);
    CHECK(state->open[0].costs == Money::euros(40));
    CHECK(state->open[0].default_interest.is_zero());
    CHECK(parse_state(to_text(*state)) == *state);
    CHECK(parse_totals("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19")->commitment_lapsed == Money::cents(19));
    CHECK_FALSE(parse_totals("1 2 3"));
}
