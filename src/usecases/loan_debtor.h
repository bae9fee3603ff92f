#pragma once

#include "base/id.h"
#include "base/result.h"
#include "storage/connection.h"

#include <string>

namespace vierkant::usecases {

/// The undertaking that is to take a loan over: registered, and not the one that owes it now.
Result<UndertakingId> debtor_called(storage::Connection& connection, const std::string& loan_number,
                                    const std::string& kvk);

}  // namespace vierkant::usecases
