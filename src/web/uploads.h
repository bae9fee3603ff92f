#pragma once

#include "web/forms.h"

#include <optional>
#include <string>

/// Files that are looked at before they are used: between the look and the deed they go along with the page.
namespace vierkant::web {

/// The file that came with this field, or that went along unseen; nothing where none was chosen.
std::optional<http::Upload> uploaded(const Visit& visit, const std::string& field);
/// It again, as hidden fields.
Html upload_along(const http::Upload& upload);

}  // namespace vierkant::web
