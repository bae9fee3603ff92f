#pragma once

#include "domain/programme/measure_record.h"
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

/// The measures of the plan, in order of code.
std::vector<programme::Measure> stored_measures(Connection& connection);

/// Keeps how a measure stands under the next number, and gives that. REQUIRES: programme::check_record allows it.
std::int64_t add_measure_record(Work& work, const programme::MeasureRecord& record);

/// Every record in order of number, with who entered it; also those that were replaced.
struct StoredMeasureRecord {
    programme::MeasureRecord value;
    std::string actor;
};
std::vector<StoredMeasureRecord> stored_measure_records(Connection& connection);
std::vector<programme::MeasureRecord> measure_records(Connection& connection);

}  // namespace vierkant::storage
