#pragma once

#include "storage/fact_table.h"

namespace vierkant::storage::facts {

/// What became of unemployment (schema/0046_unemployment_observations.sql).
inline constexpr FactTable unemployment_observation{
    "unemployment_observation",
    "administration_id, observation_no, day, unemployment, series, source, replaces, note, actor", "iitittitt"};

/// How followed measures come along (schema/0047_measure_records.sql).
inline constexpr FactTable measure_record{
    "measure_record", "administration_id, record_no, measure_code, day, status, spent, replaces, note, reason, actor",
    "iitttiittt"};

}  // namespace vierkant::storage::facts
