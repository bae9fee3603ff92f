#include "domain/lending/terms.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::lending;

TEST_CASE("days are counted as the conventions say", "[lending]")
{
    struct Case {
        DayCount count;
        Date from;
        Date to;
        std::int64_t days;
        std::int64_t base;
        const char* source;
    };
    // 30/360 examples: the worked table in ISDA's "30/360 day count examples" (2003) for February ends.
    const std::vector<Case> cases{
        {DayCount::thirty_e_360, date(2007, 1, 15), date(2007, 1, 30), 15, 360, "ISDA 30E/360"},
        {DayCount::thirty_e_360, date(2007, 1, 15), date(2007, 2, 15), 30, 360, "ISDA 30E/360"},
        {DayCount::thirty_e_360, date(2007, 1, 31), date(2007, 2, 28), 28, 360, "ISDA 30E/360"},
        {DayCount::thirty_e_360, date(2007, 2, 28), date(2007, 3, 31), 32, 360, "ISDA 30E/360"},
        {DayCount::thirty_e_360, date(2007, 8, 31), date(2008, 2, 29), 179, 360, "ISDA 30E/360"},
        {DayCount::thirty_us_360, date(2007, 1, 31), date(2007, 2, 28), 28, 360, "US bond basis"},
        {DayCount::thirty_us_360, date(2007, 2, 28), date(2007, 3, 31), 30, 360, "US bond basis"},
        {DayCount::thirty_us_360, date(2007, 2, 26), date(2008, 2, 29), 363, 360, "US bond basis"},
        {DayCount::thirty_us_360, date(2006, 8, 31), date(2007, 2, 28), 178, 360, "US bond basis"},
        {DayCount::thirty_us_360, date(2007, 2, 28), date(2008, 2, 29), 360, 360,
         "US bond basis, both ends of February"},
        {DayCount::act_365f, date(2024, 1, 1), date(2025, 1, 1), 366, 365, "actual days"},
        {DayCount::act_360, date(2026, 1, 15), date(2026, 2, 15), 31, 360, "actual days"},
    };
    for (const auto& c : cases) {
        INFO(c.source << " " << to_text(c.from) << " " << to_text(c.to));
        CHECK(year_fraction(c.count, c.from, c.to) == YearFraction::of(c.days, c.base));
    }
    // ISDA "EMU and market conventions" (1998), actual/actual ISDA: 1 Nov 2003 to 1 May 2004 is 61/365 + 121/366.
    CHECK(year_fraction(DayCount::act_act, date(2003, 11, 1), date(2004, 5, 1)) ==
          YearFraction::of(61, 365) + YearFraction::of(121, 366));
    // The same paper: 1 Feb 1999 to 1 Jul 1999 is 150/365; 1 Jul 1999 to 1 Jul 2000 is 184/365 + 182/366.
    CHECK(year_fraction(DayCount::act_act, date(1999, 2, 1), date(1999, 7, 1)) == YearFraction::of(150, 365));
    CHECK(year_fraction(DayCount::act_act, date(1999, 7, 1), date(2000, 7, 1)) ==
          YearFraction::of(184, 365) + YearFraction::of(182, 366));
}

TEST_CASE("due dates come back to the 31st", "[lending]")
{
    LoanTerms terms;
    terms.first_due = date(2026, 1, 31);
    CHECK(due_date(terms, 2) == date(2026, 2, 28));
    CHECK(due_date(terms, 3) == date(2026, 3, 31));
    terms.unit = Unit::year;
    terms.first_due = date(2024, 2, 29);
    CHECK(due_date(terms, 2) == date(2025, 2, 28));
    CHECK(due_date(terms, 5) == date(2028, 2, 29));
    terms.unit = Unit::week;
    terms.every = 2;
    CHECK(due_date(terms, 2) == date(2024, 3, 14));
}
