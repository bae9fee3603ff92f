#include "quarterly_loan.h"

#include "domain/lending/replay.h"

#include "domain/lending/admission.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::lending;
using namespace vierkant::lending::testing;

namespace {

const Event drawn_10000 = event(1, date(2015, 1, 1), EventKind::disbursement, Money::euros(10'000));

const Award award_of_10000{Money::euros(10'000), date(2015, 1, 1)};

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
        "Event 2 of 2015-02-15 (10,060.00) would no longer be possible. Reverse it first and book it anew afterwards.");
    // An earlier payment of 100.00 leaves more to be paid back: that harms nothing.
    CHECK(refusal(event(4, date(2015, 2, 1), EventKind::payment, Money::euros(100))) == "allowed");
}
