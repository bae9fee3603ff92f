#pragma once

#include "storage/fact_table.h"

namespace vierkant::storage::facts {

/// What became of unemployment (schema/0046_unemployment_observations.sql).
inline constexpr FactTable unemployment_observation{
    "unemployment_observation",
    "administration_id, observation_no, day, unemployment, series, source, replaces, note, actor", "iitittitt"};

}  // namespace vierkant::storage::facts
