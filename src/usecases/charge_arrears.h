#pragma once

#include "usecases/loan_booking.h"

namespace vierkant::usecases {

/// What to put on the account of a late loan.
struct ChargeRequest {
    std::string loan_number;
    bool default_interest = false;
    bool collection_costs = false;
};

struct ChargeReceipt {
    Money default_interest;
    Money collection_costs;
    Money owed;  ///< due and open afterwards
};

/// What charging would come to today, where it may be done. Writes nothing.
Result<ChargeReceipt> charges_due(storage::Connection& connection, const ChargeRequest& request, Date today);

/// Charges default interest up to today, as interest of its own kind, or the collection costs of the scale, as costs;
/// due at once. Costs only after a demand about these arrears whose term has passed. What was charged before is not
/// charged again; reversing the event undoes it.
Result<ChargeReceipt> charge_arrears(storage::Connection& connection, const storage::Task& task,
                                     const ChargeRequest& request);

}  // namespace vierkant::usecases
