#pragma once

#include "domain/grants/worker_claim.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::grants {

/// A statement of cost, with the evidence of each line kept elsewhere.
struct CostClaim {
    ClaimHead head;
    struct Line {
        CostLine cost;
        std::string evidence;  ///< where the invoice is kept, e.g. "archive 2026/118"
    };
    std::vector<Line> lines;
};

/// What happens to the money of a grant.
enum class EventKind {
    advanced,            ///< decided: so much may be paid ahead of what is verified (voorschot, Awb 4:95)
    paid,                ///< released to the bank
    payment_returned,    ///< the bank gave a payment back
    settled,             ///< the final amount (vaststelling, Awb 4:46)
    reclaimed,           ///< decided: so much has to come back (terugvordering, Awb 4:57)
    repaid,              ///< came back
    repayment_returned,  ///< the bank took such a payment away again
};
struct Event {
    EventId id;
    EventKind kind = EventKind::paid;
    Date day = Date::from_serial(0);
    Money amount;
    std::optional<Date> due_on = std::nullopt;  ///< of a reclaim
};

/// A grant and all that happened to it. Everything else is computed (as a loan is a fold).
struct Grant {
    Award award;
    std::vector<WorkerClaim> workers;
    std::vector<CostClaim> costs;
    std::vector<Event> events;
};

/// How a grant stands.
struct Standing {
    Money awarded;
    Money earned;    ///< by verified claims, within the award; once settled the final amount
    Money advanced;  ///< may be paid ahead; nothing once settled
    Money paid;
    Money reclaimed;
    Money repaid;
    bool settled = false;

    /// What may be paid and was not: never above the award, counting all that was ever paid.
    [[nodiscard]] Money unpaid() const;
    /// What was paid without ground and is not reclaimed yet. A person decides on it.
    [[nodiscard]] Money undue() const;
    /// Still reserved in the fund.
    [[nodiscard]] Money committed() const;
    /// Of what was reclaimed, still to come.
    [[nodiscard]] Money owed() const;
};
Standing standing_of(const Grant& grant);

/// May so much be paid now? `ordered` is prepared and not released yet; `left_under_ceiling` is what the fund may still
/// pay in all (design.md, invariant 6).
Result<Done> check_payment(const Standing& standing, Money amount, Money ordered, Money left_under_ceiling);
Result<Done> check_advance(const Standing& standing, Money amount);

/// A statement of cost: categories of the terms, amounts above zero, evidence seen.
Result<Done> check(const CostClaim& claim, const CostTerms& terms, Date today);

/// A claim is rejected while it was not paid on; a paid one comes back by a reclaim.
Result<Done> check_rejection(const Grant& grant, ClaimId claim, Money ordered);

/// The final amount. Refuses while a claim waits, a payment waits, or a worker's months are not proven; and for who
/// entered a claim (four eyes).
Result<Money> settlement(const Grant& grant, Money ordered, const std::string& by, Date today);

/// The amount to reclaim. Refuses where there is none, and for who recorded that a worker left (four eyes).
Result<Money> reclaim(const Grant& grant, const std::string& by);

/// Six weeks after the decision (Awb 4:87).
Date reclaim_due(Date decided_on);

}  // namespace vierkant::grants
