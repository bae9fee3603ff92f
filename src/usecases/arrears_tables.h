#pragma once

#include "domain/arrears/collection_costs.h"
#include "domain/arrears/default_interest.h"
#include "domain/arrears/provision.h"

#include <vector>

/// The tables about arrears that ship with the program, read once.
namespace vierkant::usecases {

const arrears::StatutoryRates& statutory_rates();
const std::vector<arrears::CostScale>& cost_scales();
const std::vector<arrears::RiskParameters>& risk_parameters();

}  // namespace vierkant::usecases
