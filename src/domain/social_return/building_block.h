#pragma once

#include "base/money.h"
#include "domain/social_return/jobs.h"

#include <vector>

namespace vierkant::social_return {

/// Work of one person of a target group, over a time.
struct Effort {
    Money block;      ///< worth of a full-time year (bouwblok), from sroi_building_blocks.csv
    Hours hours;      ///< a week
    Hours full_time;  ///< a week, by the same building-block scheme; Utrecht takes 36
    int months = 0;
    std::vector<Money> supplements;  ///< for age or a permanent contract: whole, not pro rata
};

/// block x hours / full-time hours x months / 12 + supplements, to the cent, half up. A fictitious value: shown beside
/// real euros, never added to them. REQUIRES: full-time hours > 0; hours and months not negative.
Money value_of(const Effort& effort);

}  // namespace vierkant::social_return
