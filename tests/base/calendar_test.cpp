#include "base/calendar.h"

#include <catch2/catch.hpp>

using namespace vierkant;

TEST_CASE("Easter falls on the published days")
{
    // Published tables of Easter Sundays; 1943 and 2285 are the outermost dates in our centuries, 25 April and 22
    // March.
    CHECK(easter_sunday(1943) == date(1943, 4, 25));
    CHECK(easter_sunday(2000) == date(2000, 4, 23));
    CHECK(easter_sunday(2008) == date(2008, 3, 23));
    CHECK(easter_sunday(2024) == date(2024, 3, 31));
    CHECK(easter_sunday(2025) == date(2025, 4, 20));
    CHECK(easter_sunday(2026) == date(2026, 4, 5));
    CHECK(easter_sunday(2285) == date(2285, 3, 22));
}

TEST_CASE("King's Day moves to Saturday where it is a Sunday")
{
    CHECK(kings_day(2013) == date(2013, 4, 30));  // the last Queen's Day
    CHECK(kings_day(2014) == date(2014, 4, 26));  // the first King's Day: the 27th was a Sunday
    CHECK(kings_day(2025) == date(2025, 4, 26));
    CHECK(kings_day(2026) == date(2026, 4, 27));
}

TEST_CASE("the Dutch holidays of 2026 are those of the Algemene termijnenwet")
{
    // The government's list for 2026, with Good Friday by art. 3(2).
    for (const auto day : {date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 27), date(2026, 5, 5),
                           date(2026, 5, 14), date(2026, 5, 25), date(2026, 12, 25), date(2026, 12, 26)}) {
        CHECK(is_dutch_holiday(day));
    }
    CHECK_FALSE(is_dutch_holiday(date(2026, 5, 1)));
    CHECK_FALSE(is_dutch_holiday(date(2026, 12, 31)));
    // Good Friday, weekend, Easter Monday in a row.
    CHECK(dutch_working_day_from(date(2026, 4, 3)) == date(2026, 4, 7));
    CHECK(dutch_working_day_from(date(2026, 4, 7)) == date(2026, 4, 7));
}

TEST_CASE("TARGET closes on its six days and at weekends")
{
    // ECB, long-term calendar for TARGET closing days.
    for (const auto day : {date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 12, 25),
                           date(2026, 12, 26), date(2026, 11, 28), date(2026, 11, 29)}) {
        CHECK_FALSE(is_target_day(day));
    }
    CHECK(is_target_day(date(2026, 4, 27)));
    CHECK(is_target_day(date(2026, 5, 5)));
    CHECK(target_day_from(date(2026, 12, 25)) == date(2026, 12, 28));
}
