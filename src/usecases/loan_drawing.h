#pragma once

#include "reporting/report.h"
#include "storage/connection.h"

#include <string>

namespace vierkant::usecases {

/// How a loan is drawn: what was promised, drawn and returned, between which days, and its parts with the milestone
/// that each waits for.
Result<reporting::Report> loan_drawing(storage::Connection& connection, const std::string& number, Date as_of);

}  // namespace vierkant::usecases
