#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/connection.h"

#include <string>

namespace vierkant::usecases {

/// Every debt with something overdue on a day: how late, how much, what it costs on top, and the letter that comes
/// next.
Result<reporting::Report> list_arrears(storage::Connection& connection, Date as_of, Language language);

/// The letters that would be drawn up on a day, about all debts or the one with this number. Writes nothing.
Result<reporting::Report> letters_to_draw(storage::Connection& connection, Date as_of, const std::string& number,
                                          Language language);

/// All letters that went out, the last first.
reporting::Report list_all_letters(storage::Connection& connection, Date today, Language language);

/// The letters that went out about one loan or reclaimed grant.
Result<reporting::Report> list_letters(storage::Connection& connection, const std::string& number, Date today,
                                       Language language);

/// All that an undertaking owes on a day, debt by debt, overdue or not: what is filed in its insolvency. Interest runs
/// up to that day.
Result<reporting::Report> claim_list(storage::Connection& connection, const std::string& kvk, Date as_of,
                                     Language language);

}  // namespace vierkant::usecases
