#pragma once

#include "usecases/booking_batch.h"

#include <string>

namespace vierkant::usecases {

/// One event on one loan, inside a work, written at once: a batch of one (booking_batch.h).
Result<EventReceipt> book_event(storage::Work& work, const storage::StoredLoan& loan, const lending::Event& event,
                                lending::MoneyIn money_in, const std::string& note, const Counterparty& other = {});

/// One event in a work of its own: the officer's repay, prepay, rate, fee, recover, reverse. What takes money out of
/// the fund or gives up a claim goes through an order (loan_orders.h).
Result<EventReceipt> record_loan_event(storage::Connection& connection, const storage::Task& task,
                                       const std::string& loan_number, const lending::Event& event,
                                       const std::string& note);

}  // namespace vierkant::usecases
