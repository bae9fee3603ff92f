#include "base/date.h"
#include "base/exact.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>

using namespace vierkant;

TEST_CASE("an amount is read only in the form that files use", "[base]")
{
    CHECK(parse_money("1234.50") == Money::cents(123450));
    CHECK(parse_money("1234.5") == Money::cents(123450));
    CHECK(parse_money("1234") == Money::cents(123400));
    CHECK(parse_money("-0.01") == Money::cents(-1));
    for (const auto* wrong :
         {"", "-", ".5", "5.", "1,50", "1.234", "+1.00", " 1.00", "1e3", "1.0x", "--1", "1234567890123456"}) {
        INFO(wrong);
        CHECK_FALSE(parse_money(wrong));
    }
}

TEST_CASE("an amount is written for machines and for people", "[base]")
{
    CHECK(to_text(Money::cents(123456789)) == "1234567.89");
    CHECK(to_text(Money::cents(-5)) == "-0.05");
    CHECK(dutch(Money::cents(123456789)) == "1.234.567,89");
    CHECK(dutch(Money::cents(-100000)) == "-1.000,00");
    CHECK(english(Money::cents(99999)) == "999.99");
}

TEST_CASE("money never wraps around", "[base]")
{
    const auto most = Money::cents(std::numeric_limits<std::int64_t>::max());
    CHECK_THROWS_AS(most + Money::cents(1), std::overflow_error);
    CHECK_THROWS_AS(Money::cents(0) - most - Money::cents(2), std::overflow_error);
    CHECK_THROWS_AS(round(Exact::of(most) + Exact::of(most), Rounding::half_up), std::overflow_error);
}

TEST_CASE("a percentage is read to the millionth", "[base]")
{
    CHECK(parse_percent("4.25") == Rate{42500});
    CHECK(parse_percent("-0.05") == Rate{-500});
    CHECK(parse_percent("0.0001") == Rate{1});
    CHECK_FALSE(parse_percent("0.00001"));
    CHECK_FALSE(parse_percent("4,25"));
    CHECK_FALSE(parse_percent("1000.0001"));
    CHECK(to_percent_text(Rate{42500}) == "4.25");
    CHECK(to_percent_text(Rate{-123}) == "-0.0123");
}

TEST_CASE("halves round away from zero, and a reversal mirrors", "[base]")
{
    const auto half = Exact::units(Exact::units_per_cent / 2);
    CHECK(round(half, Rounding::half_up) == Money::cents(1));
    CHECK(round(Exact{} - half, Rounding::half_up) == Money::cents(-1));
    CHECK(round(half, Rounding::down) == Money::cents(0));
    CHECK(round(half - Exact::units(1), Rounding::half_up) == Money::cents(0));
}

TEST_CASE("interest is exact until it is rounded once", "[base]")
{
    // 12,000 at 7 % over 61 days plus 6 % over 59 days of 365: the handbook's example of statutory interest, 256.77.
    const auto sum = interest(Money::euros(12000), percent(7), YearFraction::of(61, 365)) +
                     interest(Money::euros(12000), percent(6), YearFraction::of(59, 365));
    CHECK(round(sum, Rounding::half_up) == Money::cents(25677));
    // A third of a year three times is a whole year: nothing is lost in the pieces.
    const auto third = interest(Money::cents(1), Rate{1}, YearFraction::of(4, 12));
    CHECK(third + third + third == interest(Money::cents(1), Rate{1}, YearFraction::of(12, 12)));
    CHECK(round(share(Money::euros(100), percent(20)), Rounding::half_up) == Money::euros(20));
    CHECK(round_to_multiple(Exact::of(Money::cents(123450)), Money::euros(10)) == Money::euros(1230));
    CHECK(pro_rata(Money::cents(100), 1, 3, Rounding::half_up) == Money::cents(33));
}

TEST_CASE("a date is a day that exists", "[base]")
{
    CHECK(parse_date("2024-02-29") == date(2024, 2, 29));
    for (const auto* wrong :
         {"2023-02-29", "2024-13-01", "2024-1-01", "1899-12-31", "2300-01-01", "20240101", "2024-01-01T00:00:00"}) {
        INFO(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
    CHECK(to_text(date(2026, 1, 5)) == "2026-01-05");
    CHECK(dutch(date(2026, 1, 5)) == "05-01-2026");
    CHECK(dutch_in_words(date(2026, 4, 27)) == "27 april 2026");
    CHECK(date(2026, 4, 27).weekday() == 1);
}

TEST_CASE("months keep the day, or take the last one", "[base]")
{
    CHECK(add_months(date(2026, 1, 31), 1) == date(2026, 2, 28));
    CHECK(add_months(date(2026, 1, 31), 2) == date(2026, 3, 31));
    CHECK(add_months(date(2023, 10, 31), 4) == date(2024, 2, 29));
    CHECK(add_months(date(2026, 1, 15), -13) == date(2024, 12, 15));
    CHECK(last_of_month(date(2024, 2, 1)) == date(2024, 2, 29));
}

TEST_CASE("a message fills its words in both languages", "[base]")
{
    static constexpr Text too_late{"test.too_late", "Te laat: uiterlijk {day}.", "Too late: {day} at the latest."};
    const auto no = refuse(too_late, {{"day", "2026-01-01"}}, "x.json /date");
    CHECK(no.in(Language::nl) == "x.json /date: Te laat: uiterlijk 2026-01-01.");
    CHECK(no.in(Language::en) == "x.json /date: Too late: 2026-01-01 at the latest.");
    CHECK_THROWS(say(too_late, {}, Language::nl));
}
