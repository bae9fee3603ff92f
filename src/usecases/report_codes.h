#pragma once

#include "reporting/report.h"
#include "storage/connection.h"

#include <set>
#include <string>

namespace vierkant::usecases {

/// What every code in the reports means: the reports' own lists, the reference data, and what this administration holds
/// (funds, accounts, measures).
reporting::CodeLists report_codes(storage::Connection& connection);
/// The same for tables: of what is stored only the lists with these names are read.
reporting::CodeLists report_codes(storage::Connection& connection, const std::set<std::string>& names);

/// Lets people read words where a column holds codes: a column named after a list of codes takes its titles.
reporting::Report with_titles(storage::Connection& connection, reporting::Report report);

/// The codes of a list whose words, in either language, have what somebody looks for: ",GM0114,GM0118,". Nothing where
/// he looks for nothing.
std::string codes_that_say(const reporting::CodeLists& lists, const std::string& list, const std::string& words);

}  // namespace vierkant::usecases
