#pragma once

#include "base/result.h"
#include "domain/programme/programme.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// Reads data/programme/vierkant.json, or a file like it. Refuses contributions that do not add up to the ceiling, an
/// IBAN with wrong check digits, and a fund, funder or IBAN given twice.
Result<programme::Programme> read_programme(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
