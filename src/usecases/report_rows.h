#pragma once

#include "reporting/report.h"
#include "storage/connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace vierkant::usecases {

/// Rows that the program works out itself, where a figure needs a rule of law or what stands in an application: a table
/// of a report that names them as `figures` has no query. The columns of each are in docs/reports.md.
/// REQUIRES: there are rows of this name.
std::vector<reporting::Cells> report_rows(storage::Connection& connection, std::string_view name, Date as_of,
                                          const std::string& fund);

/// Whether there are rows of this name.
bool has_report_rows(std::string_view name);

}  // namespace vierkant::usecases
