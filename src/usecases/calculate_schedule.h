#pragma once

#include "base/result.h"
#include "domain/lending/schedule.h"

#include <string>
#include <string_view>

namespace vierkant::usecases {

/// The calculator: a repayment schedule from terms, without an administration. `source` names the file in a refusal.
Result<lending::Schedule> calculate_schedule(std::string_view terms_json, const std::string& source);

}  // namespace vierkant::usecases
