// What changes a loan's plan, worked out by hand: 10,000 at 4 % in four quarters, 2,500 each.

#include "quarterly_loan.h"

#include "domain/lending/admission.h"
#include "domain/lending/replay.h"
#include "domain/lending/schedule.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace vierkant;
using namespace vierkant::lending;
using namespace vierkant::lending::testing;

namespace {

const Award award{Money::euros(12'000), date(2015, 1, 1)};
const Event drawn{EventId{1}, date(2015, 1, 1), EventKind::disbursement, Money::euros(10'000)};

Event rescheduled(Arrears arrears, LoanTerms terms)
{
    terms.rates.clear();
    Event event{EventId{2}, date(2015, 7, 1), EventKind::rescheduling};
    event.new_plan = std::make_shared<const Rescheduling>(Rescheduling{std::move(terms), arrears});
    return event;
}

Event holiday(Date day, int instalments, PeriodInterest interest, bool extends)
{
    Event event{EventId{2}, day, EventKind::holiday};
    event.number = instalments;
    event.interest = interest;
    event.extends = extends;
    return event;
}

std::string rule_of(const std::vector<Event>& known, const Event& event)
{
    const auto checked = check_event(quarterly(date(2015, 4, 1)), known, event, award);
    return checked ? "allowed" : std::string{checked.refusal().text->code};
}

/// What falls due after a day where nothing is ever paid: due principal interest.
std::string dues_after(const std::vector<Event>& events, Date day)
{
    Trace trace;
    replay(quarterly(date(2015, 4, 1)), events, date(2016, 12, 31), &trace);
    std::string text = "\n";
    for (const auto& item : trace.fallen) {
        if (item.due > day && item.number <= 4 && item.due <= date(2016, 7, 1)) {
            text += to_text(item.due) + " " + to_text(item.principal) + " " + to_text(item.interest) + "\n";
        }
    }
    return text;
}

}  // namespace

TEST_CASE("arrears are capitalised, spread or frozen when a loan is rescheduled", "[lending]")
{
    // Nothing paid by 1 July 2015: 2,500 and 100 are due twice. The new plan has four quarters from 1 October on.
    const auto plan = quarterly(date(2015, 10, 1));
    const auto terms = quarterly(date(2015, 4, 1));
    const auto at = [&](Arrears arrears) {
        return replay(terms, std::vector{drawn, rescheduled(arrears, plan)}, date(2015, 10, 1));
    };
    const auto capitalised = at(Arrears::capitalised);
    CHECK(capitalised.principal == Money::euros(10'200));
    CHECK(capitalised.settled.interest_capitalised == Money::euros(200));
    REQUIRE(capitalised.open.size() == 1);
    CHECK(capitalised.open[0] == DueItem{date(2015, 10, 1), 1, Money::euros(2'550), Money::euros(102), {}});
    const auto spread = at(Arrears::spread);
    CHECK(spread.principal == Money::euros(10'000));
    CHECK(spread.open.at(0) == DueItem{date(2015, 10, 1), 1, Money::euros(2'500), Money::euros(150), {}});
    CHECK(spread.spread_interest == Money::euros(150));
    const auto frozen = at(Arrears::frozen);
    REQUIRE(frozen.open.size() == 3);
    CHECK(frozen.open[0] == DueItem{date(2016, 7, 1), 1, Money::euros(2'500), Money::euros(100), {}});
    CHECK(frozen.open[2] == DueItem{date(2015, 10, 1), 1, Money::euros(1'250), Money::euros(50), {}});
    CHECK(days_past_due(frozen, date(2015, 10, 1)) == 0);
    CHECK(claim(terms, frozen) == Money::euros(10'250));
}

TEST_CASE("interest that has run is due with the first instalment of the new plan", "[lending]")
{
    // 45 of 90 days of 100.00: 50.00; then a whole quarter of 100.00.
    auto event = rescheduled(Arrears::capitalised, quarterly(date(2015, 5, 15)));
    event.value_date = date(2015, 2, 15);
    const auto state = replay(quarterly(date(2015, 4, 1)), std::vector{drawn, event}, date(2015, 5, 15));
    CHECK(state.open.at(0) == DueItem{date(2015, 5, 15), 1, Money::euros(2'500), Money::euros(150), {}});
}

TEST_CASE("a payment holiday extends the loan or raises the instalments after it", "[lending]")
{
    const std::vector longer{drawn, holiday(date(2015, 2, 1), 1, PeriodInterest::deferred, true)};
    CHECK(dues_after(longer, date(2015, 1, 1)) == R"(
2015-07-01 2500.00 200.00
2015-10-01 2500.00 100.00
2016-01-01 2500.00 100.00
)");
    const std::vector higher{drawn, holiday(date(2015, 2, 1), 1, PeriodInterest::due, false)};
    CHECK(dues_after(higher, date(2015, 1, 1)) == R"(
2015-04-01 0.00 100.00
2015-07-01 3333.33 100.00
2015-10-01 3333.33 100.00
2016-01-01 3333.34 100.00
)");
}

TEST_CASE("a waiver takes interest due first, then what has run", "[lending]")
{
    const auto terms = quarterly(date(2015, 4, 1));
    // On 16 May 2015: 100.00 due since April; 45 of 91 days of 100.00: 49.45.
    const Event waiver{EventId{2}, date(2015, 5, 16), EventKind::interest_waiver, Money::cents(14'945)};
    CHECK(rule_of({drawn}, waiver) == "allowed");
    const auto state = replay(terms, std::vector{drawn, waiver}, date(2015, 5, 16));
    CHECK(interest_owed(terms, state).is_zero());
    CHECK(state.settled.interest_remitted == Money::cents(14'945));
    auto more = waiver;
    more.amount = Money::cents(14'946);
    CHECK(rule_of({drawn}, more) == "lending.more_than_interest");
}

TEST_CASE("a loan closes when nothing is owed, and then nothing happens to it but a reversal", "[lending]")
{
    auto terms = quarterly(date(2015, 4, 1));
    terms.commitment = award.amount;
    const Event closing{EventId{3}, date(2015, 2, 16), EventKind::closing};
    CHECK(rule_of({drawn}, closing) == "lending.closed_while_owed");
    Event paid{EventId{2}, date(2015, 2, 15), EventKind::payment, Money::euros(10'060)};
    CHECK(rule_of({drawn, paid}, closing) == "lending.closed_while_overpaid");
    paid.amount = Money::euros(10'050);
    const std::vector closed{drawn, paid, closing};
    CHECK(rule_of({drawn, paid}, closing) == "allowed");
    CHECK(replay(terms, closed, date(2015, 2, 16)).settled.commitment_lapsed == Money::euros(2'000));
    CHECK(rule_of(closed, {EventId{4}, date(2015, 3, 1), EventKind::fee, Money::euros(1)}) == "lending.loan_closed");
    CHECK(rule_of(closed, {EventId{4}, date(2015, 3, 1), EventKind::disbursement, Money::euros(1)}) ==
          "lending.loan_closed");
    Event reversal{EventId{4}, date(2015, 3, 1), EventKind::reversal};
    reversal.reverses = EventId{3};
    CHECK(rule_of(closed, reversal) == "allowed");
}

TEST_CASE("a change that cannot be is refused by name", "[lending]")
{
    auto plan = quarterly(date(2015, 7, 1));
    CHECK(rule_of({drawn}, rescheduled(Arrears::capitalised, plan)) == "lending.rescheduled_into_past");
    plan = quarterly(date(2015, 10, 1));
    const auto first = rescheduled(Arrears::capitalised, plan);
    auto second = first;
    second.id = EventId{3};
    second.new_plan = std::make_shared<const Rescheduling>(*first.new_plan);
    CHECK(rule_of({drawn, first}, second) == "lending.rescheduled_twice");
    plan.method = Method::custom;
    plan.instalments = 1;
    plan.plan = {{date(2015, 10, 1), Money::euros(10'000)}};
    CHECK(rule_of({drawn}, rescheduled(Arrears::capitalised, plan)) == "lending.plan_differs_from_owed");
    CHECK(rule_of({drawn}, rescheduled(Arrears::spread, plan)) == "allowed");
    CHECK(rule_of({drawn}, holiday(date(2015, 2, 1), 4, PeriodInterest::due, false)) == "lending.holiday_too_long");
    CHECK(rule_of({drawn}, holiday(date(2015, 2, 1), 3, PeriodInterest::due, false)) == "allowed");
    CHECK(rule_of({drawn}, holiday(date(2014, 12, 1), 1, PeriodInterest::due, true)) == "lending.nothing_drawn");
}

TEST_CASE("a payment is allocated in the order agreed", "[lending]")
{
    auto terms = quarterly(date(2015, 4, 1));
    // Due on 1 July: 2,500 and 100 twice; costs of 40 since June. 2,700 is paid.
    const std::vector events{drawn, Event{EventId{2}, date(2015, 6, 1), EventKind::fee, Money::euros(40)},
                             Event{EventId{3}, date(2015, 7, 1), EventKind::payment, Money::euros(2'700)}};
    terms.allocation.by = Allocation::By::item;
    auto state = replay(terms, events, date(2015, 7, 1));
    CHECK(state.settled.principal_repaid == Money::euros(2'500));
    CHECK(state.settled.costs_received == Money::euros(40));
    CHECK(state.settled.interest_received == Money::euros(160));
    terms.allocation = {{Part::principal, Part::interest, Part::costs}, Allocation::By::part};
    state = replay(terms, events, date(2015, 7, 1));
    CHECK(state.settled.principal_repaid == Money::euros(2'700));
    CHECK(state.settled.interest_received.is_zero());
}

TEST_CASE("a checkpoint of the first version is read", "[lending]")
{
    // Written by version 1: reached, period start, number, rate, principal, planned, level, accrued ..., totals, no
    // items.
    const auto state =
        parse_state("1 16500 16436 1 40000 1000000 1000000 0 0 0 0 1 1000000 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");
    REQUIRE(state);
    CHECK(state->principal == Money::euros(10'000));
    CHECK(state->settled.disbursed == Money::euros(10'000));
    CHECK(parse_state(to_text(*state)) == *state);
    CHECK(parse_totals("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15")->refunded == Money::cents(15));
}
