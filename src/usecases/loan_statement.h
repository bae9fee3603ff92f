#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/connection.h"

#include <optional>
#include <string>

namespace vierkant::usecases {

/// The statement of account of a loan for its borrower: every due item, every payment and what it settled, and the
/// balance after each, from a day (empty: from the award) up to and including another. As is known now. Events that
/// were undone count for nothing and stand in a table of their own.
Result<reporting::Report> loan_statement(storage::Connection& connection, const std::string& number,
                                         std::optional<Date> from, Date until, Date today, Language language);

/// The balance of a loan at the end of a day, as the accountant asks the borrower to confirm it: a page of one row.
Result<reporting::Report> loan_confirmation(storage::Connection& connection, const std::string& number, Date as_of,
                                            Date today, Language language);

}  // namespace vierkant::usecases
