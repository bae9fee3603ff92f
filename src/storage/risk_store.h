#pragma once

#include "domain/arrears/provision.h"
#include "storage/loan_store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// Collateral as it was registered.
struct StoredCollateral {
    std::int64_t number = 0;  ///< within the loan
    arrears::Collateral value;
    std::string description;
    std::string release_reason;
};
/// All of a loan, also what was released or has expired.
std::vector<StoredCollateral> collateral_of(Connection& connection, const StoredLoan& loan);
/// Gives its number.
std::int64_t add_collateral(Work& work, const StoredLoan& loan, const StoredCollateral& collateral);
void release_collateral(Work& work, const StoredLoan& loan, std::int64_t number, Date day, const std::string& reason);

struct StoredOverride {
    arrears::RiskOverride value;
    std::string reason;
    std::string actor;
};
void add_override(Work& work, const StoredLoan& loan, const arrears::RiskOverride& value, const std::string& reason);

/// "performing", "watch", "default".
std::string name_of(arrears::Stage stage);
std::string name_of(arrears::CollateralKind kind);
std::optional<arrears::Stage> parse_stage(const std::string& name);
std::optional<arrears::CollateralKind> parse_collateral_kind(const std::string& name);

/// A loan with all that its provision follows from.
struct RiskRecord {
    StoredLoan loan;
    std::vector<lending::Event> events;
    std::vector<StoredCollateral> collateral;  ///< also what was released or has expired
    std::vector<StoredOverride> overrides;     ///< in the order in which they were said
    std::optional<Money> booked;               ///< the last provision; nothing where none was booked
};
RiskRecord risk_record_of(Connection& connection, const StoredLoan& loan);
/// Reads the records of the loans of a fund that were drawn or have a provision, in a few queries for hundreds of them,
/// and gives each to `take`.
void each_risk_record(Connection& connection, FundId fund, const std::function<void(const RiskRecord&)>& take);

/// The last day for which provisions of a fund were booked.
std::optional<Date> provisions_booked_until(Connection& connection, FundId fund);
void add_provisions(Work& work, const std::vector<std::pair<StoredLoan, arrears::Provision>>& provisions, Date as_of);

/// The funds that have loans.
std::vector<FundId> lending_funds(Connection& connection);

}  // namespace vierkant::storage
