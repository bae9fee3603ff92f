#pragma once

#include "domain/lending/event.h"
#include "reporting/report.h"
#include "storage/work.h"

#include <string>

namespace vierkant::usecases {

/// What an event would do to a loan, beside how it stands: figures before and after, and the instalments to come of
/// both. Refuses what recording it would refuse; books nothing.
Result<reporting::Report> preview_loan_event(storage::Connection& connection, const std::string& loan_number,
                                             const lending::Event& event, Date today, Language language);

/// What pays a loan off on a day, part by part. Nothing is booked.
Result<reporting::Report> quote_pay_off(storage::Connection& connection, const std::string& loan_number, Date on);

/// The terms that a loan follows on a day: what a rescheduling starts from.
Result<lending::LoanTerms> terms_in_force(storage::Connection& connection, const std::string& loan_number, Date on);

}  // namespace vierkant::usecases
