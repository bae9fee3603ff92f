#pragma once

#include "domain/forecast/scenario.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// What a forecast assumes: data/forecast/scenarios.json, or a file like it. The three scenarios, in their order.
Result<forecast::Assumptions> read_assumptions(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
