#pragma once

#include "base/result.h"
#include "domain/programme/observation.h"
#include "reporting/report.h"
#include "storage/work.h"

#include <optional>

namespace vierkant::usecases {

/// An observation as it was kept, and what the plan aimed at on that day (only where it counts as the plan does).
struct ObservationReceipt {
    std::int64_t number = 0;
    Date day;
    Rate unemployment;
    std::optional<Rate> target;
    std::optional<Rate> progress;
};

/// Records unemployment as it was published, or corrects what was recorded (observation.replaces). Its number is given.
Result<ObservationReceipt> observe_unemployment(storage::Connection& connection, const storage::Task& task,
                                                const programme::Observation& observation);

/// Everything that was recorded, the latest day first, also what was corrected since; with the numbers to correct by.
reporting::Report list_observations(storage::Connection& connection, Date today);

}  // namespace vierkant::usecases
