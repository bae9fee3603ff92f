#pragma once

#include "base/result.h"
#include "domain/parties/undertaking.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// Reads an undertaking (docs/reference/undertaking.schema.json, docs/examples/undertaking.json). Every number is
/// checked by its check digits; a field that is not known is refused.
Result<parties::Undertaking> read_undertaking(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
