#pragma once

#include "reporting/report.h"
#include "storage/connection.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vierkant::storage {

/// Runs a report's query. Its parameters are written `:name`; `columns` say what it returns, in order.
/// A parameter that is not among `parameters` is our mistake and throws.
std::vector<reporting::Cells> run_query(Connection& connection, std::string_view sql,
                                        const std::vector<reporting::Column>& columns,
                                        const std::vector<std::pair<std::string, std::string>>& parameters);

/// What the codes of this administration mean: these lists.
inline constexpr std::array<std::string_view, 4> stored_lists{"fund", "account", "measure", "baseline"};
/// REQUIRES: `lists` are some of stored_lists. A list without titles is there, and empty.
reporting::CodeLists stored_titles(Connection& connection, std::span<const std::string_view> lists = stored_lists);

}  // namespace vierkant::storage
