#include "domain/dossiers/decision_deadline.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using dossiers::decision_deadline;
using dossiers::Suspension;

TEST_CASE("the clock of the Awb: received 2 March 2026, completed 25 March")
{
    // Worked by hand: 8 weeks end on 27 April, King's Day, so the 28th. Suspended 17 up to and including 24 March is
    // 8 days: 5 May, a holiday, so 6 May.
    const auto received = date(2026, 3, 2);
    CHECK(decision_deadline(received, 8, {}) == date(2026, 4, 28));

    const Suspension completion{date(2026, 3, 16), date(2026, 4, 13), date(2026, 3, 25)};
    CHECK(dossiers::suspended_days({completion}) == 8);
    CHECK(decision_deadline(received, 8, {completion}) == date(2026, 5, 6));
}

TEST_CASE("a term over twelve weeks is not moved")
{
    // 2 February 2026 + 84 days is 27 April, King's Day; + 91 days is Monday 4 May. 1 February + 91 days is Sunday 3
    // May.
    CHECK(decision_deadline(date(2026, 2, 2), 12, {}) == date(2026, 4, 28));
    CHECK(decision_deadline(date(2026, 2, 1), 13, {}) == date(2026, 5, 3));
}

TEST_CASE("where nothing comes the clock runs again when the term ends")
{
    const Suspension unanswered{date(2026, 3, 16), date(2026, 3, 30), std::nullopt};
    CHECK(dossiers::suspended_days({unanswered}) == 13);  // 17 up to and including 29 March
    const Suspension too_late{date(2026, 3, 16), date(2026, 3, 30), date(2026, 4, 2)};
    CHECK(dossiers::suspended_days({too_late}) == 13);
}

TEST_CASE("overlapping suspensions count each day once")
{
    const Suspension first{date(2026, 3, 2), date(2026, 3, 30), date(2026, 3, 12)};   // 3 to 11 March: 9 days
    const Suspension second{date(2026, 3, 9), date(2026, 3, 30), date(2026, 3, 16)};  // 12 to 15 March: 4 more
    const Suspension inside{date(2026, 3, 4), date(2026, 3, 30), date(2026, 3, 6)};   // nothing more
    const Suspension same_day{date(2026, 4, 1), date(2026, 4, 8), date(2026, 4, 1)};  // none
    CHECK(dossiers::suspended_days({second, first, same_day, inside}) == 13);
}
