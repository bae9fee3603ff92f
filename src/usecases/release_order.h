#pragma once

#include "base/result.h"
#include "domain/lending/event.h"
#include "storage/payment_order_store.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

struct ReleaseReceipt {
    storage::StoredOrder order;  ///< as it was prepared
    std::int64_t entry_no = 0;   ///< the entry that books it
};

/// Carries out what another officer prepared: books it, and opens the transfer of the money that goes out. The one
/// who prepared it is refused (design.md, invariant 7).
Result<ReleaseReceipt> release_order(storage::Connection& connection, const storage::Task& task,
                                     const std::string& order_number);

/// Takes an order back before it is released; anyone may.
Result<storage::StoredOrder> withdraw_order(storage::Connection& connection, const storage::Task& task,
                                            const std::string& order_number, const std::string& reason);

/// Our own acts are not dated in a closed period. (What comes to light late is: it is booked today.)
Result<Done> check_period_open(storage::Connection& connection, FundId fund, Date day);

/// The event an order on a loan becomes. REQUIRES: not a grant's.
lending::EventKind event_kind(storage::OrderKind kind);

}  // namespace vierkant::usecases
