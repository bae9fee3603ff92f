#pragma once

#include "reporting/report.h"
#include "storage/work.h"

namespace vierkant::usecases {

/// Sets the rate of every loan that follows the EU base rate anew, on each day agreed for it up to today: the base rate
/// of that day by the table plus the loan's margin, at least its floor. Where the loan has that rate already nothing
/// happens, so that it may be done as often as one likes. `book` false shows what it would do.
Result<reporting::Report> reset_rates(storage::Connection& connection, const storage::Task& task, bool book,
                                      Language language);

}  // namespace vierkant::usecases
