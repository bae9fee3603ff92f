#pragma once

#include "reporting/report.h"

#include <string_view>

namespace vierkant::reporting {

/// The lists of codes that are the reports' own, from reports/codes.json.
Result<CodeLists> read_codes(std::string_view json, const std::string& source);

}  // namespace vierkant::reporting
