#include "domain/state_aid/limits.h"

#include <algorithm>

namespace vierkant::state_aid {

std::optional<Limit> Limits::find(std::string_view regulation, std::string_view parameter, Date on) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Limit& row) {
        return row.regulation == regulation && row.parameter == parameter && row.from <= on && on <= row.until;
    });
    if (found == rows_.end()) return std::nullopt;
    return *found;
}

}  // namespace vierkant::state_aid
