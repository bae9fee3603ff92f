#include "domain/forecast/course.h"

#include "domain/forecast/band.h"
#include "domain/forecast/messages.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <sstream>

using namespace vierkant;
using namespace vierkant::forecast;

namespace {

/// Everything goes as agreed, and at once.
Scenario smooth()
{
    Scenario scenario;
    scenario.code = "expected";
    scenario.recovery = percent(40);
    scenario.recovery_months = 2;
    scenario.late_months = 0;
    scenario.payout_months = 3;
    scenario.new_loan = {Money::euros(10'000), percent(4), 20, 0};
    return scenario;
}

/// EUR 12,000.00 at 4 % in twelve months of EUR 1,000.00, the first next month.
RunningLoan small_loan()
{
    return {arrears::Stage::performing,
            Money::euros(12'000),
            {},
            {},
            plan_of({{}, percent(4), 12, 0}, Money::euros(12'000))};
}

Position small_fund()
{
    Position position;
    position.as_of = date(2026, 5, 20);
    position.capital = Money::euros(100'000);
    position.cash = Money::euros(20'000);
    position.committed = Money::euros(5'000);
    position.reserve = Money::euros(1'000);
    position.loans = {small_loan()};
    return position;
}

std::string show(const Course& course)
{
    std::ostringstream text;
    text << "\n";
    for (const auto& m : course) {
        text << to_text(m.first).substr(0, 7);
        for (const auto amount : {m.principal, m.interest, m.recovered, m.lost, m.costs, m.awarded, m.paid_out, m.cash,
                                  m.committed, m.outstanding, m.capacity}) {
            text << ' ' << to_text(amount);
        }
        text << "\n";
    }
    return text.str();
}

}  // namespace

TEST_CASE("without defaults and delay the schedule comes in to the cent", "[forecast]")
{
    // Interest: 4 %/12 of 12,000, 11,000 and 10,000 is 40.00, 36.67 and 33.33. What else is committed is paid out after
    // three months and does not change what can be lent.
    CHECK(show(expected_course(small_fund(), smooth(), 3, Policy::hold)) == R"(
2026-05 0.00 0.00 0.00 0.00 0.00 0.00 0.00 20000.00 5000.00 12000.00 14000.00
2026-06 1000.00 40.00 0.00 0.00 0.00 0.00 0.00 21040.00 5000.00 11000.00 15040.00
2026-07 1000.00 36.67 0.00 0.00 0.00 0.00 0.00 22076.67 5000.00 10000.00 16076.67
2026-08 1000.00 33.33 0.00 0.00 0.00 0.00 5000.00 18110.00 0.00 9000.00 17110.00
)");
}

TEST_CASE("defaults, delay, recovery and costs come in by their chances", "[forecast]")
{
    // Calculated beside this program with sixty decimals: 20 % a year is 1.8423 % a month; 10 % of each month comes one
    // month later; of a default 40 % comes back after two months; costs are 0.30 % of 100,000.00 a year.
    auto scenario = smooth();
    scenario.default_performing = percent(20);
    scenario.late_share = percent(10);
    scenario.late_months = 1;
    scenario.costs_yearly = basis_points(30);
    CHECK(show(expected_course(small_fund(), scenario, 6, Policy::hold)) == R"(
2026-05 0.00 0.00 0.00 0.00 0.00 0.00 0.00 20000.00 5000.00 12000.00 14000.00
2026-06 883.42 35.34 0.00 132.65 25.00 0.00 0.00 20893.76 5000.00 10983.93 14893.76
2026-07 963.49 35.65 0.00 120.44 25.00 0.00 0.00 21867.90 5000.00 9900.00 15867.90
2026-08 945.74 31.84 88.43 107.57 25.00 0.00 5000.00 17908.91 0.00 8758.26 16908.91
2026-09 928.32 28.16 80.29 95.13 25.00 0.00 0.00 18920.68 0.00 7654.52 17920.68
2026-10 911.21 24.60 71.71 83.12 25.00 0.00 0.00 19903.20 0.00 6588.48 18903.20
2026-11 894.43 21.17 63.42 71.52 25.00 0.00 0.00 20857.22 0.00 5559.11 19857.22
)");
}

TEST_CASE("a loan in default brings what is recovered, and what is overdue comes late", "[forecast]")
{
    auto scenario = smooth();
    scenario.late_months = 2;
    auto fund = small_fund();
    fund.committed = {};
    auto late = small_loan();
    late.outstanding = Money::euros(13'000);
    late.overdue_principal = Money::euros(1'000);
    late.overdue_interest = Money::euros(50);
    auto lost = small_loan();
    lost.stage = arrears::Stage::defaulted;
    fund.loans = {late, lost};
    // 60 % of the 12,000.00 is lost, 40 % comes in July, with the 1,050.00 that is overdue of the other.
    CHECK(show(expected_course(fund, scenario, 2, Policy::hold)) == R"(
2026-05 0.00 0.00 0.00 7200.00 0.00 0.00 0.00 20000.00 0.00 17800.00 19000.00
2026-06 1000.00 40.00 0.00 0.00 0.00 0.00 0.00 21040.00 0.00 16800.00 20040.00
2026-07 2000.00 86.67 4800.00 0.00 0.00 0.00 0.00 27926.67 0.00 10000.00 26926.67
)");
}

TEST_CASE("what is promised comes back after it is paid out", "[forecast]")
{
    auto scenario = smooth();
    scenario.payout_months = 1;
    auto fund = small_fund();
    fund.loans = {};
    fund.promised = {{Money::euros(3'000), plan_of({{}, percent(4), 2, 0}, Money::euros(3'000))}};
    // Of the 5,000.00 committed 3,000.00 is a loan: 1,500.00 and 10.00, then 1,500.00 and 5.00.
    CHECK(show(expected_course(fund, scenario, 3, Policy::hold)) == R"(
2026-05 0.00 0.00 0.00 0.00 0.00 0.00 0.00 20000.00 5000.00 0.00 14000.00
2026-06 0.00 0.00 0.00 0.00 0.00 0.00 5000.00 15000.00 0.00 3000.00 14000.00
2026-07 1500.00 10.00 0.00 0.00 0.00 0.00 0.00 16510.00 0.00 1500.00 15510.00
2026-08 1500.00 5.00 0.00 0.00 0.00 0.00 0.00 18015.00 0.00 0.00 17015.00
)");
}

TEST_CASE("an application takes what it asks by its chance, and waits while there is not enough", "[forecast]")
{
    auto scenario = smooth();
    scenario.applications_awarded = percent(50);
    scenario.proposals_awarded = percent(100);
    auto fund = small_fund();
    fund.pending = {{1, true, Money::euros(16'000)}, {2, false, Money::euros(4'000)}};
    const auto course = expected_course(fund, scenario, 4, Policy::hold);
    CHECK(course[1].awarded == Money{});               // 15,040.00 is not enough for 16,000.00 ...
    CHECK(course[2].awarded == Money::euros(16'000));  // ... 16,076.67 is; then 76.67 is left
    CHECK(course[2].capacity == Money::cents(7'667));  //
    CHECK(course[3].awarded == Money{});               // 1,110.00 is not enough for half of 4,000.00
    CHECK(course[4].awarded == Money::euros(2'000));   // 2,140.00 is
}

TEST_CASE("money that comes back is lent again as far as it goes", "[forecast]")
{
    auto scenario = smooth();
    scenario.new_loans_yearly = 12;
    scenario.payout_months = 1;
    const auto course = expected_course(small_fund(), scenario, 12, Policy::relend);
    // 15,040.00 in June is one loan of 10,000.00 paid out in July; from then on each month adds 1,000 and a twentieth.
    CHECK(course[1].awarded == Money::euros(10'000));
    CHECK(course[2].lent == Money::euros(10'000));
    CHECK(course[2].awarded == Money{});
    // June + 1,036.67 + 1,033.33 + 500 + 33.33 + 1,030.00 + 500 + 31.67 + 1,026.67 + 500 + 30.00 = 10,761.67 in
    // October.
    CHECK(course[5].awarded == Money::euros(10'000));
    CHECK(course[5].capacity == Money::cents(76'167));
}

TEST_CASE("three new loans a year come every fourth month", "[forecast]")
{
    auto scenario = smooth();
    scenario.new_loans_yearly = 3;
    scenario.new_loan.amount = Money::euros(100);
    const auto course = expected_course(small_fund(), scenario, 12, Policy::relend);
    std::string months;
    for (std::size_t m = 0; m < course.size(); ++m) {
        if (!course[m].awarded.is_zero()) months += std::to_string(m) + " ";
    }
    CHECK(months == "4 8 12 ");
}

TEST_CASE("a scenario that cannot be is refused by its field", "[forecast]")
{
    const auto said = [](const Scenario& scenario) {
        const auto done = check(scenario);
        return done ? std::string{} : std::string{done.refusal().text->code};
    };
    CHECK(said(smooth()) == "");
    auto wrong = smooth();
    wrong.recovery = percent(101);
    CHECK(said(wrong) == share_outside.code);
    CHECK(check(wrong).refusal().in(Language::nl) == "recovery moet tussen 0 en 100 procent liggen; er staat 101,00.");
    wrong = smooth();
    wrong.payout_months = 0;
    CHECK(said(wrong) == months_outside.code);
    wrong = smooth();
    wrong.new_loan.principal_grace = 20;
    CHECK(said(wrong) == grace_too_long.code);
    wrong = smooth();
    wrong.new_loan.amount = {};
    CHECK(said(wrong) == new_loan_of_nothing.code);
}

namespace {

/// A fund and a scenario as rapidcheck makes them up.
struct Made {
    Position position;
    Scenario scenario;
};

Made made_up()
{
    Made made{small_fund(), smooth()};
    auto& scenario = made.scenario;
    const auto share = [] { return Rate{*rc::gen::inRange<std::int64_t>(0, 1'000'001)}; };
    scenario.default_performing = share();
    scenario.default_watch = share();
    scenario.recovery = share();
    scenario.recovery_months = *rc::gen::inRange(0, 12);
    scenario.late_share = share();
    scenario.late_months = *rc::gen::inRange(0, 4);
    scenario.payout_months = *rc::gen::inRange(1, 5);
    scenario.applications_awarded = share();
    scenario.proposals_awarded = share();
    scenario.new_loans_yearly = *rc::gen::inRange(0, 40);
    scenario.new_loan = {Money::euros(*rc::gen::inRange(100, 20'000)), basis_points(*rc::gen::inRange(0, 900)),
                         *rc::gen::inRange(3, 40), *rc::gen::inRange(0, 3)};
    made.position.loans.clear();
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        auto loan = small_loan();
        loan.stage = *rc::gen::element(arrears::Stage::performing, arrears::Stage::watch, arrears::Stage::defaulted);
        loan.overdue_principal = Money::cents(*rc::gen::inRange(0, 100'000));
        loan.outstanding += loan.overdue_principal;
        made.position.loans.push_back(loan);
    }
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        made.position.pending.push_back(
            {*rc::gen::inRange(0, 12), *rc::gen::arbitrary<bool>(), Money::euros(*rc::gen::inRange(1, 20'000))});
    }
    return made;
}

/// Cash and outstanding move by what is earned, lost and spent, and by nothing else; nothing is promised that is not
/// there, so what can be lent never exceeds the capital base.
void check_course(const Made& made, const Course& course)
{
    Money base = made.position.cash;
    for (const auto& loan : made.position.loans) base += loan.outstanding;
    for (const auto& m : course) {
        base += m.interest - m.lost - m.costs - (m.paid_out - m.lent);
        RC_ASSERT(m.cash + m.outstanding == base);
        RC_ASSERT(m.capacity <= base);
        RC_ASSERT(!m.capacity.is_negative());
        RC_ASSERT(!m.committed.is_negative());
        RC_ASSERT(m.outstanding >= Money::cents(-100));  // each month rounds each kind of flow once
    }
}

}  // namespace

TEST_CASE("in every course the books tie and the fund promises only what it has", "[forecast][property]")
{
    CHECK(rc::check("expected and drawn, holding and lending again", [] {
        const auto made = made_up();
        const auto policy = *rc::gen::element(Policy::hold, Policy::relend);
        check_course(made, expected_course(made.position, made.scenario, 30, policy));
        Draws draws{*rc::gen::arbitrary<std::uint64_t>()};
        const Simulation simulation{made.position, made.scenario, 30, policy};
        for (int i = 0; i < 3; ++i) check_course(made, simulation.draw(draws));
    }));
}

TEST_CASE("a course without chances is the expected course", "[forecast][property]")
{
    CHECK(rc::check("nothing is drawn where all is certain", [] {
        auto made = made_up();
        made.scenario.default_performing = {};
        made.scenario.default_watch = {};
        made.scenario.applications_awarded = percent(100);
        made.scenario.proposals_awarded = percent(100);
        Draws draws{1};
        const Simulation simulation{made.position, made.scenario, 24, Policy::relend};
        RC_ASSERT(simulation.draw(draws) == expected_course(made.position, made.scenario, 24, Policy::relend));
    }));
}
