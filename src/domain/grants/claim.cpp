#include "domain/grants/claim.h"

#include "domain/grants/messages.h"

#include <algorithm>

namespace vierkant::grants {

std::string known_evidence()
{
    std::string known;
    for (const auto& kind : evidence_kinds) known += (known.empty() ? "" : ", ") + std::string{kind.code};
    return known;
}

Result<Done> check(const Evidence& evidence, Date today)
{
    const bool known = std::any_of(evidence_kinds.begin(), evidence_kinds.end(),
                                   [&](const auto& kind) { return kind.code == evidence.kind; });
    if (!known) return bad_input(evidence_unknown, {{"kind", evidence.kind}, {"known", known_evidence()}});
    if (evidence.seen_on > today) {
        return bad_input(evidence_in_future, {{"day", evidence.seen_on}, {"today", today}});
    }
    return Done{};
}

Result<Done> check_verification(const ClaimHead& claim, const std::string& by)
{
    const Arguments which{{"claim", std::to_string(claim.id.value)}};
    if (claim.status() == ClaimStatus::rejected) return refuse(claim_rejected, which);
    if (claim.status() == ClaimStatus::verified) return refuse(claim_verified, which);
    if (claim.entered_by == by) return refuse(verified_by_claimant, which);
    return Done{};
}

}  // namespace vierkant::grants
