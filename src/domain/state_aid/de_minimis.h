#pragma once

#include "base/date.h"
#include "base/money.h"

#include <vector>

namespace vierkant::state_aid {

/// Aid awarded to one of the undertakings that make up a single undertaking; the day of the award counts, not that of
/// payment (Regulation (EU) 2023/2831, art. 3(3)).
struct AwardedAid {
    Date awarded_on;
    Money equivalent;  ///< gross grant equivalent
};

/// Aid that still counts for a new award on `on`: awarded in the rolling three years that end then, that is after the
/// same day three years before. (Which side the boundary day falls on is an interpretation.)
Money counted(const std::vector<AwardedAid>& aid, Date on);

/// What may still be awarded on `on`; zero where the ceiling is reached or passed.
Money room(const std::vector<AwardedAid>& aid, Date on, Money ceiling);

}  // namespace vierkant::state_aid
