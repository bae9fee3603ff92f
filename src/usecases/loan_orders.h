#pragma once

#include "base/result.h"
#include "storage/payment_order_store.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// What takes money out of the fund or gives up a claim: a disbursement, refund, remission or write-off.
struct LoanOrderRequest {
    std::string loan_number;
    storage::OrderKind kind;
    Money amount;
    std::optional<Date> value_date;  ///< else the day of release
    std::string iban;                ///< else the borrower's own account
    std::string note;
};

/// Prepares an order: checked as if it were released now, together with what is prepared already; nothing is booked.
Result<storage::StoredOrder> prepare_loan_order(storage::Connection& connection, const storage::Task& task,
                                                const LoanOrderRequest& request);

}  // namespace vierkant::usecases
