#pragma once

#include "support/administration.h"
#include "usecases/follow_measure.h"
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

inline std::int64_t follow(storage::Connection& connection, Date today, const programme::MeasureRecord& record)
{
    const auto number = usecases::follow_measure(connection, task("programme follow", today), record);
    verify(static_cast<bool>(number), "the record is allowed");
    return *number;
}

/// Three measures as they stood: M02 twice, of which the second says nothing of money; M06 done; M13 corrected.
inline void follow_a_few(storage::Connection& connection, Date today)
{
    using programme::MeasureStatus;
    follow(connection, today,
           {0, "M02", date(2026, 2, 1), MeasureStatus::under_way, Money::euros(120'000), {}, "eerste beursdeelname"});
    follow(connection, today, {0, "M02", date(2026, 8, 1), MeasureStatus::stopped, {}, {}, "geen belangstelling meer"});
    follow(connection, today, {0, "M06", date(2026, 6, 30), MeasureStatus::done, Money::euros(3'600'000), {}, ""});
    programme::MeasureRecord lane{0, "M13", date(2026, 5, 1), MeasureStatus::not_started, {}, {}, ""};
    lane.replaces = follow(connection, today, lane);
    lane.status = MeasureStatus::under_way;
    lane.spent = Money::euros(80'000);
    lane.note = "eerste leerlingen in augustus";
    lane.reason = "was al begonnen";
    follow(connection, today, lane);
}

}  // namespace vierkant::testing
