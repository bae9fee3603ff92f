#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/undertaking_store.h"

#include <string>

namespace vierkant::usecases {

/// The undertakings that fit, by name, as a table. `sector` is one of the plan's (industry, technology, logistics),
/// none, or empty for all; one that makes machines or electronics is found under industry and under technology.
Result<reporting::Report> list_undertakings(storage::Connection& connection, const storage::UndertakingFilter& filter,
                                            const std::string& sector, Date today);
/// How many there are of them, whatever part of the list was asked for.
std::int64_t count_undertakings(storage::Connection& connection, const storage::UndertakingFilter& filter,
                                const std::string& sector);

/// The undertaking with this KvK number.
Result<storage::StoredUndertaking> show_undertaking(storage::Connection& connection, const std::string& kvk);

}  // namespace vierkant::usecases
