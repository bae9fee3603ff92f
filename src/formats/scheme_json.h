#pragma once

#include "base/result.h"
#include "domain/schemes/scheme.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// Reads one edition of a scheme (data/schemes). Every parameter stands with its source:
/// {"value": ..., "source": "..."}.
Result<schemes::Scheme> read_scheme(std::string_view json, const std::string& source);

/// Reads an application (docs/examples/application-investment-loan.json). Refuses a citizen service number anywhere in
/// its texts.
Result<schemes::Application> read_application(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
