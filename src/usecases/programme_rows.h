#pragma once

#include "reporting/report.h"
#include "storage/connection.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

// Rows of the programme report that rest on its path (docs/reports.md): what it aims at on a day is worked out by
// programme::target_on, and how far it has come by programme::progress. The fund does not matter.

/// How it stands: the latest figure of each series up to the day, the plan's own first. Series, day, target, observed,
/// difference, progress, source; only the plan's own series is held against the path.
std::vector<reporting::Cells> unemployment_standing(storage::Connection& connection, Date as_of, const std::string&);

/// The path and what was observed beside it: the days of the path, and each observation of the plan's series up to the
/// day. Day, target, observed, difference, progress, source.
std::vector<reporting::Cells> unemployment_path(storage::Connection& connection, Date as_of, const std::string&);

/// Each observation of another series up to the day: series, day, observed, source.
std::vector<reporting::Cells> unemployment_elsewhere(storage::Connection& connection, Date as_of, const std::string&);

}  // namespace vierkant::usecases
