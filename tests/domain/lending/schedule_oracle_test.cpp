#include "domain/lending/schedule.h"

#include <rapidcheck.h>
#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>
#include <vector>

using namespace vierkant;
using namespace vierkant::lending;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

/// One drawing, one rate: the terms as far as the second implementation goes.
struct Case {
    LoanTerms terms;
    Date start = date(2024, 1, 31);
    std::int64_t drawn = 0;
    std::int64_t millionths = 0;
};

/// Rounds an amount of zero or more half up.
std::int64_t half_up(const cpp_rational& amount)
{
    const cpp_rational more = amount + cpp_rational{1, 2};
    return static_cast<std::int64_t>(cpp_int{numerator(more) / denominator(more)});
}

cpp_rational years(const LoanTerms& terms, Date from, Date to)
{
    if (terms.interest_period == InterestPeriod::per_instalment) {
        return {terms.every, terms.unit == Unit::month ? 12 : 52};
    }
    return {to - from, terms.day_count == DayCount::act_360 ? 360 : 365};
}

/// The growth of every period, from the formula alone.
std::vector<cpp_rational> growths(const Case& c)
{
    std::vector<cpp_rational> all;
    auto from = c.start;
    for (int k = 1; k <= c.terms.instalments; ++k) {
        const auto steps = (k - 1) * c.terms.every;
        const auto to =
            c.terms.unit == Unit::month ? add_months(c.terms.first_due, steps) : c.terms.first_due + 7 * steps;
        all.push_back(1 + cpp_rational{c.millionths, 1'000'000} * years(c.terms, from, to));
        from = to;
    }
    return all;
}

/// What is paid at each due date from `first` on is one amount A with B f = A (1 + 1/f' + 1/(f' f'') ...).
std::int64_t level(const Case& c, const std::vector<cpp_rational>& growth, std::size_t first)
{
    if (c.terms.method == Method::linear) {
        return half_up(cpp_rational{c.drawn, static_cast<std::int64_t>(growth.size() - first)});
    }
    cpp_rational discount = 1;
    cpp_rational worth = 1;
    for (auto k = first + 1; k < growth.size(); ++k) {
        discount /= growth[k];
        worth += discount;
    }
    return half_up(c.drawn * growth[first] / worth);
}

/// Principal and interest in cents of every instalment: slow and obvious.
std::vector<std::pair<std::int64_t, std::int64_t>> by_hand(const Case& c)
{
    const auto growth = growths(c);
    const auto grace = static_cast<std::size_t>(c.terms.principal_grace);
    const auto amount = level(c, growth, grace);
    auto balance = c.drawn;
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    for (std::size_t k = 0; k < growth.size(); ++k) {
        const auto interest = half_up(balance * (growth[k] - 1));
        auto principal = c.terms.method == Method::linear ? amount : amount - interest;
        if (k < grace || c.terms.method == Method::bullet) principal = 0;
        principal = k + 1 == growth.size() ? balance : std::clamp<std::int64_t>(principal, 0, balance);
        balance -= principal;
        rows.emplace_back(principal, interest);
    }
    return rows;
}

Case random_case()
{
    Case c;
    c.terms.method = *rc::gen::element(Method::annuity, Method::linear, Method::bullet);
    c.terms.instalments = *rc::gen::inRange(1, 80);
    c.terms.principal_grace = *rc::gen::inRange(0, c.terms.instalments);
    c.terms.every = *rc::gen::inRange(1, 5);
    c.terms.unit = *rc::gen::element(Unit::month, Unit::week);
    c.terms.interest_period = *rc::gen::element(InterestPeriod::daily, InterestPeriod::per_instalment);
    c.terms.day_count = *rc::gen::element(DayCount::act_360, DayCount::act_365f);
    c.terms.first_due = c.start + *rc::gen::inRange(1, 60);
    c.drawn = *rc::gen::inRange<std::int64_t>(100'000, 1'000'000'000);
    c.millionths = *rc::gen::inRange<std::int64_t>(0, 150'000);
    c.terms.rates = {{c.start, Rate{c.millionths}}};
    return c;
}

}  // namespace

TEST_CASE("schedules agree with exact fractions to the cent", "[lending][property]")
{
    CHECK(rc::check([] {
        const auto c = random_case();
        const std::vector<Event> events{{EventId{1}, c.start, EventKind::disbursement, Money::cents(c.drawn)}};
        const auto schedule = make_schedule(c.terms, events);
        std::vector<std::pair<std::int64_t, std::int64_t>> rows;
        for (const auto& row : schedule.rows) rows.emplace_back(row.principal.in_cents(), row.interest.in_cents());
        auto expected = by_hand(c);
        // Instalments in which nothing falls due make no row.
        std::erase(expected, std::pair<std::int64_t, std::int64_t>{});
        std::erase(rows, std::pair<std::int64_t, std::int64_t>{});
        RC_ASSERT(rows == expected);
    }));
}

TEST_CASE("the fast schedule of a plain loan is that of the fold", "[lending][property]")
{
    CHECK(rc::check([] {
        LoanTerms terms;
        terms.method = *rc::gen::element(Method::annuity, Method::linear, Method::bullet);
        terms.instalments = *rc::gen::inRange(1, 130);
        terms.every = *rc::gen::inRange(1, 4);
        terms.unit = *rc::gen::element(Unit::month, Unit::month, Unit::week, Unit::day, Unit::year);
        terms.every = terms.unit == Unit::year ? 1 : terms.every;
        terms.principal_grace = *rc::gen::inRange(0, terms.instalments);
        terms.interest_grace = *rc::gen::element(0, 0, *rc::gen::inRange(0, terms.instalments + 1));
        terms.instalment_multiple = Money::cents(*rc::gen::element(1, 1, 5, 100, 10'000));
        const auto drawn = date(2023, 12, 1) + *rc::gen::inRange(0, 500);
        terms.first_due = drawn + *rc::gen::inRange(1, 100);
        terms.rates = {{drawn + *rc::gen::inRange(-50, 50), Rate{*rc::gen::inRange<std::int64_t>(0, 1'000'001)}}};
        const auto largest = *rc::gen::element<std::int64_t>(1'000, 100'000'000, 1'000'000'000'000'000);
        const std::vector events{Event{EventId{1}, drawn, EventKind::disbursement,
                                       Money::cents(*rc::gen::inRange<std::int64_t>(1, largest))}};
        const auto fast = make_schedule(terms, events);
        const auto slow = fold_schedule(terms, events);
        RC_ASSERT(fast.principal == slow.principal);
        RC_ASSERT(fast.interest == slow.interest);
        RC_ASSERT(fast.rows == slow.rows);
    }));
}
