#pragma once

#include "base/date.h"
#include "base/money.h"
#include "domain/state_aid/equivalent.h"
#include "domain/state_aid/limits.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::state_aid {

/// Aid awarded to one of the undertakings that make up a single undertaking; the day of the award counts, not that of
/// payment (Regulation (EU) 2023/2831, art. 3(3)).
struct AwardedAid {
    Date awarded_on;
    Money equivalent;        ///< gross grant equivalent
    std::string regulation;  ///< that it was awarded under: "2023/2831", "1407/2013", "651/2014 art. 17" ...
};

/// Which awards count beside a new one.
enum class Window {
    rolling_years,  ///< those of the three years that end on the day (2023/2831, art. 3(2))
    fiscal_years,   ///< those of the undertaking's current fiscal year and the two before it (1407/2013, art. 3(2))
};

/// What the de minimis regulation in force on a day allows a single undertaking.
struct DeMinimisRules {
    std::string regulation;  ///< "2023/2831"
    Window window = Window::rolling_years;
    Money ceiling;
    Money ceiling_road_freight;  ///< for who carries goods by road for others; the same where there is no lower one
    SafeHarbourLimits safe_harbour;
};

/// The general regulation whose ceiling holds on `day`, from state_aid_limits.csv. Empty where none does.
std::optional<DeMinimisRules> de_minimis_on(const Limits& limits, Date day);

/// Whether an award under this regulation uses up de minimis room: all the general, agricultural and fishery ones,
/// but neither those for services of general economic interest (cumulated under their own ceiling, 2023/2831,
/// art. 5(1)) nor aid that was notified or exempted.
bool uses_room(const AwardedAid& aid);

/// The first day whose awards count beside a new one on `on`. `fiscal_year_starts` is the month, 1 for January.
Date window_begins(Window window, Date on, int fiscal_year_starts);

/// Aid that still counts for a new award on `on`. (Rolling: awarded after the same day three years before; which side
/// the boundary day falls on is an interpretation.)
Money counted(const std::vector<AwardedAid>& aid, Date on, Window window, int fiscal_year_starts);

}  // namespace vierkant::state_aid
