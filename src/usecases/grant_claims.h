#pragma once

#include "base/result.h"
#include "formats/grant_claim_json.h"
#include "storage/work.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

/// What was claimed, and under which numbers.
struct ClaimReceipt {
    std::string grant;
    std::vector<ClaimId> claims;
};

/// Enters claims on a grant, all of them or none: each is checked against the award and the claims before it. Nothing
/// is earned before someone else verified it.
Result<ClaimReceipt> enter_claims(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number, formats::GrantClaims claims);

/// What a verification or rejection came to.
struct ClaimOutcome {
    std::string grant;
    ClaimId claim;
    Money earned;  ///< by all claims of the grant now
    Money unpaid;  ///< may be paid now
    Money undue;   ///< was paid without ground and is flagged for reclaim
};

/// Approves a claim that someone else entered; what it earns becomes payable.
Result<ClaimOutcome> verify_claim(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number, ClaimId claim);

/// Turns a claim down, with the reason. An approved one too, as long as nothing was paid on it.
Result<ClaimOutcome> reject_claim(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number, ClaimId claim, const std::string& reason);

/// Proof was seen that a worker stayed the agreed months.
Result<ClaimOutcome> retain_worker(storage::Connection& connection, const storage::Task& task,
                                   const std::string& grant_number, ClaimId claim, Date seen_on);

/// A worker left; `left_on` is the first day without contract, and a later call corrects it. Who left before the agreed
/// months is flagged for reclaim.
Result<ClaimOutcome> worker_left(storage::Connection& connection, const storage::Task& task,
                                 const std::string& grant_number, ClaimId claim, Date left_on);

}  // namespace vierkant::usecases
