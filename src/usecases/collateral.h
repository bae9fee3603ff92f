#pragma once

#include "base/result.h"
#include "storage/risk_store.h"

#include <string>

namespace vierkant::usecases {

/// Registers collateral or a guarantee behind a loan; gives its number within the loan.
Result<std::int64_t> add_collateral(storage::Connection& connection, const storage::Task& task,
                                    const std::string& loan_number, const storage::StoredCollateral& collateral);

/// Gives collateral back: from that day on it counts no more.
Result<Done> release_collateral(storage::Connection& connection, const storage::Task& task,
                                const std::string& loan_number, std::int64_t number, Date day,
                                const std::string& reason);

}  // namespace vierkant::usecases
