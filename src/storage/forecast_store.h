#pragma once

#include "domain/arrears/provision.h"
#include "storage/loan_batch.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a forecast starts from: a fund and its loans on a day. Reads only.
namespace vierkant::storage {

/// A fund as the books had it at the end of a day.
struct FundOnDay {
    FundId id;
    Money capital;    ///< paid in by funders
    Money disbursed;  ///< lent since the beginning
    Money cash;       ///< on the bank and on its way
    Money committed;
    Money reserve;
};
/// Nothing where there is no such fund.
std::optional<FundOnDay> fund_on(Connection& connection, const std::string& code, Date day);

/// Loans awarded by that day, save those that had come to their end before it.
std::vector<LoanInBooks> loans_on(Connection& connection, FundId fund, Date day);

/// How many loans of a fund are drawn and not yet repaid.
std::int64_t running_loans(Connection& connection, const std::string& fund);

/// What officers said of the risk of the loans of a fund.
std::map<LoanId, std::vector<arrears::RiskOverride>> risk_overrides(Connection& connection, FundId fund);

}  // namespace vierkant::storage
