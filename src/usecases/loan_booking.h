#pragma once

#include "domain/lending/booking.h"
#include "storage/loan_store.h"

#include <string>

namespace vierkant::usecases {

/// What booking an event came to.
struct EventReceipt {
    EventId event;
    Money outstanding;          ///< principal after it
    std::int64_t entry_no = 0;  ///< 0 where the books did not change
};

/// Adds one event to a loan, inside a work: checks it, keeps it, replays, and tells the journal the difference. An
/// event dated before what was booked is corrected by an entry of today; closed periods stay as they are.
Result<EventReceipt> book_event(storage::Work& work, const storage::StoredLoan& loan, lending::Event event,
                                lending::MoneyIn money_in, const std::string& note);

/// Books the interest of a loan up to and including `day`. Gives the number of the entry; 0 where there was nothing.
std::int64_t book_interest(storage::Work& work, const storage::StoredLoan& loan, Date day);

/// One event in a work of its own: the officer's disburse, repay, prepay, rate, fee, remit, write-off, recover,
/// reverse.
Result<EventReceipt> record_loan_event(storage::Connection& connection, const storage::Task& task,
                                       const std::string& loan_number, const lending::Event& event,
                                       const std::string& note);

}  // namespace vierkant::usecases
