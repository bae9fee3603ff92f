#pragma once

#include "usecases/loan_booking.h"

namespace vierkant::usecases {

/// What calling in would record, where it may be done: for a look beforehand. Writes nothing.
Result<lending::Event> call_in_event(storage::Connection& connection, const std::string& loan_number,
                                     std::optional<Money> amount, Date day, const std::string& ground, Date today);

/// Makes principal that is not yet due fall due (opeising): all of it where no amount is given. Only of a loan that is
/// late, or for a ground (insolvency, breach of contract) that the officer names.
Result<EventReceipt> call_in_loan(storage::Connection& connection, const storage::Task& task,
                                  const std::string& loan_number, std::optional<Money> amount, Date day,
                                  const std::string& ground);

}  // namespace vierkant::usecases
