#include "domain/social_return/measurement.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::social_return;

TEST_CASE("jobs are measured 12, 24 and 36 months after the promise")
{
    // The handbook, section G; days by the calendar.
    const auto promised = date(2026, 1, 15);
    const auto months = [&](std::optional<Date> last, Date today) {
        const auto due = due_measurement(promised, last, today);
        return due ? due->months : 0;
    };
    CHECK(months(std::nullopt, date(2027, 1, 14)) == 0);
    CHECK(months(std::nullopt, date(2027, 1, 15)) == 12);
    CHECK(months(date(2026, 12, 15), date(2027, 1, 15)) == 0);   // a month early counts
    CHECK(months(date(2026, 12, 14), date(2027, 1, 15)) == 12);  // a day earlier does not
    CHECK(months(date(2027, 1, 31), date(2028, 1, 15)) == 24);
    CHECK(months(date(2028, 2, 1), date(2028, 12, 31)) == 0);  // makes up for the one after 12 months
    CHECK(months(date(2028, 2, 1), date(2029, 1, 15)) == 36);
    CHECK(months(date(2029, 1, 15), date(2035, 1, 1)) == 0);
}
