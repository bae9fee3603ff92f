#pragma once

#include "base/date.h"

#include <optional>

namespace vierkant::social_return {

/// A measurement that should have been made: this many months after the promise, on this day.
struct DueMeasurement {
    int months;
    Date day;
};

/// Jobs are measured 12, 24 and 36 months after they were promised (handbook, section G). Gives the last of these that
/// has come and was not made. One made up to a month early counts, since payrolls are closed by the month; a later
/// measurement makes up for an earlier one that was left out.
std::optional<DueMeasurement> due_measurement(Date promised_on, std::optional<Date> last_measured, Date today);

}  // namespace vierkant::social_return
