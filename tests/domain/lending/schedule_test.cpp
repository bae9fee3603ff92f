#include "domain/lending/schedule.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::lending;

namespace {

Event draw(Date day, std::int64_t euros)
{
    return {EventId{1}, day, EventKind::disbursement, Money::euros(euros)};
}

LoanTerms monthly(Method method, int instalments, Date first_due, Rate rate)
{
    LoanTerms terms;
    terms.method = method;
    terms.instalments = instalments;
    terms.first_due = first_due;
    terms.rates = {{date(2000, 1, 1), rate}};
    return terms;
}

/// number due principal interest balance: as people check it.
std::string show(const Schedule& schedule)
{
    std::string text = "\n";
    for (const auto& row : schedule.rows) {
        text += (row.number == 0 ? "+" : std::to_string(row.number)) + " " + to_text(row.due) + " " +
                to_text(row.principal) + " " + to_text(row.interest) + " " + to_text(row.balance) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a linear loan pays equal principal and falling interest", "[lending]")
{
    // style.md, section 12: EUR 10,000 at 4 %, four quarters.
    auto terms = monthly(Method::linear, 4, date(2015, 4, 1), percent(4));
    terms.every = 3;
    CHECK(show(make_schedule(terms, std::vector{draw(date(2015, 1, 1), 10'000)})) == R"(
1 2015-04-01 2500.00 100.00 7500.00
2 2015-07-01 2500.00 75.00 5000.00
3 2015-10-01 2500.00 50.00 2500.00
4 2016-01-01 2500.00 25.00 0.00
)");
}

TEST_CASE("the handbook's annuity of 120 months comes out to the cent", "[lending]")
{
    // domain.md E, example 2: 500,000 at 3.00 %: 4,828.04 a month, the last 4,827.60, interest 79,364.36.
    const auto terms = monthly(Method::annuity, 120, date(2025, 8, 1), percent(3));
    const auto schedule = make_schedule(terms, std::vector{draw(date(2025, 7, 1), 500'000)});
    REQUIRE(schedule.rows.size() == 120);
    CHECK(schedule.rows.front().total() == Money::cents(482'804));
    CHECK(schedule.rows[118].total() == Money::cents(482'804));
    CHECK(schedule.rows.back().total() == Money::cents(482'760));
    CHECK(schedule.interest == Money::cents(7'936'436));
    CHECK(schedule.principal == Money::euros(500'000));
}

TEST_CASE("a bullet loan pays interest and then everything; grace pays interest only", "[lending]")
{
    auto terms = monthly(Method::bullet, 2, date(2026, 7, 1), percent(5));
    terms.every = 6;
    CHECK(show(make_schedule(terms, std::vector{draw(date(2026, 1, 1), 10'000)})) == R"(
1 2026-07-01 0.00 250.00 10000.00
2 2027-01-01 10000.00 250.00 0.00
)");
    terms = monthly(Method::linear, 4, date(2026, 2, 1), percent(12));
    terms.principal_grace = 2;
    CHECK(show(make_schedule(terms, std::vector{draw(date(2026, 1, 1), 1'000)})) == R"(
1 2026-02-01 0.00 10.00 1000.00
2 2026-03-01 0.00 10.00 1000.00
3 2026-04-01 500.00 10.00 500.00
4 2026-05-01 500.00 5.00 0.00
)");
}

TEST_CASE("daily interest follows the day count", "[lending]")
{
    // 100,000 x 3.65 % x days / 365 is 10 euro a day: 31 days in January, 28 in February.
    auto terms = monthly(Method::bullet, 2, date(2026, 2, 1), Rate{36'500});
    terms.interest_period = InterestPeriod::daily;
    terms.day_count = DayCount::act_365f;
    CHECK(show(make_schedule(terms, std::vector{draw(date(2026, 1, 1), 100'000)})) == R"(
1 2026-02-01 0.00 310.00 100000.00
2 2026-03-01 100000.00 280.00 0.00
)");
}

TEST_CASE("a second tranche bears interest from its day", "[lending]")
{
    // 1,000 from 1 January, 1,000 more on 16 January of 31 days (16 left): 10.00 + 10.00 x 16/31 = 15.16.
    const auto terms = monthly(Method::linear, 2, date(2026, 2, 1), percent(12));
    const std::vector events{draw(date(2026, 1, 1), 1'000), draw(date(2026, 1, 16), 1'000)};
    CHECK(show(make_schedule(terms, events)) == R"(
1 2026-02-01 1000.00 15.16 1000.00
2 2026-03-01 1000.00 10.00 0.00
)");
}

TEST_CASE("an excess payment shortens, lowers or advances", "[lending]")
{
    // EUR 4,000 in four at 12 %, with 1,500 on the first due date, where 1,040 is due: 460 beyond it.
    const auto terms = monthly(Method::linear, 4, date(2026, 2, 1), percent(12));
    const auto with = [&](Excess excess) {
        return show(make_schedule(
            terms,
            std::vector{draw(date(2026, 1, 1), 4'000),
                        Event{EventId{2}, date(2026, 2, 1), EventKind::payment, Money::euros(1'500), {}, excess}}));
    };
    CHECK(with(Excess::shorten) == R"(
1 2026-02-01 1000.00 40.00 3000.00
+ 2026-02-01 460.00 0.00 2540.00
2 2026-03-01 1000.00 25.40 1540.00
3 2026-04-01 1000.00 15.40 540.00
4 2026-05-01 540.00 5.40 0.00
)");
    CHECK(with(Excess::lower) == R"(
1 2026-02-01 1000.00 40.00 3000.00
+ 2026-02-01 460.00 0.00 2540.00
2 2026-03-01 846.67 25.40 1693.33
3 2026-04-01 846.67 16.93 846.66
4 2026-05-01 846.66 8.47 0.00
)");
    CHECK(with(Excess::advance) == R"(
1 2026-02-01 1000.00 40.00 3000.00
+ 2026-02-01 460.00 0.00 2540.00
2 2026-03-01 540.00 25.40 2000.00
3 2026-04-01 1000.00 20.00 1000.00
4 2026-05-01 1000.00 10.00 0.00
)");
}

TEST_CASE("a new rate sets the annuity anew for what is left", "[lending]")
{
    // 1,200 in 12 at 0 %: 100 a month. After six, 600 is left at 12 %: 600 x 0.01 / (1 - 1.01^-6) = 103.53.
    const auto terms = monthly(Method::annuity, 12, date(2026, 2, 1), percent(0));
    const auto schedule =
        make_schedule(terms, std::vector{draw(date(2026, 1, 1), 1'200),
                                         Event{EventId{2}, date(2026, 7, 1), EventKind::rate_change, {}, percent(12)}});
    REQUIRE(schedule.rows.size() == 12);
    CHECK(schedule.rows[5].total() == Money::euros(100));
    CHECK(schedule.rows[6].total() == Money::cents(10'353));
    CHECK(schedule.rows[6].interest == Money::euros(6));
    CHECK(schedule.principal == Money::euros(1'200));
}
