#pragma once

#include "domain/schemes/facts.h"
#include "domain/schemes/finding.h"

#include <optional>

namespace vierkant::schemes {

/// One finding per rule that the scheme has, in a fixed order. Decides nothing: an officer does.
Verdict assess(const Facts& facts, const Scheme& scheme);

/// not_met where one rule is not met, else unknown where one is unknown, else met.
Outcome overall(const Verdict& verdict);

/// The aid that an award of the amount asked would be, as it goes into the register: awarded on the day of the
/// assessment. To award another amount, gather the facts for that amount. Empty where the aid cannot be found.
std::optional<state_aid::AwardedAid> aid_in_award(const Facts& facts, const Scheme& scheme);

}  // namespace vierkant::schemes
