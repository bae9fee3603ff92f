#include "domain/grants/grant.h"

#include "base/bsn.h"
#include "domain/grants/messages.h"

#include <algorithm>

namespace vierkant::grants {

namespace {

constexpr std::int32_t weeks_to_repay = 6;
constexpr std::int32_t days_a_week = 7;

std::vector<CostLine> verified_cost(const std::vector<CostClaim>& claims)
{
    std::vector<CostLine> lines;
    for (const auto& claim : claims) {
        if (claim.head.status() != ClaimStatus::verified) continue;
        for (const auto& line : claim.lines) lines.push_back(line.cost);
    }
    return lines;
}

Money earned_by_claims(const Grant& grant)
{
    if (const auto* terms = std::get_if<WorkerTerms>(&grant.award.terms)) {
        return std::min(grant.award.amount, earned_by_workers(*terms, grant.workers));
    }
    const auto& terms = std::get<CostTerms>(grant.award.terms);
    const auto amount = supported(verified_cost(grant.costs), terms.categories, grant.award.amount);
    verify(static_cast<bool>(amount), "a kept claim has categories of the award");
    return *amount;
}

void apply(Standing& standing, const Event& event)
{
    switch (event.kind) {
        case EventKind::advanced:
            standing.advanced += event.amount;
            return;
        case EventKind::paid:
            standing.paid += event.amount;
            return;
        case EventKind::payment_returned:
            standing.paid -= event.amount;
            return;
        case EventKind::settled:
            standing.settled = true;
            standing.earned = event.amount;
            standing.advanced = Money{};
            return;
        case EventKind::reclaimed:
            standing.reclaimed += event.amount;
            return;
        case EventKind::repaid:
            standing.repaid += event.amount;
            return;
        case EventKind::repayment_returned:
            standing.repaid -= event.amount;
            return;
    }
}

std::vector<const ClaimHead*> heads(const Grant& grant)
{
    std::vector<const ClaimHead*> all;
    for (const auto& claim : grant.workers) all.push_back(&claim.head);
    for (const auto& claim : grant.costs) all.push_back(&claim.head);
    return all;
}

Result<Done> check_proven(const Grant& grant, Date today)
{
    const auto* terms = std::get_if<WorkerTerms>(&grant.award.terms);
    if (terms == nullptr) return Done{};
    for (const auto& claim : grant.workers) {
        if (claim.head.status() != ClaimStatus::verified) continue;
        const Arguments which{{"reference", claim.staff_reference}, {"day", kept_from(claim, *terms)}};
        const auto state = retention(claim, *terms, today);
        if (state == Retention::running) return refuse(months_running, which);
        if (state == Retention::unproven) return refuse(months_unproven, which);
    }
    return Done{};
}

}  // namespace

Money Standing::unpaid() const
{
    const auto ground = std::min(awarded, std::max(earned, advanced) + reclaimed);
    return std::max(Money{}, ground - paid);
}

Money Standing::undue() const
{
    return std::max(Money{}, paid - reclaimed - std::max(earned, advanced));
}

Money Standing::committed() const
{
    return settled ? unpaid() : std::max(Money{}, awarded - paid);
}

Money Standing::owed() const
{
    return std::max(Money{}, reclaimed - repaid);
}

Standing standing_of(const Grant& grant)
{
    Standing standing;
    standing.awarded = grant.award.amount;
    standing.earned = earned_by_claims(grant);
    for (const auto& event : grant.events) apply(standing, event);
    return standing;
}

Result<Done> check_payment(const Standing& standing, Money amount, Money ordered, Money left_under_ceiling)
{
    if (!amount.is_positive()) return refuse(nothing_to_pay);
    const auto room = std::max(Money{}, std::min(standing.unpaid() - ordered, left_under_ceiling));
    if (amount <= room) return Done{};
    const bool by_ceiling = left_under_ceiling < standing.unpaid() - ordered;
    return refuse(by_ceiling ? above_ceiling : above_room, {{"amount", amount}, {"room", room}});
}

Result<Done> check_advance(const Standing& standing, Money amount)
{
    if (standing.settled) return refuse(already_settled);
    const auto room = standing.awarded - std::max(standing.earned, standing.advanced);
    if (!amount.is_positive() || standing.advanced + amount > standing.awarded) {
        return refuse(advance_out_of_range, {{"amount", amount}, {"room", room}});
    }
    return Done{};
}

Result<Done> check(const CostClaim& claim, const CostTerms& terms, Date today)
{
    if (claim.lines.empty()) return bad_input(no_cost_lines);
    for (const auto& line : claim.lines) {
        if (!line.cost.amount.is_positive()) return bad_input(negative_cost, {{"category", line.cost.category}});
        if (line.evidence.empty()) return bad_input(cost_evidence_missing, {{"category", line.cost.category}});
        if (contains_bsn(line.evidence)) return bad_input(reference_is_bsn);
        const auto known = supported({line.cost}, terms.categories, line.cost.amount);
        if (!known) return known.refusal();
    }
    return check(claim.head.evidence, today);
}

Result<Done> check_rejection(const Grant& grant, ClaimId claim, Money ordered)
{
    auto without = grant;
    const Arguments which{{"claim", std::to_string(claim.value)}};
    const auto reject = [&](ClaimHead& head) {
        if (head.id == claim) head.rejected_by = "";
    };
    for (const auto* head : heads(grant)) {
        if (head->id == claim && head->status() == ClaimStatus::rejected) return refuse(claim_rejected, which);
    }
    for (auto& worker : without.workers) reject(worker.head);
    for (auto& cost : without.costs) reject(cost.head);
    const auto before = standing_of(grant);
    const auto after = standing_of(without);
    const bool paid_on = before.earned != after.earned && after.paid + ordered > after.earned + after.reclaimed;
    if (before.settled || paid_on) return refuse(claim_paid, which);
    return Done{};
}

Result<Money> settlement(const Grant& grant, Money ordered, const std::string& by, Date today)
{
    const auto standing = standing_of(grant);
    if (standing.settled) return refuse(already_settled);
    for (const auto* head : heads(grant)) {
        const Arguments which{{"claim", std::to_string(head->id.value)}};
        if (head->status() == ClaimStatus::entered) return refuse(claim_waits, which);
        if (head->status() == ClaimStatus::verified && head->entered_by == by)
            return refuse(settled_by_claimant, which);
    }
    if (ordered.is_positive()) return refuse(payment_waits, {{"amount", ordered}});
    if (auto proven = check_proven(grant, today); !proven) return proven.refusal();
    return standing.earned;
}

Result<Money> reclaim(const Grant& grant, const std::string& by)
{
    const auto amount = standing_of(grant).undue();
    if (!amount.is_positive()) return refuse(nothing_to_reclaim);
    for (const auto& claim : grant.workers) {
        if (claim.left_by == by) return refuse(reclaimed_by_recorder, {{"reference", claim.staff_reference}});
    }
    return amount;
}

Date reclaim_due(Date decided_on)
{
    return decided_on + weeks_to_repay * days_a_week;
}

}  // namespace vierkant::grants
