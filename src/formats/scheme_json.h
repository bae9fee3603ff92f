#pragma once

#include "base/result.h"
#include "domain/schemes/scheme.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// Reads one edition of a scheme (data/schemes; docs/reference/scheme.schema.json). Every parameter stands with its
/// source, {"value": ..., "source": "plan"}, where "sources" says what "plan" is in both languages. Refuses a
/// parameter that does not belong to the instrument, and the absence of one that does.
Result<schemes::Scheme> read_scheme(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
