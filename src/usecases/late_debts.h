#pragma once

#include "storage/arrears_store.h"
#include "usecases/arrangements.h"
#include "usecases/dunning_plans.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// A debt with something overdue, on a day. Of a loan (civil law), or of a reclaimed grant (public law): that one has
/// no interest of its own, no collection costs, and its interest on late payment is art. 6:119 BW (Awb 4:98) from EUR
/// 20 on.
struct LateDebt {
    storage::Debt debt;
    std::string number;
    std::string reference;
    std::string scheme;
    UndertakingId debtor;  ///< who owes it on that day
    Date since;            ///< the oldest due date that is not settled
    int days = 0;
    std::vector<lending::DueItem> items;  ///< overdue, oldest first
    Money principal;
    Money interest;  ///< that charged for paying late included (art. 6:44 BW)
    Money costs;
    Money outstanding;                               ///< principal, overdue or not
    Money default_interest;                          ///< owed and not charged yet
    Money collection_costs;                          ///< by the scale, over the overdue principal, and not charged yet
    std::vector<storage::StoredLetter> letters;      ///< to this debtor, oldest first
    std::optional<FollowedArrangement> arrangement;  ///< that is kept: nobody is written to
    DunningPlan plan;                                ///< of the edition of the scheme that the case goes by
    [[nodiscard]] Money late() const { return principal + interest + costs; }
    [[nodiscard]] bool is_public_law() const { return debt.grant.has_value(); }
};

/// A loan on a day, and how it came there.
struct LoanOnDay {
    lending::State state;
    lending::Trace trace;
};
LoanOnDay loan_on(const storage::LoanRecord& record, Date day);

/// Default interest over what of a loan is overdue, since the day up to which it was charged already. No plan: none.
/// `loan` is that of the same day.
Result<Money> default_interest_of(const storage::LoanRecord& record, const LoanOnDay& loan, const DunningPlan& plan,
                                  Date as_of);

/// The loan as a debt; empty where nothing of it is overdue on the day.
Result<std::optional<LateDebt>> late_debt_of(const Dunning& dunning, const storage::LoanRecord& record, Date as_of);
/// The reclaim of a grant as a debt; empty where nothing of it is overdue.
Result<std::optional<LateDebt>> late_debt_of(storage::Connection& connection, const Dunning& dunning,
                                             const storage::StoredGrant& grant, Date as_of);

/// What is open of the reclaims of a grant on a day, due or not, and the interest on what is late.
struct OwedOnGrant {
    Money open;
    Money interest;
};
Result<OwedOnGrant> owed_on_grant(storage::Connection& connection, const storage::StoredGrant& grant, Date as_of);

/// All debts with something overdue on a day: loans, then reclaimed grants.
Result<std::vector<LateDebt>> late_debts(storage::Connection& connection, Date as_of);

/// What comes next, where the scheme has a plan and it is not at its end.
std::optional<arrears::NextStep> next_step_of(const LateDebt& debt);

}  // namespace vierkant::usecases
