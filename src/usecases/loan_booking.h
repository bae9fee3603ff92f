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

/// The other party of money that is on its way: what the bank line will carry.
struct Counterparty {
    std::string iban;
    std::string end_to_end_id;
};

/// Adds one event to a loan, inside a work: checks it, keeps it, replays, and tells the journal the difference. An
/// event dated before what was booked is corrected by an entry of today; closed periods stay as they are. Money that
/// comes or goes without a bank line is opened as a transfer, for the line that will show it.
Result<EventReceipt> book_event(storage::Work& work, const storage::StoredLoan& loan, lending::Event event,
                                lending::MoneyIn money_in, const std::string& note, const Counterparty& other = {});

/// Books the interest of a loan over the days before `day`. Gives the number of the entry; 0 where there was nothing.
std::int64_t book_interest(storage::Work& work, const storage::StoredLoan& loan, Date day);

/// One event in a work of its own: the officer's repay, prepay, rate, fee, recover, reverse. What takes money out of
/// the fund or gives up a claim goes through an order (loan_orders.h).
Result<EventReceipt> record_loan_event(storage::Connection& connection, const storage::Task& task,
                                       const std::string& loan_number, const lending::Event& event,
                                       const std::string& note);

}  // namespace vierkant::usecases
