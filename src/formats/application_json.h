#pragma once

#include "base/result.h"
#include "domain/schemes/application.h"
#include "formats/json_reader.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// Reads an application (docs/reference/application.schema.json; docs/examples/application-*.json). Refuses a citizen
/// service number anywhere in the file, comments too: the file is kept as it was received. Whether levels, target
/// groups and categories exist is for schemes::check_codes(), which knows the tables.
Result<schemes::Application> read_application(std::string_view json, const std::string& source);

/// The same as JSON, without comments: what a decision keeps.
Json application_json(const schemes::Application& application);

}  // namespace vierkant::formats
