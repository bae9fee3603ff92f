#pragma once

#include "reporting/report.h"
#include "storage/grant_store.h"

#include <string>

namespace vierkant::usecases {

/// A grant on a day, for the officer: one table with one row ("grant"), its claims with how each worker stands, and
/// what happened to its money.
Result<reporting::Report> show_grant(storage::Connection& connection, const std::string& number, Date today,
                                     Language language);

/// All grants with what was awarded, earned, paid, flagged for reclaim and still to come back.
reporting::Report list_grants(storage::Connection& connection, Date today);

}  // namespace vierkant::usecases
