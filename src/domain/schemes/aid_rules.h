#pragma once

#include "domain/schemes/facts.h"
#include "domain/schemes/finding.h"

namespace vierkant::schemes {

/// The investment that counts for a premium, and what the law lets it be.
Money eligible_investment(const Application& application, const Scheme& scheme);

/// The most that art. 17 of 651/2014 allows; zero for an undertaking in difficulty. Empty where the size is not known.
std::optional<Money> investment_aid_most(const Facts& facts, const Scheme& scheme);

/// What may still be awarded de minimis; zero where the ceiling is passed. Empty without rules or declaration.
std::optional<Money> de_minimis_room(const Facts& facts);

/// The gross grant equivalent of what is asked: of a grant the amount, of a loan the interest saved.
std::optional<Money> equivalent_of(const Facts& facts, const Scheme& scheme);

Finding aid_room(const Facts& facts, const Scheme& scheme);

}  // namespace vierkant::schemes
