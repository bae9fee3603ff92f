#include "domain/grants/worker_claim.h"

#include "base/bsn.h"
#include "base/exact.h"
#include "domain/grants/messages.h"

#include <algorithm>

namespace vierkant::grants {

namespace {

Arguments worker(const WorkerClaim& claim)
{
    return {{"reference", claim.staff_reference}};
}

Money earned_by(const WorkerAward& award, std::int64_t workers)
{
    return std::min(award.amount, pro_rata(award.terms.per_worker, workers, 1, Rounding::down));
}

}  // namespace

Result<Done> check(const WorkerClaim& claim, const WorkerAward& award, const std::vector<WorkerClaim>& before)
{
    if (claim.staff_reference.empty()) return bad_input(reference_missing);
    if (contains_bsn(claim.staff_reference)) return bad_input(reference_is_bsn);
    if (std::any_of(before.begin(), before.end(),
                    [&](const auto& other) { return other.staff_reference == claim.staff_reference; })) {
        return refuse(claimed_before, worker(claim));
    }
    if (claim.started_on < award.awarded_on) {
        return refuse(started_before_award, {{"reference", claim.staff_reference},
                                             {"start", to_text(claim.started_on)},
                                             {"award", to_text(award.awarded_on)}});
    }
    if (claim.hours < award.terms.hours_least) {
        return refuse(too_few_hours, {{"reference", claim.staff_reference},
                                      {"hours", std::to_string(claim.hours.hundredths)},
                                      {"least", std::to_string(award.terms.hours_least.hundredths)}});
    }
    return Done{};
}

Result<WorkerClaim> verified(WorkerClaim claim, const std::string& by)
{
    if (claim.entered_by == by) return refuse(verified_by_claimant, worker(claim));
    if (claim.evidence_kind.empty() || !claim.evidence_seen_on) return refuse(evidence_missing, worker(claim));
    claim.verified_by = by;
    return claim;
}

Money earned(const WorkerAward& award, const std::vector<WorkerClaim>& claims)
{
    return earned_by(award, std::count_if(claims.begin(), claims.end(),
                                          [](const auto& claim) { return claim.verified_by.has_value(); }));
}

Money room(const WorkerAward& award, const std::vector<WorkerClaim>& claims, Money paid, Money left_under_ceiling)
{
    return std::max(Money{}, std::min(earned(award, claims) - paid, left_under_ceiling));
}

Result<Done> check_payment(Money amount, Money room)
{
    if (amount > room) return refuse(above_room, {{"amount", to_text(amount)}, {"room", to_text(room)}});
    return Done{};
}

Retention retention(const WorkerClaim& claim, const WorkerAward& award, Date as_of)
{
    const Date kept_from = add_months(claim.started_on, award.terms.months_kept);
    if (claim.left_on && *claim.left_on <= as_of && *claim.left_on < kept_from) return Retention::broken;
    return as_of >= kept_from ? Retention::kept : Retention::running;
}

Money to_reclaim(const WorkerAward& award, const std::vector<WorkerClaim>& claims, Money paid, Date as_of)
{
    const auto stayed = std::count_if(claims.begin(), claims.end(), [&](const auto& claim) {
        return claim.verified_by && retention(claim, award, as_of) != Retention::broken;
    });
    return std::max(Money{}, paid - earned_by(award, stayed));
}

}  // namespace vierkant::grants
