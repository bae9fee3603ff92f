#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/connection.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

/// The names of the reports there are.
std::vector<std::string> report_names();

/// Draws up a report of one fund as of a day, in one snapshot. Refuses a name or fund that is unknown.
Result<reporting::Report> make_report(storage::Connection& connection, const std::string& name, Date as_of,
                                      const std::string& fund);

}  // namespace vierkant::usecases
