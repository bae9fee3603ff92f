#pragma once

#include "support/administration.h"
#include "usecases/observe_unemployment.h"

#include <string>

namespace vierkant::testing {

inline programme::Observation observed(Date day, Rate rate, programme::Series series = programme::Series::programme)
{
    return {0, day, rate, series, "UWV, arbeidsmarktcijfers", {}, ""};
}

inline usecases::ObservationReceipt observe(storage::Connection& connection, Date today,
                                            const programme::Observation& observation)
{
    const auto kept = usecases::observe_unemployment(connection, task("programme observe", today), observation);
    verify(static_cast<bool>(kept), "the observation is allowed");
    return *kept;
}

/// Three figures that count as the plan does, of which one was corrected, and one that counts otherwise.
inline void observe_a_few(storage::Connection& connection, Date today)
{
    using programme::Series;
    observe(connection, today, observed(date(2016, 1, 1), basis_points(1100)));
    auto february = observed(date(2026, 2, 28), basis_points(930));
    const auto wrong = observe(connection, today, february).number;
    observe(connection, today, observed(date(2026, 7, 31), basis_points(840)));
    observe(connection, today, observed(date(2026, 6, 30), basis_points(410), Series::ilo));
    february.unemployment = basis_points(900);
    february.replaces = wrong;
    february.note = "overgetikt van de verkeerde regel";
    observe(connection, today, february);
}

}  // namespace vierkant::testing
