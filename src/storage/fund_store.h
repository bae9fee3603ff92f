#pragma once

#include "domain/programme/programme.h"
#include "storage/work.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// Has an administration been made in this database? The schema alone is none: its first work is.
bool has_administration(Connection& connection);
/// How many works were done in it; making it is the first.
std::int64_t works_done(Connection& connection);

void add_measure(Work& work, const programme::Measure& measure);
/// What the plan asks and aims at as a whole.
void add_programme(Work& work, const programme::Programme& programme);
void add_baseline(Work& work, const programme::BaselineRow& row);

/// Opens a fund: its chart of accounts and one account for the capital of each funder. Gives its number.
FundId open_fund(Work& work, const programme::FundPlan& plan);

/// The fund with this code; empty where there is none.
std::optional<FundId> fund_of_code(Connection& connection, const std::string& code);

/// The code of a fund; empty where there is none.
std::string fund_code(Connection& connection, FundId fund);

/// A fund as it stands, from the day totals of its accounts.
struct FundStanding {
    FundId id;
    std::string code;
    std::string title_nl;
    std::string title_en;
    Money capital;      ///< paid in by funders
    Money cash;         ///< on the bank and on its way
    Money outstanding;  ///< principal lent and not repaid
    Money committed;    ///< awarded and not yet paid out
    Money reserve;      ///< never lent

    /// What can be promised today. Never below zero (design.md, invariant 3).
    [[nodiscard]] Money available() const { return cash - committed - reserve; }
};
std::vector<FundStanding> fund_standings(Connection& connection);

/// Sums of the measures kept: of all of them, and of those administered here.
Money sum_of_measures(Connection& connection);

/// Debit and credit of every account, and whether they agree.
struct TrialBalanceRow {
    std::string fund;
    std::string account;
    Money debit;
    Money credit;
};
std::vector<TrialBalanceRow> trial_balance(Connection& connection, Date as_of);

}  // namespace vierkant::storage
