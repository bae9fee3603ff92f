#pragma once

#include "base/date.h"

#include <optional>
#include <vector>

namespace vierkant::dossiers {

/// The clock stands still while the applicant completes the application (Awb 4:15(1)(a)).
struct Suspension {
    Date invited;                   ///< the clock stops the day after
    Date end_of_term;               ///< set for completing; the clock runs again from here where nothing came
    std::optional<Date> completed;  ///< the clock runs again from this day
};

/// Days on which the clock stood still, each counted once where suspensions overlap. Zero for one completed on the day
/// of the invitation.
int suspended_days(const std::vector<Suspension>& suspensions);

/// The last day to decide (Awb 4:13 and 4:15): weeks from receipt, then the suspended days, and at last to the next
/// working day where that is a weekend or holiday. Terms over twelve weeks are not moved (Algemene termijnenwet,
/// art. 4(a)). REQUIRES: weeks > 0.
Date decision_deadline(Date received, int weeks, const std::vector<Suspension>& suspensions);

}  // namespace vierkant::dossiers
