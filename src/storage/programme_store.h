#pragma once

#include "domain/programme/observation.h"
#include "storage/work.h"

#include <string>
#include <vector>

namespace vierkant::storage {

/// What the plan aims at: its first day, its definition of unemployment and its path. Without funds, which are stored
/// as funds.
programme::Programme stored_programme(Connection& connection);

/// Keeps an observation under the next number, and gives that. REQUIRES: programme::check_observation allows it.
std::int64_t add_observation(Work& work, const programme::Observation& observation);

/// Every observation in order of number, with who entered it; also those that were replaced.
struct StoredObservation {
    programme::Observation value;
    std::string actor;
};
std::vector<StoredObservation> stored_observations(Connection& connection);
std::vector<programme::Observation> observations(Connection& connection);

}  // namespace vierkant::storage
