// What holds of any life of a loan, whatever its terms and whatever happened: ten thousand lives each.

#include "random_loan.h"

#include "domain/lending/booking.h"
#include "domain/lending/replay.h"
#include "domain/lending/schedule.h"
#include "domain/lending/statement.h"

#include <rapidcheck.h>
#include <rapidcheck/detail/Configuration.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

using namespace vierkant;
using namespace vierkant::lending;
using vierkant::lending::random::Dice;

namespace {

constexpr int lives = 10'000;

const Award award{Money::euros(10'000'000), date(2019, 1, 1)};

Rescheduling random_plan(Dice& dice, Date day, const LoanTerms& agreed)
{
    auto terms = random::random_terms(dice, day, 12);
    if (dice.one_in(2)) terms.rates.clear();
    terms.commitment = agreed.commitment;
    terms.fees = agreed.fees;
    return {terms, dice.one_of({Arrears::capitalised, Arrears::spread, Arrears::frozen})};
}

Event random_event(Dice& dice, std::int64_t id, Date day, const LoanTerms& terms)
{
    Event event{EventId{id}, day, EventKind::payment, Money::cents(dice.from_to(1, 3'000'000))};
    event.kind = dice.one_of({EventKind::payment, EventKind::payment, EventKind::payment, EventKind::payment,
                              EventKind::prepayment, EventKind::fee, EventKind::default_interest, EventKind::write_off,
                              EventKind::remission, EventKind::interest_waiver, EventKind::rate_change,
                              EventKind::disbursement, EventKind::call_in, EventKind::holiday, EventKind::rescheduling,
                              EventKind::recovery, EventKind::refund, EventKind::transfer, EventKind::closing});
    event.excess = dice.one_of({Excess::shorten, Excess::lower, Excess::advance, Excess::agreed});
    if (dice.one_in(10)) event.amount = Money::cents(dice.from_to(1, 30'000'000));
    switch (event.kind) {
        case EventKind::rate_change:
            event.rate = Rate{dice.from_to(0, 150'000)};
            event.amount = {};
            break;
        case EventKind::holiday:
            event.number = dice.number(1, 4);
            event.interest = dice.one_of(
                {PeriodInterest::due, PeriodInterest::waived, PeriodInterest::deferred, PeriodInterest::capitalised});
            event.extends = dice.one_in(2);
            event.amount = {};
            break;
        case EventKind::rescheduling:
            event.new_plan = std::make_shared<const Rescheduling>(random_plan(dice, day, terms));
            event.amount = {};
            break;
        case EventKind::transfer:
        case EventKind::closing:
            event.amount = {};
            break;
        default:
            break;
    }
    return event;
}

random::Life random_life()
{
    Dice dice{*rc::gen::arbitrary<std::uint64_t>()};
    const auto start = date(2020, 1, 1) + dice.number(0, 365);
    random::Life life{random::random_terms(dice, start, 24), {}};
    auto& terms = life.terms;
    if (dice.one_in(3)) terms.rates.push_back({start + 200, Rate{dice.from_to(0, 150'000)}});
    if (dice.one_in(3)) {
        terms.fees = {Money::cents(dice.from_to(0, 50'000)), Rate{dice.from_to(0, 20'000)},
                      dice.one_of({Fees::Handling::paid, Fees::Handling::withheld}), Rate{dice.from_to(0, 10'000)},
                      Rate{dice.from_to(0, 30'000)}};
        terms.commitment = Money::euros(600'000);
        if (dice.one_in(2)) terms.last_drawing = start + dice.number(30, 700);
    }
    terms.excess = dice.one_of({Excess::shorten, Excess::lower, Excess::advance});
    if (dice.one_in(3)) {
        terms.allocation = {dice.one_of({std::array{Part::interest, Part::principal, Part::costs},
                                         std::array{Part::principal, Part::interest, Part::costs}}),
                            dice.one_of({Allocation::By::part, Allocation::By::item})};
    }
    life.events = {{EventId{1}, start, EventKind::disbursement, Money::cents(dice.from_to(10'000, 50'000'000))}};
    for (int i = dice.number(0, 9); i > 0; --i) {
        const auto id = static_cast<std::int64_t>(life.events.size()) + 1;
        const auto event = random_event(dice, id, start + dice.number(0, 1000), terms);
        if (check_event(terms, life.events, event, award)) life.events.push_back(event);
    }
    life.end = start + dice.number(0, 1500);
    return life;
}

Money received(const std::vector<Event>& events, Date until)
{
    Money sum;
    for (const auto& event : events) {
        const bool in = event.kind == EventKind::payment || event.kind == EventKind::prepayment ||
                        event.kind == EventKind::recovery;
        if (in && event.value_date <= until) sum += event.amount;
    }
    return sum;
}

/// Every state as one that was written down and read back.
State through_text(const State& state)
{
    const auto read = parse_state(to_text(state));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == state);
    return *read;
}

/// Ten thousand cases; a failure names its seed.
template <class Property>
void holds(Property property)
{
    auto parameters = rc::detail::configuration().testParams;
    parameters.maxSuccess = lives;
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, parameters);
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    INFO(text.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

}  // namespace

TEST_CASE("principal is conserved, money in is explained and nothing is negative", "[lending][property]")
{
    holds([] {
        const auto life = random_life();
        const auto state = replay(life.terms, life.events, life.end);
        RC_ASSERT(state.principal == state.settled.outstanding());
        RC_ASSERT(!state.principal.is_negative());
        RC_ASSERT(!state.not_yet_due().is_negative());
        RC_ASSERT(state.settled.received() == received(life.events, life.end));
        RC_ASSERT(!totals(life.terms, state).interest_accrued.is_negative());
        RC_ASSERT(!interest_owed(life.terms, state).is_negative());
        for (const auto& item : state.open) {
            RC_ASSERT(!item.principal.is_negative());
            RC_ASSERT(!item.interest.is_negative());
            RC_ASSERT(!item.costs.is_negative());
            RC_ASSERT(!item.default_interest.is_negative());
        }
    });
}

TEST_CASE("every allocation adds up to its payment", "[lending][property]")
{
    holds([] {
        const auto life = random_life();
        Trace trace;
        replay(life.terms, life.events, life.end, &trace);
        for (const auto& event : life.events) {
            const bool paid = event.kind == EventKind::payment || event.kind == EventKind::prepayment ||
                              event.kind == EventKind::write_off || event.kind == EventKind::interest_waiver;
            if (!paid || event.value_date > life.end) continue;
            Money sum;
            for (const auto& row : trace.settlements) {
                if (row.by == event.id) sum += row.settled() + row.prepaid + row.overpaid;
            }
            RC_ASSERT(sum == event.amount);
        }
    });
}

TEST_CASE("replay to a day and then on equals replay", "[lending][property]")
{
    holds([] {
        const auto life = random_life();
        const auto half = life.events.front().value_date + *rc::gen::inRange(0, 1500);
        if (half > life.end) return;
        std::vector<Event> later;
        for (const auto& event : in_effect(life.events)) {
            if (event.value_date > half) later.push_back(event);
        }
        const auto at_once = replay(life.terms, life.events, life.end);
        const auto checkpoint = through_text(replay(life.terms, life.events, half));
        RC_ASSERT(advance(life.terms, checkpoint, later, life.end) == at_once);
        RC_ASSERT(parse_totals(to_text(at_once.settled)) == at_once.settled);
    });
}

TEST_CASE("the order of arrival does not matter", "[lending][property]")
{
    holds([] {
        const auto life = random_life();
        auto shuffled = life.events;
        Dice dice{*rc::gen::arbitrary<std::uint64_t>()};
        for (std::size_t i = shuffled.size() - 1; i > 0; --i) {
            std::swap(shuffled[i], shuffled[static_cast<std::size_t>(dice.from_to(0, static_cast<int>(i)))]);
        }
        RC_ASSERT(replay(life.terms, shuffled, life.end) == replay(life.terms, life.events, life.end));
    });
}

TEST_CASE("an event and its reversal leave no trace", "[lending][property]")
{
    holds([] {
        const auto life = random_life();
        Dice dice{*rc::gen::arbitrary<std::uint64_t>()};
        const auto day = life.events.front().value_date + dice.number(1, 900);
        auto with = life.events;
        with.push_back(random_event(dice, 100, day, life.terms));
        with.push_back({EventId{101}, day + dice.number(0, 90), EventKind::reversal});
        with.back().reverses = EventId{100};
        RC_ASSERT(replay(life.terms, with, life.end) == replay(life.terms, life.events, life.end));
    });
}

TEST_CASE("the journal told day by day is the journal told at once", "[lending][property]")
{
    using Balances = std::map<ledger::Account, Money>;
    holds([] {
        const auto life = random_life();
        const auto book = [](Balances& balances, const Totals& before, const Totals& now) {
            for (const auto& posting : postings_for(before, now, LoanId{1}, {})) {
                balances[posting.debit] += posting.amount;
                balances[posting.credit] -= posting.amount;
            }
        };
        Balances in_steps;
        Totals told;
        for (auto day = life.events.front().value_date; day < life.end; day = day + 97) {
            const auto now = totals(life.terms, replay(life.terms, life.events, day));
            book(in_steps, told, now);
            told = now;
        }
        const auto state = replay(life.terms, life.events, life.end);
        const auto last = totals(life.terms, state);
        book(in_steps, told, last);
        Balances at_once;
        book(at_once, {}, last);
        std::erase_if(in_steps, [](const auto& balance) { return balance.second.is_zero(); });
        std::erase_if(at_once, [](const auto& balance) { return balance.second.is_zero(); });
        RC_ASSERT(in_steps == at_once);
        RC_ASSERT(at_once[ledger::Account::loans] == state.principal);
    });
}

TEST_CASE("the principal of a schedule adds up to what was drawn and added to it", "[lending][property]")
{
    holds([] {
        Dice dice{*rc::gen::arbitrary<std::uint64_t>()};
        const auto start = date(2022, 3, 1) + dice.number(0, 365);
        const auto terms = random::random_terms(dice, start, 24);
        std::vector<Event> events{
            {EventId{1}, start, EventKind::disbursement, Money::cents(dice.from_to(100, 50'000'000))}};
        for (int i = dice.number(0, 3); i > 0; --i) {
            Event event{EventId{10 + i}, start + dice.number(1, 500), EventKind::payment,
                        Money::cents(dice.from_to(1, 3'000'000))};
            if (check_event(terms, events, event, award)) events.push_back(event);
        }
        const auto schedule = fold_schedule(terms, events);
        const auto state = replay(terms, events, start);
        RC_ASSERT(!schedule.interest.is_negative());
        const bool grows = terms.grace_interest == PeriodInterest::capitalised ||
                           std::any_of(terms.holidays.begin(), terms.holidays.end(), [](const Holiday& holiday) {
                               return holiday.interest == PeriodInterest::capitalised;
                           });
        if (grows) {
            RC_ASSERT(schedule.principal >= state.principal);
        } else {
            RC_ASSERT(schedule.principal == state.principal);
        }
        RC_ASSERT(schedule.rows.back().balance.is_zero());
    });
}

TEST_CASE("a statement of account adds up, whatever happened", "[lending][property]")
{
    holds([] {
        const auto life = random_life();
        const auto from = std::min(life.events.front().value_date + 100, life.end);
        const auto statement = statement_of(life.terms, life.events, from, life.end);
        RC_ASSERT(statement.closing == owed(replay(life.terms, life.events, life.end)));
    });
}
