#pragma once

#include "reporting/report.h"
#include "storage/connection.h"

namespace vierkant::usecases {

/// What every code in the reports means: the reports' own lists, the reference data, and what this administration holds
/// (funds, accounts, measures).
reporting::CodeLists report_codes(storage::Connection& connection);

}  // namespace vierkant::usecases
