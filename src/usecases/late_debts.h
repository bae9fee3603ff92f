#pragma once

#include "domain/arrears/dunning.h"
#include "domain/schemes/scheme.h"
#include "storage/arrears_store.h"
#include "usecases/arrangements.h"

#include <map>
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
    UndertakingId undertaking;
    Date since;  ///< the oldest due date that is not settled
    int days = 0;
    std::vector<lending::DueItem> items;  ///< overdue, oldest first
    Money principal;
    Money interest;  ///< that charged for paying late included (art. 6:44 BW)
    Money costs;
    Money outstanding;       ///< principal, overdue or not
    Money default_interest;  ///< owed and not charged yet
    Money collection_costs;  ///< by the scale, over the overdue principal, and not charged yet
    std::vector<storage::StoredLetter> letters;
    std::optional<FollowedArrangement> arrangement;  ///< that is kept: nobody is written to
    std::optional<arrears::DunningPlan> plan;        ///< of the edition of the scheme that the case goes by
    [[nodiscard]] Money late() const { return principal + interest + costs; }
    [[nodiscard]] bool is_public_law() const { return debt.grant.has_value(); }
};

/// The editions of all schemes, read once.
class Dunning {
public:
    explicit Dunning(storage::Connection& connection);
    [[nodiscard]] std::optional<arrears::DunningPlan> plan_of(const std::string& scheme, Date edition_day) const;

private:
    std::vector<schemes::Scheme> editions_;
};

/// Default interest over what of a loan is overdue, since the day up to which it was charged already. Empty plan: none.
Result<Money> default_interest_of(storage::Connection& connection, const storage::StoredLoan& loan,
                                  const std::vector<lending::Event>& events,
                                  const std::optional<arrears::DunningPlan>& plan, Date as_of);

/// The loan as a debt; empty where nothing of it is overdue on the day.
Result<std::optional<LateDebt>> late_debt_of(storage::Connection& connection, const Dunning& dunning,
                                             const storage::StoredLoan& loan, Date as_of);
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
