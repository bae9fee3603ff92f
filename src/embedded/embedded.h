#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace vierkant::embedded {

/// The text of a file of schema/, reports/, data/ or assets/ as it was when the program was built; `name` is its path
/// from the project's root, e.g. "schema/0001_administration.sql".
std::optional<std::string_view> file(std::string_view name);

/// The names that begin with `folder`, in order.
std::vector<std::string_view> files_under(std::string_view folder);

}  // namespace vierkant::embedded
