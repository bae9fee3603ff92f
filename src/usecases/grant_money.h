#pragma once

#include "base/result.h"
#include "storage/payment_order_store.h"

#include <optional>
#include <string>

namespace vierkant::usecases {

/// What a decision about a grant's money came to.
struct GrantReceipt {
    std::string grant;
    Money amount;                               ///< advanced, settled or reclaimed
    Money released;                             ///< settlement: went back to the fund
    Money undue;                                ///< settlement: paid above the final amount, flagged for reclaim
    std::optional<Date> due_on = std::nullopt;  ///< reclaim: to be paid by
    std::string payment_reference = {};         ///< reclaim: to be paid under
};

/// Decides that so much may be paid before it is proven (voorschot, Awb 4:95).
Result<GrantReceipt> grant_advance(storage::Connection& connection, const storage::Task& task,
                                   const std::string& grant_number, Money amount);

/// Prepares a payment of what is earned or advanced and was not paid; without an amount all of it. Nothing is booked
/// before someone else releases the order. `iban` is empty for the recipient's own account.
Result<storage::StoredOrder> prepare_grant_payment(storage::Connection& connection, const storage::Task& task,
                                                   const std::string& grant_number, std::optional<Money> amount,
                                                   const std::string& iban);

/// Carries out a payment that is released, inside the work that releases it: checked once more, booked, and a transfer
/// opened for the bank line that will show it. Gives the number of the entry.
Result<std::int64_t> pay_grant_order(storage::Work& work, const storage::StoredOrder& order);

/// Establishes the final amount (vaststelling, Awb 4:46): what is not needed goes back to the fund, what was paid too
/// much is flagged for reclaim.
Result<GrantReceipt> settle_grant(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number);

/// Decides to reclaim what was paid without ground (Awb 4:57): a claim under public law with a reference and a due date
/// of its own, apart from any loan.
Result<GrantReceipt> reclaim_grant(storage::Connection& connection, const storage::Task& task,
                                   const std::string& grant_number);

}  // namespace vierkant::usecases
