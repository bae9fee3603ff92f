#pragma once

#include "base/result.h"
#include "domain/parties/undertaking.h"
#include "formats/json_reader.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// Reads an undertaking (docs/reference/undertaking.schema.json, docs/examples/undertaking.json). Every number is
/// checked by its check digits; a field that is not known is refused.
Result<parties::Undertaking> read_undertaking(std::string_view json, const std::string& source);

/// The same as JSON again: read_undertaking of it gives an equal undertaking.
Json undertaking_json(const parties::Undertaking& undertaking);

}  // namespace vierkant::formats
