#pragma once

#include "base/result.h"
#include "domain/grants/grant.h"

#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// What an employer claims on a grant: workers, or a statement of cost.
struct GrantClaims {
    std::vector<grants::WorkerClaim> workers;
    std::vector<grants::CostClaim> costs;
};

/// Reads the claims of a grant (docs/examples/grant-claim-workers.json, grant-claim-cost.json). The text is refused
/// whole where a citizen service number stands anywhere in it.
Result<GrantClaims> read_grant_claims(std::string_view text, const std::string& source);

}  // namespace vierkant::formats
