#include "exact_loan.h"
#include "random_loan.h"

#include "domain/lending/schedule.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace vierkant;
using namespace vierkant::lending;

namespace {

constexpr int random_loans = 100'000;

struct Case {
    LoanTerms terms;
    std::vector<exact::Drawing> drawings;
};

Case random_case(std::uint64_t seed)
{
    random::Dice dice{seed};
    const auto start = date(2023, 6, 1) + dice.number(0, 500);
    Case c{random::random_terms(dice, start, dice.one_in(30) ? 60 : 14), {}};
    c.drawings = {{start, dice.from_to(10'000, 200'000'000)}};
    if (c.terms.rolling != Rolling::unadjusted) return c;
    const int days = period_end(c.terms, c.terms.instalments) - start;
    auto day = start;
    for (int more = dice.one_in(3) ? dice.number(1, 2) : 0; more > 0; --more) {
        day = day + dice.number(1, 200);
        if (day - start < days) c.drawings.push_back({day, dice.from_to(10'000, 50'000'000)});
    }
    auto from = start;
    for (int more = dice.one_in(3) ? dice.number(1, 2) : 0; more > 0; --more) {
        from = from + dice.number(1, 400);
        c.terms.rates.push_back({from, Rate{dice.from_to(0, 150'000)}});
    }
    return c;
}

std::vector<exact::Row> by_engine(const Case& c)
{
    std::vector<Event> events;
    for (const auto& drawing : c.drawings) {
        const EventId id{static_cast<std::int64_t>(events.size()) + 1};
        events.push_back({id, drawing.day, EventKind::disbursement, Money::cents(drawing.cents)});
    }
    std::vector<exact::Row> rows;
    for (const auto& row : make_schedule(c.terms, events).rows) {
        rows.push_back(
            {row.number, row.due, row.principal.in_cents(), row.interest.in_cents(), row.balance.in_cents()});
    }
    return rows;
}

/// Instalments in which nothing falls due make no row in the one and may in the other.
std::vector<exact::Row> with_money(std::vector<exact::Row> rows)
{
    std::erase_if(rows, [](const exact::Row& row) { return row.principal == 0 && row.interest == 0; });
    return rows;
}

std::string show(const std::vector<exact::Row>& rows)
{
    std::string text = "\n";
    for (const auto& row : rows) {
        text += std::to_string(row.number) + " " + to_text(row.due) + " " + std::to_string(row.principal) + " " +
                std::to_string(row.interest) + " " + std::to_string(row.balance) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("schedules agree with exact fractions to the cent", "[lending][property]")
{
    const std::uint64_t first = 20'261'124;
    for (std::uint64_t seed = first; seed < first + random_loans; ++seed) {
        const auto c = random_case(seed);
        const auto expected = with_money(exact::schedule(c.terms, c.drawings));
        const auto made = with_money(by_engine(c));
        if (made == expected) continue;
        INFO("seed " << seed);
        REQUIRE(show(made) == show(expected));
    }
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
