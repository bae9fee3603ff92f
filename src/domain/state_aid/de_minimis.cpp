#include "domain/state_aid/de_minimis.h"

#include <algorithm>

namespace vierkant::state_aid {

namespace {

constexpr int rolling_years = 3;

}  // namespace

Money counted(const std::vector<AwardedAid>& aid, Date on)
{
    const auto after = add_years(on, -rolling_years);
    Money sum;
    for (const auto& award : aid) {
        if (award.awarded_on > after && award.awarded_on <= on) sum += award.equivalent;
    }
    return sum;
}

Money room(const std::vector<AwardedAid>& aid, Date on, Money ceiling)
{
    return std::max(ceiling - counted(aid, on), Money{});
}

}  // namespace vierkant::state_aid
