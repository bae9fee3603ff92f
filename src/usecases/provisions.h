#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/risk_store.h"

#include <optional>
#include <string>

namespace vierkant::usecases {

/// A loan's expected loss on a day, by its arrears, the officer's word and its collateral.
Result<arrears::Provision> risk_of(storage::Connection& connection, const storage::StoredLoan& loan, Date as_of);

/// Puts an officer's stage in the place of the days late, or (empty stage) ends that.
Result<Done> override_risk(storage::Connection& connection, const storage::Task& task, const std::string& loan_number,
                           std::optional<arrears::Stage> stage, Date from, const std::string& reason);

/// A loan's risk for the officer: stage, coverage, provision; its collateral; what officers said.
Result<reporting::Report> show_risk(storage::Connection& connection, const std::string& loan_number, Date as_of,
                                    Language language);

/// Per loan what the provision would be on a day, what is booked and the difference. Writes nothing.
Result<reporting::Report> calculate_provisions(storage::Connection& connection, Date as_of, Language language);

/// May provisions be booked for this day? Refuses what booking them would refuse.
Result<Done> check_provision_day(storage::Connection& connection, Date as_of, Date today);

struct ProvisionReceipt {
    std::size_t loans = 0;
    Money provision;  ///< of all loans on the day
    Money change;     ///< booked now; negative is released
};
/// Books for every fund the difference between the provisions of a day and those booked before, dated that day: a
/// period that is closed, and a day before the last, are refused. A day that is booked already gives nothing new.
Result<ProvisionReceipt> book_provisions(storage::Connection& connection, const storage::Task& task, Date as_of);

}  // namespace vierkant::usecases
