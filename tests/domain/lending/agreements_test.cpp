// Terms beyond the ordinary, each worked out by hand beside it.

#include "domain/lending/admission.h"
#include "domain/lending/replay.h"
#include "domain/lending/schedule.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::lending;

namespace {

LoanTerms monthly(Method method, int instalments, Date first_due, Rate rate)
{
    LoanTerms terms;
    terms.method = method;
    terms.instalments = instalments;
    terms.first_due = first_due;
    terms.rates = {{date(2000, 1, 1), rate}};
    return terms;
}

std::vector<Event> drawn(Date day, std::int64_t euros)
{
    return {{EventId{1}, day, EventKind::disbursement, Money::euros(euros)}};
}

/// number due principal interest balance.
std::string show(const Schedule& schedule)
{
    std::string text = "\n";
    for (const auto& row : schedule.rows) {
        text += std::to_string(row.number) + " " + to_text(row.due) + " " + to_text(row.principal) + " " +
                to_text(row.interest) + " " + to_text(row.balance) + "\n";
    }
    for (const auto& fee : schedule.fees) {
        text += "fee " + to_text(fee.day) + " " + to_text(fee.amount) + (fee.withheld ? " withheld\n" : "\n");
    }
    return text;
}

std::string rule_of(const Result<Done>& checked)
{
    return checked ? "allowed" : std::string{checked.refusal().text->code};
}

}  // namespace

TEST_CASE("the end-of-month rule and a given day of the month", "[lending]")
{
    auto terms = monthly(Method::linear, 12, date(2026, 2, 28), percent(4));
    CHECK(due_date(terms, 2) == date(2026, 3, 28));
    terms.due_day = 31;
    CHECK(due_date(terms, 1) == date(2026, 2, 28));
    CHECK(due_date(terms, 2) == date(2026, 3, 31));
    CHECK(due_date(terms, 3) == date(2026, 4, 30));
    terms.due_day = 30;
    CHECK(due_date(terms, 2) == date(2026, 3, 30));
    CHECK(due_date(terms, 13) == date(2027, 2, 28));
}

TEST_CASE("due dates are moved to TARGET2 days", "[lending]")
{
    // 1 May 2026 is a Friday and a TARGET2 holiday; 31 May 2026 is a Sunday.
    auto terms = monthly(Method::linear, 12, date(2026, 5, 1), percent(4));
    terms.rolling = Rolling::following;
    CHECK(due_date(terms, 1) == date(2026, 5, 4));
    terms.rolling = Rolling::preceding;
    CHECK(due_date(terms, 1) == date(2026, 4, 30));
    terms.first_due = date(2026, 5, 31);
    terms.rolling = Rolling::following;
    CHECK(due_date(terms, 1) == date(2026, 6, 1));
    terms.rolling = Rolling::modified_following;
    CHECK(due_date(terms, 1) == date(2026, 5, 29));
    CHECK(period_end(terms, 1) == date(2026, 5, 31));
    terms.interest_days = InterestDays::adjusted;
    CHECK(period_end(terms, 1) == date(2026, 5, 29));
}

TEST_CASE("interest over a weekend runs as the terms say", "[lending]")
{
    // 36,000 at 10 %, ACT/360: 10 a day. Sunday 17 May is paid on Monday 18 May.
    auto terms = monthly(Method::linear, 2, date(2026, 5, 17), percent(10));
    terms.interest_period = InterestPeriod::daily;
    terms.day_count = DayCount::act_360;
    terms.rolling = Rolling::following;
    const auto events = drawn(date(2026, 4, 17), 36'000);
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-05-18 18000.00 300.00 18000.00
2 2026-06-17 18000.00 155.00 0.00
)");
    terms.interest_days = InterestDays::adjusted;
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-05-18 18000.00 310.00 18000.00
2 2026-06-17 18000.00 150.00 0.00
)");
    // Friday before: charged up to Sunday all the same, or up to Friday.
    terms.rolling = Rolling::preceding;
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-05-15 18000.00 280.00 18000.00
2 2026-06-17 18000.00 165.00 0.00
)");
    terms.interest_days = InterestDays::unadjusted;
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-05-15 18000.00 300.00 18000.00
2 2026-06-17 18000.00 155.00 0.00
)");
    // Not paid on Monday, what waited over the weekend bears interest from Monday on: 300 and 2 days of 5, then 10 a
    // day.
    terms.rolling = Rolling::following;
    CHECK(claim(terms, replay(terms, events, date(2026, 5, 18))) == Money::euros(36'305));
    CHECK(claim(terms, replay(terms, events, date(2026, 5, 20))) == Money::euros(36'325));
}

TEST_CASE("interest of grace periods is deferred or added to the principal", "[lending]")
{
    auto terms = monthly(Method::bullet, 3, date(2026, 2, 1), percent(12));
    terms.interest_grace = 2;
    terms.grace_interest = PeriodInterest::capitalised;
    const auto events = drawn(date(2026, 1, 1), 10'000);
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-02-01 0.00 0.00 10100.00
2 2026-03-01 0.00 0.00 10201.00
3 2026-04-01 10201.00 102.01 0.00
)");
    CHECK(replay(terms, events, date(2026, 3, 15)).settled.interest_capitalised == Money::euros(201));
    terms.grace_interest = PeriodInterest::deferred;
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-02-01 0.00 0.00 10000.00
2 2026-03-01 0.00 0.00 10000.00
3 2026-04-01 10000.00 300.00 0.00
)");
}

TEST_CASE("given instalments, months without principal and holidays", "[lending]")
{
    // 1,000 at 1 % a month in three: 340.02; then 500.00; the last takes the rest.
    auto terms = monthly(Method::annuity, 3, date(2026, 2, 1), percent(12));
    terms.steps = {{2, Money::euros(500)}};
    CHECK(show(make_schedule(terms, drawn(date(2026, 1, 1), 1'000))) == R"(
1 2026-02-01 330.02 10.00 669.98
2 2026-03-01 493.30 6.70 176.68
3 2026-04-01 176.68 1.77 0.00
)");
    terms = monthly(Method::linear, 4, date(2026, 2, 1), percent(12));
    terms.free_months = 1U << 3;
    CHECK(show(make_schedule(terms, drawn(date(2026, 1, 1), 900))) == R"(
1 2026-02-01 300.00 9.00 600.00
2 2026-03-01 0.00 6.00 600.00
3 2026-04-01 300.00 6.00 300.00
4 2026-05-01 300.00 3.00 0.00
)");
    terms.free_months = 0;
    terms.holidays = {{2, 2, PeriodInterest::deferred}};
    CHECK(show(make_schedule(terms, drawn(date(2026, 1, 1), 900))) == R"(
1 2026-02-01 450.00 9.00 450.00
2 2026-03-01 0.00 0.00 450.00
3 2026-04-01 0.00 0.00 450.00
4 2026-05-01 450.00 13.50 0.00
)");
}

TEST_CASE("fees are withheld, charged on what is not drawn, and for paying early", "[lending]")
{
    // 50.00 and 1 % of 10,000 withheld; 1 % a year over 10,000 not drawn, 90 days of 360: 25.00.
    auto terms = monthly(Method::bullet, 1, date(2026, 4, 1), percent(4));
    terms.every = 3;
    terms.day_count = DayCount::act_360;
    terms.commitment = Money::euros(20'000);
    terms.fees = {Money::euros(50), percent(1), Fees::Handling::withheld, percent(1), percent(2)};
    const auto events = drawn(date(2026, 1, 1), 10'000);
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-04-01 10000.00 100.00 0.00
fee 2026-01-01 150.00 withheld
fee 2026-04-01 25.00
)");
    // Halfway: 45 of 90 days: 50.00 of interest, 12.50 of commitment fee, 200.00 for paying 10,000 early.
    const auto state = replay(terms, events, date(2026, 2, 15));
    CHECK(pay_off(terms, state) == Money::cents(1'026'250));
    auto paid = events;
    paid.push_back({EventId{2}, date(2026, 2, 15), EventKind::payment, Money::cents(1'026'250)});
    const auto after = replay(terms, paid, date(2026, 2, 15));
    CHECK(claim(terms, after).is_zero());
    CHECK(after.settled.overpaid.is_zero());
    CHECK(after.settled.costs_received == Money::cents(21'250));
    CHECK(after.settled.costs_withheld == Money::euros(150));
}

TEST_CASE("what is not drawn by the last day returns to the fund", "[lending]")
{
    auto terms = monthly(Method::linear, 12, date(2026, 2, 1), percent(4));
    terms.commitment = Money::euros(20'000);
    terms.last_drawing = date(2026, 3, 31);
    const auto events = drawn(date(2026, 1, 1), 12'000);
    CHECK(replay(terms, events, date(2026, 3, 31)).settled.commitment_lapsed.is_zero());
    CHECK(replay(terms, events, date(2026, 4, 1)).settled.commitment_lapsed == Money::euros(8'000));
    const Award award{Money::euros(20'000), date(2026, 1, 1)};
    CHECK(rule_of(check_event(terms, events, {EventId{2}, date(2026, 4, 1), EventKind::disbursement, Money::euros(1)},
                              award)) == "lending.drawn_after_last_day");
}

TEST_CASE("tranches are drawn on their day or after their milestone", "[lending]")
{
    auto terms = monthly(Method::linear, 12, date(2026, 4, 1), percent(4));
    terms.tranches = {{Money::euros(5'000), date(2026, 1, 1), ""}, {Money::euros(5'000), {}, "machine delivered"}};
    const Award award{Money::euros(10'000), date(2026, 1, 1)};
    auto events = drawn(date(2026, 1, 5), 5'000);
    const Event more{EventId{3}, date(2026, 2, 1), EventKind::disbursement, Money::euros(5'000)};
    CHECK(rule_of(check_event(terms, events, more, award)) == "lending.drawn_above_tranches");
    Event milestone{EventId{2}, date(2026, 1, 20), EventKind::milestone};
    milestone.number = 1;
    CHECK(rule_of(check_event(terms, events, milestone, award)) == "lending.milestone_unknown");
    milestone.number = 2;
    REQUIRE(rule_of(check_event(terms, events, milestone, award)) == "allowed");
    events.push_back(milestone);
    CHECK(rule_of(check_event(terms, events, more, award)) == "allowed");
    milestone.id = EventId{9};
    CHECK(rule_of(check_event(terms, events, milestone, award)) == "lending.milestone_reached");
}

TEST_CASE("a base rate plus margin becomes rates by date, never below the floor", "[lending]")
{
    // The Commission's base rate was -0.42 % from January and 2.56 % from January 2023 on.
    const FloatingRate floating{{{date(2021, 1, 1), Rate{-4'200}}, {date(2023, 1, 1), Rate{25'600}}},
                                percent(4),
                                percent(0),
                                {date(2021, 7, 1), date(2022, 7, 1), date(2023, 7, 1)}};
    const auto rates = resolve(floating);
    REQUIRE(rates);
    CHECK((*rates)[0].annual == Rate{35'800});
    CHECK((*rates)[2].annual == Rate{65'600});
    auto low = floating;
    low.margin = Rate{0};
    CHECK((*resolve(low))[0].annual == percent(0));
    low.resets = {date(2020, 12, 31)};
    CHECK_FALSE(resolve(low));
}

TEST_CASE("terms that cannot be are refused by name", "[lending]")
{
    const auto base = monthly(Method::annuity, 12, date(2026, 2, 1), percent(4));
    auto terms = base;
    terms.interest_grace = 2;
    terms.grace_interest = PeriodInterest::capitalised;
    CHECK(rule_of(check(terms)) == "lending.capitalised_while_repaid");
    terms = base;
    terms.steps = {{5, Money::euros(1)}, {5, Money::euros(2)}};
    CHECK(rule_of(check(terms)) == "lending.steps_out_of_order");
    terms.method = Method::bullet;
    CHECK(rule_of(check(terms)) == "lending.steps_without_method");
    terms = base;
    terms.holidays = {{11, 2, PeriodInterest::due}};
    CHECK(rule_of(check(terms)) == "lending.holidays_out_of_order");
    terms = base;
    terms.first_drawing = date(2026, 3, 1);
    terms.last_drawing = date(2026, 2, 1);
    CHECK(rule_of(check(terms)) == "lending.drawing_days_out_of_order");
    terms = base;
    terms.fees.commitment = percent(1);
    CHECK(rule_of(check(terms)) == "lending.commitment_missing");
    terms.commitment = Money::euros(10);
    terms.tranches = {{Money::euros(9), {}, "m"}};
    CHECK(rule_of(check(terms)) == "lending.tranches_differ");
    terms = base;
    terms.unit = Unit::year;
    terms.instalments = 400;
    CHECK(rule_of(check(terms)) == "lending.term_beyond_calendar");
    terms = base;
    terms.method = Method::custom;
    terms.instalments = 1;
    terms.plan = {{terms.first_due, Money::euros(1)}};
    terms.free_months = 2;
    CHECK(rule_of(check(terms)) == "lending.plan_with_holidays");
}
