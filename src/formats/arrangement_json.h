#pragma once

#include "base/result.h"
#include "domain/arrears/arrangement.h"

#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// The terms of an arrangement about arrears: {"terms": [{"due": "2026-10-01", "amount": "500.00"}, ...]}.
Result<std::vector<arrears::Arrangement::Term>> read_arrangement_terms(std::string_view text,
                                                                       const std::string& source);

}  // namespace vierkant::formats
