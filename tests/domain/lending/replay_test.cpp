#include "domain/lending/replay.h"

#include "domain/lending/admission.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::lending;

namespace {

LoanTerms quarterly()
{
    LoanTerms terms;
    terms.method = Method::linear;
    terms.instalments = 4;
    terms.every = 3;
    terms.first_due = date(2015, 4, 1);
    terms.rates = {{date(2015, 1, 1), percent(4)}};
    return terms;
}

Event event(std::int64_t id, Date day, EventKind kind, Money amount, Excess excess = Excess::shorten)
{
    return {EventId{id}, day, kind, amount, {}, excess};
}

const Event drawn_10000 = event(1, date(2015, 1, 1), EventKind::disbursement, Money::euros(10'000));

const Award award_of_10000{Money::euros(10'000), date(2015, 1, 1)};

/// Terms of every kind, and a life of events in order of value date.
struct Life {
    LoanTerms terms;
    std::vector<Event> events;
    Date end = date(2030, 1, 1);
};

Life random_life()
{
    Life life;
    auto& terms = life.terms;
    terms.method = *rc::gen::element(Method::annuity, Method::linear, Method::bullet);
    terms.instalments = *rc::gen::inRange(1, 40);
    terms.every = *rc::gen::inRange(1, 4);
    terms.unit = *rc::gen::element(Unit::month, Unit::month, Unit::week);
    terms.principal_grace = *rc::gen::inRange(0, terms.instalments);
    terms.day_count =
        *rc::gen::element(DayCount::thirty_e_360, DayCount::act_365f, DayCount::act_360, DayCount::act_act);
    terms.interest_period = *rc::gen::element(InterestPeriod::daily, InterestPeriod::per_instalment);
    const auto start = date(2020, 1, 1) + *rc::gen::inRange(0, 365);
    terms.first_due = start + *rc::gen::inRange(1, 60);
    terms.rates = {{start, Rate{*rc::gen::inRange<std::int64_t>(0, 150'000)}}};
    if (*rc::gen::arbitrary<bool>())
        terms.rates.push_back({start + 200, Rate{*rc::gen::inRange<std::int64_t>(0, 150'000)}});
    life.events = {
        event(1, start, EventKind::disbursement, Money::cents(*rc::gen::inRange<std::int64_t>(100, 50'000'000)))};
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        const auto kind =
            *rc::gen::element(EventKind::payment, EventKind::payment, EventKind::payment, EventKind::prepayment,
                              EventKind::fee, EventKind::write_off, EventKind::rate_change);
        auto next = event(i + 2, start + *rc::gen::inRange(0, 1200), kind,
                          Money::cents(*rc::gen::inRange<std::int64_t>(1, 20'000'000)),
                          *rc::gen::element(Excess::shorten, Excess::lower, Excess::advance));
        if (kind == EventKind::rate_change) next.rate = {*rc::gen::inRange<std::int64_t>(0, 150'000)};
        if (check_event(terms, life.events, next, Award{Money::euros(1'000'000), date(2020, 1, 1)}))
            life.events.push_back(next);
    }
    life.end = start + *rc::gen::inRange(0, 2000);
    return life;
}

Money received(const std::vector<Event>& events, Date until)
{
    Money sum;
    for (const auto& e : events) {
        const bool in =
            e.kind == EventKind::payment || e.kind == EventKind::prepayment || e.kind == EventKind::recovery;
        if (in && e.value_date <= until) sum += e.amount;
    }
    return sum;
}

}  // namespace

TEST_CASE("a loan paid on time ends at zero", "[lending]")
{
    // The linear example of style.md: 2,600.00, 2,575.00, 2,550.00 and 2,525.00.
    std::vector events{drawn_10000};
    for (int i = 0; i < 4; ++i) {
        events.push_back(
            event(i + 2, add_months(date(2015, 4, 1), 3 * i), EventKind::payment, Money::cents(260'000 - 2'500 * i)));
    }
    const auto state = replay(quarterly(), events, date(2016, 1, 1));
    CHECK(state.principal.is_zero());
    CHECK(state.open.empty());
    CHECK(state.settled.interest_received == Money::euros(250));
    CHECK(state.settled.overpaid.is_zero());
}

TEST_CASE("who pays late owes interest over what is really outstanding", "[lending]")
{
    // Nothing paid: each quarter 1 % of the whole 10,000 falls due beside 2,500 of principal.
    const auto state = replay(quarterly(), std::vector{drawn_10000}, date(2015, 7, 1));
    REQUIRE(state.open.size() == 2);
    CHECK(state.open[1] == DueItem{date(2015, 7, 1), 2, Money::euros(2'500), Money::euros(100), Money{}});
    CHECK(days_past_due(state, date(2015, 7, 1)) == 91);
    CHECK(pay_off(quarterly(), state) == Money::euros(10'200));
}

TEST_CASE("a payment settles costs, then interest, then principal, the oldest first", "[lending]")
{
    const std::vector events{drawn_10000, event(2, date(2015, 6, 1), EventKind::fee, Money::euros(40)),
                             event(3, date(2015, 7, 1), EventKind::payment, Money::euros(1'000))};
    Trace trace;
    const auto state = replay(quarterly(), events, date(2015, 7, 1), &trace);
    CHECK(state.settled.costs_received == Money::euros(40));
    CHECK(state.settled.interest_received == Money::euros(200));
    CHECK(state.settled.principal_repaid == Money::euros(760));
    CHECK(state.open.front().principal == Money::euros(1'740));
    Money explained;
    for (const auto& row : trace.settlements) {
        explained += row.costs + row.interest + row.principal + row.prepaid + row.overpaid;
    }
    CHECK(explained == Money::euros(1'000));
}

TEST_CASE("paying more than everything closes the loan and the rest is overpaid", "[lending]")
{
    // Halfway the first quarter, 45 of 90 days: 50.00 of interest.
    const std::vector events{drawn_10000, event(2, date(2015, 2, 15), EventKind::payment, Money::euros(10'060))};
    const auto state = replay(quarterly(), events, date(2015, 12, 31));
    CHECK(state.principal.is_zero());
    CHECK(state.settled.interest_received == Money::euros(50));
    CHECK(state.settled.overpaid == Money::euros(10));
}

TEST_CASE("an extra repayment is of principal not yet due, and a write-off may take the running interest along",
          "[lending]")
{
    // On 1 June 2015 nothing was paid: 2,500.00 and 100.00 are due since 1 April, 7,500.00 is not yet due, and
    // 10,000.00 at 4 % has run 61 of the 91 days of the quarter: 67.03.
    const auto terms = quarterly();
    const auto state = replay(terms, std::vector{drawn_10000}, date(2015, 6, 1));
    CHECK(pay_off(terms, state) == Money::cents(1'016'703));
    const auto prepaid = event(2, date(2015, 6, 1), EventKind::prepayment, Money::cents(750'001));
    CHECK_FALSE(check_event(terms, std::vector{drawn_10000}, prepaid, award_of_10000));
    const auto written_off = event(2, date(2015, 6, 1), EventKind::write_off, Money::cents(1'016'703));
    CHECK(check_event(terms, std::vector{drawn_10000}, written_off, award_of_10000));
    const auto after = replay(terms, std::vector{drawn_10000, written_off}, date(2016, 6, 1));
    CHECK(after.principal.is_zero());
    CHECK(after.open.empty());
    CHECK(after.settled.interest_written_off == Money::cents(16'703));
}

TEST_CASE("an event that cannot be is refused with the rule named", "[lending]")
{
    const auto terms = quarterly();
    const auto code = [&](const Event& e, std::vector<Event> known = {drawn_10000}) {
        const auto allowed = check_event(terms, known, e, award_of_10000);
        return allowed ? std::string{"allowed"} : std::string{allowed.refusal().text->code};
    };
    CHECK(code(event(2, date(2014, 12, 31), EventKind::payment, Money::euros(1))) == "lending.nothing_drawn");
    CHECK(code(event(2, date(2015, 5, 1), EventKind::payment, Money{})) == "lending.amount_not_positive");
    CHECK(code(event(2, date(2015, 5, 1), EventKind::payment, Money::cents(-1))) == "lending.amount_not_positive");
    CHECK(code(event(2, date(2015, 5, 1), EventKind::disbursement, Money::cents(1))) == "lending.drawn_above_award");
    CHECK(code(event(2, date(2016, 1, 1), EventKind::disbursement, Money::cents(1))) == "lending.drawn_too_late");
    CHECK(code(event(2, date(2015, 5, 1), EventKind::write_off, Money::euros(10'134))) == "lending.more_than_owed");
    CHECK(code(event(2, date(2015, 5, 1), EventKind::refund, Money::euros(1))) == "lending.more_than_overpaid");
    Event reversal{EventId{9}, date(2015, 5, 1), EventKind::reversal};
    reversal.reverses = EventId{7};
    CHECK(code(reversal) == "lending.nothing_to_reverse");
    reversal.reverses = EventId{1};
    CHECK(code(reversal) == "allowed");
    reversal.value_date = date(2014, 12, 31);
    CHECK(code(reversal) == "lending.reversed_too_early");
    CHECK(code(event(2, date(2015, 5, 1), EventKind::recovery, Money::euros(1))) == "lending.nothing_written_off");
    Event rate{EventId{2}, date(2015, 5, 1), EventKind::rate_change, {}, percent(101)};
    CHECK(code(rate) == "lending.rate_out_of_range");
    rate.rate = {-1};
    CHECK(code(rate) == "lending.rate_out_of_range");
    CHECK(code(event(2, date(2014, 12, 31), EventKind::disbursement, Money::euros(1)), {}) ==
          "lending.drawn_before_award");
    CHECK(code(event(2, date(2015, 4, 1), EventKind::disbursement, Money::euros(1)), {}) ==
          "lending.drawn_after_first_due");
    CHECK(code(event(2, date(2015, 1, 1), EventKind::fee, Money::euros(150))) == "allowed");
}

TEST_CASE("what comes to light late may not make impossible what was done since", "[lending]")
{
    // On 15 February 2015, 45 of 90 days, 10,050.00 closes the loan: 10.00 of 10,060.00 is too much and paid back.
    const auto paid = event(2, date(2015, 2, 15), EventKind::payment, Money::euros(10'060));
    const auto refunded = event(3, date(2015, 2, 20), EventKind::refund, Money::euros(10));
    const std::vector known{drawn_10000, paid, refunded};
    const auto refusal = [&](const Event& e) {
        const auto allowed = check_event(quarterly(), known, e, award_of_10000);
        return allowed ? std::string{"allowed"} : allowed.refusal().in(Language::en);
    };
    const std::string refund_impossible =
        "Event 3 of 2015-02-20 (10.00) would no longer be possible. Reverse it first and book it anew afterwards.";
    Event reversal{EventId{4}, date(2015, 2, 25), EventKind::reversal};
    reversal.reverses = EventId{2};
    CHECK(refusal(reversal) == refund_impossible);
    // Costs of 20.00 charged before the payment leave nothing to pay back.
    CHECK(refusal(event(4, date(2015, 2, 1), EventKind::fee, Money::euros(20))) == refund_impossible);
    reversal.reverses = EventId{3};
    CHECK(refusal(reversal) == "allowed");
    reversal.reverses = EventId{1};
    CHECK(
        refusal(reversal) ==
        "Event 2 of 2015-02-15 (10060.00) would no longer be possible. Reverse it first and book it anew afterwards.");
    // An earlier payment of 100.00 leaves more to be paid back: that harms nothing.
    CHECK(refusal(event(4, date(2015, 2, 1), EventKind::payment, Money::euros(100))) == "allowed");
}

TEST_CASE("for any life of a loan", "[lending][property]")
{
    CHECK(rc::check("principal is conserved and money in is explained", [] {
        const auto life = random_life();
        const auto state = replay(life.terms, life.events, life.end);
        RC_ASSERT(state.principal == state.settled.outstanding());
        RC_ASSERT(!state.principal.is_negative());
        RC_ASSERT(!state.not_yet_due().is_negative());
        RC_ASSERT(state.settled.received() == received(life.events, life.end));
        RC_ASSERT(!totals(life.terms, state).interest_accrued.is_negative());
    }));
    CHECK(rc::check("every allocation adds up to its payment", [] {
        const auto life = random_life();
        Trace trace;
        replay(life.terms, life.events, life.end, &trace);
        for (const auto& e : life.events) {
            if (e.kind != EventKind::payment || e.value_date > life.end) continue;
            Money sum;
            for (const auto& row : trace.settlements) {
                if (row.by == e.id) sum += row.costs + row.interest + row.principal + row.prepaid + row.overpaid;
            }
            RC_ASSERT(sum == e.amount);
        }
    }));
    CHECK(rc::check("replay to a day and then on equals replay", [] {
        const auto life = random_life();
        const auto half = life.events.front().value_date + *rc::gen::inRange(0, 1500);
        if (half > life.end) return;
        std::vector<Event> later;
        for (const auto& e : in_effect(life.events)) {
            if (e.value_date > half) later.push_back(e);
        }
        const auto at_once = replay(life.terms, life.events, life.end);
        RC_ASSERT(advance(life.terms, replay(life.terms, life.events, half), later, life.end) == at_once);
        RC_ASSERT(parse_state(to_text(at_once)) == at_once);
        RC_ASSERT(parse_totals(to_text(at_once.settled)) == at_once.settled);
    }));
    CHECK(rc::check("the order of arrival does not matter", [] {
        const auto life = random_life();
        auto shuffled = life.events;
        std::rotate(
            shuffled.begin(),
            shuffled.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(shuffled.size())),
            shuffled.end());
        RC_ASSERT(replay(life.terms, shuffled, life.end) == replay(life.terms, life.events, life.end));
    }));
    CHECK(rc::check("an event and its reversal leave no trace", [] {
        const auto life = random_life();
        auto with = life.events;
        with.push_back(event(100, life.events.front().value_date + 30, EventKind::payment, Money::cents(12'345)));
        Event reversal{EventId{101}, life.events.front().value_date + 90, EventKind::reversal};
        reversal.reverses = EventId{100};
        with.push_back(reversal);
        RC_ASSERT(replay(life.terms, with, life.end) == replay(life.terms, life.events, life.end));
    }));
}
