#pragma once

#include "base/result.h"
#include "domain/grants/terms.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// A grant's terms as they are kept with its award:
/// {"per": "worker", "workers": 10, "amount_per_worker": "5000.00", "hours_least": "32.00", "months_kept": 12} or
/// {"per": "cost", "categories": [{"code": "advice", "share": "50.00", "most": "100000.00"}]}.
Result<grants::Terms> read_grant_terms(std::string_view text, const std::string& source);
std::string write_grant_terms(const grants::Terms& terms);

}  // namespace vierkant::formats
