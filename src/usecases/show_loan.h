#pragma once

#include "reporting/report.h"
#include "storage/loan_query.h"

#include <string>

namespace vierkant::usecases {

/// What of a loan is wanted beside its facts.
struct LoanParts {
    bool instalments = false;
    std::int64_t last_postings = 0;  ///< only so many; 0: all
};

/// A loan on a day, for the officer: one table with one row ("loan"), where asked for its instalments, its terms and
/// events, how each payment was allocated to what was due, and the postings behind it. Events dated after `as_of` are
/// left out.
Result<reporting::Report> show_loan(storage::Connection& connection, const std::string& number, Date as_of,
                                    Language language, const LoanParts& parts = {});

/// The instalments of a loan: those past as they fell due and what was paid on them, those ahead as planned.
Result<reporting::Report> loan_schedule(storage::Connection& connection, const std::string& number, Date as_of);

/// Loans with their outstanding principal, arrears and next due date; set-based, as far as the books go.
/// Where a part is asked for, its rows, with the totals of all. Words are looked for as people read them.
reporting::Report list_loans(storage::Connection& connection, const storage::LoanFilter& filter, Date today,
                             Language language);

/// How many loans that list has in all.
std::int64_t count_loans(storage::Connection& connection, const storage::LoanFilter& filter, Date today);

}  // namespace vierkant::usecases
