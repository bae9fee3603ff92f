#include "usecases/grant_claims.h"

#include "base/bsn.h"
#include "embedded/embedded.h"
#include "formats/reference_tables.h"
#include "storage/payment_order_store.h"
#include "usecases/grant_booking.h"
#include "usecases/grant_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using grants::ClaimHead;
using grants::WorkerClaim;
using storage::ClaimEventKind;
using storage::Work;

std::string shipped(const std::string& name)
{
    const auto text = embedded::file("data/reference/" + name);
    verify(text.has_value(), "the program carries its own data");
    return std::string{*text};
}

/// The codes that the tables of data/reference know.
grants::KnownCodes known_codes()
{
    const auto levels = formats::read_education_levels(shipped("education_levels.csv"), "education_levels.csv");
    const auto groups = formats::read_target_groups(shipped("sroi_building_blocks.csv"), "sroi_building_blocks.csv");
    verify(levels && groups, "the program can read its own data");
    grants::KnownCodes known;
    for (const auto& level : *levels) known.levels.push_back(level.code);
    known.target_groups.assign(groups->begin(), groups->end());
    known.target_groups.emplace_back("NONE");
    return known;
}

std::int64_t claims_in(const grants::Grant& grant)
{
    return static_cast<std::int64_t>(grant.workers.size() + grant.costs.size());
}

Result<Done> enter_workers(Work& work, OpenGrant& grant, std::vector<WorkerClaim> claims, ClaimReceipt& receipt)
{
    if (claims.empty()) return Done{};
    const auto* terms = std::get_if<grants::WorkerTerms>(&grant.history.award.terms);
    if (terms == nullptr) return refuse(not_per_worker, {{"grant", grant.stored.number}});
    const auto known = known_codes();
    for (auto& claim : claims) {
        claim.head.id = ClaimId{claims_in(grant.history) + 1};
        claim.head.entered_by = work.actor();
        const auto allowed =
            grants::check(claim, grant.history.award.awarded_on, *terms, grant.history.workers, known, work.today());
        if (!allowed) return allowed.refusal();
        storage::add_claim(work, grant.stored, claim);
        receipt.claims.push_back(claim.head.id);
        grant.history.workers.push_back(std::move(claim));
    }
    return Done{};
}

Result<Done> enter_costs(Work& work, OpenGrant& grant, std::vector<grants::CostClaim> claims, ClaimReceipt& receipt)
{
    if (claims.empty()) return Done{};
    const auto* terms = std::get_if<grants::CostTerms>(&grant.history.award.terms);
    if (terms == nullptr) return refuse(not_on_cost, {{"grant", grant.stored.number}});
    for (auto& claim : claims) {
        claim.head.id = ClaimId{claims_in(grant.history) + 1};
        claim.head.entered_by = work.actor();
        if (auto allowed = grants::check(claim, *terms, work.today()); !allowed) return allowed.refusal();
        storage::add_claim(work, grant.stored, claim);
        receipt.claims.push_back(claim.head.id);
        grant.history.costs.push_back(std::move(claim));
    }
    return Done{};
}

const WorkerClaim* find_worker(const grants::Grant& grant, ClaimId id)
{
    const auto found = std::find_if(grant.workers.begin(), grant.workers.end(),
                                    [&](const auto& claim) { return claim.head.id == id; });
    return found == grant.workers.end() ? nullptr : &*found;
}

const ClaimHead* find_head(const grants::Grant& grant, ClaimId id)
{
    if (const auto* worker = find_worker(grant, id)) return &worker->head;
    const auto found =
        std::find_if(grant.costs.begin(), grant.costs.end(), [&](const auto& claim) { return claim.head.id == id; });
    return found == grant.costs.end() ? nullptr : &found->head;
}

Arguments which(const OpenGrant& grant, ClaimId claim)
{
    return {{"grant", grant.stored.number}, {"claim", std::to_string(claim.value)}};
}

/// Keeps what became of a claim, books what that changes, and commits.
ClaimOutcome conclude(Work& work, OpenGrant& grant, ClaimId claim, ClaimEventKind kind, Date day,
                      const std::string& note)
{
    storage::add_claim_event(work, grant.stored, claim, kind, day, note);
    book_change(work, grant, work.today(), {}, "Claim " + std::to_string(claim.value) + " " + grant.stored.number);
    work.commit(grant.stored.number + " " + std::to_string(claim.value));
    const auto standing = grants::standing_of(grant.history);
    return {grant.stored.number, claim, standing.earned, standing.unpaid(), standing.undue()};
}

struct OpenWorker {
    OpenGrant grant;
    WorkerClaim claim;
    grants::WorkerTerms terms;
};

Result<OpenWorker> open_worker(Work& work, const std::string& grant_number, ClaimId id)
{
    auto grant = open_grant(work.connection(), grant_number);
    if (!grant) return grant.refusal();
    const auto* claim = find_worker(grant->history, id);
    if (claim == nullptr) return refuse(worker_claim_unknown, which(*grant, id));
    if (grants::standing_of(grant->history).settled) return refuse(settled_before, which(*grant, id));
    const auto terms = std::get<grants::WorkerTerms>(grant->history.award.terms);
    return OpenWorker{*grant, *claim, terms};
}

}  // namespace

Result<ClaimReceipt> enter_claims(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number, formats::GrantClaims claims)
{
    Work work{connection, task};
    auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    if (claims.workers.empty() && claims.costs.empty()) return bad_input(nothing_claimed);
    if (grants::standing_of(grant->history).settled) return refuse(settled_before, {{"grant", grant_number}});

    ClaimReceipt receipt{grant_number, {}};
    if (auto done = enter_workers(work, *grant, std::move(claims.workers), receipt); !done) return done.refusal();
    if (auto done = enter_costs(work, *grant, std::move(claims.costs), receipt); !done) return done.refusal();
    work.commit(grant_number);
    return receipt;
}

Result<ClaimOutcome> verify_claim(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number, ClaimId claim)
{
    Work work{connection, task};
    auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    const auto* head = find_head(grant->history, claim);
    if (head == nullptr) return refuse(claim_unknown, which(*grant, claim));
    if (auto allowed = grants::check_verification(*head, task.actor); !allowed) return allowed.refusal();
    return conclude(work, *grant, claim, ClaimEventKind::verified, task.today, "");
}

Result<ClaimOutcome> reject_claim(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number, ClaimId claim, const std::string& reason)
{
    Work work{connection, task};
    auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    if (find_head(grant->history, claim) == nullptr) return refuse(claim_unknown, which(*grant, claim));
    if (contains_bsn(reason)) return bad_input(note_with_bsn);
    const auto ordered =
        storage::open_amount(connection, grant->stored.fund, grant->stored.id, storage::OrderKind::grant);
    if (auto allowed = grants::check_rejection(grant->history, claim, ordered); !allowed) return allowed.refusal();
    return conclude(work, *grant, claim, ClaimEventKind::rejected, task.today, reason);
}

Result<ClaimOutcome> retain_worker(storage::Connection& connection, const storage::Task& task,
                                   const std::string& grant_number, ClaimId claim, Date seen_on)
{
    Work work{connection, task};
    auto worker = open_worker(work, grant_number, claim);
    if (!worker) return worker.refusal();
    const auto allowed = grants::check_kept(worker->claim, worker->terms, seen_on, task.today);
    if (!allowed) return allowed.refusal();
    return conclude(work, worker->grant, claim, ClaimEventKind::kept, seen_on, "");
}

Result<ClaimOutcome> worker_left(storage::Connection& connection, const storage::Task& task,
                                 const std::string& grant_number, ClaimId claim, Date left_on)
{
    Work work{connection, task};
    auto worker = open_worker(work, grant_number, claim);
    if (!worker) return worker.refusal();
    if (auto allowed = grants::check_left(worker->claim, left_on, task.today); !allowed) return allowed.refusal();
    return conclude(work, worker->grant, claim, ClaimEventKind::left, left_on, "");
}

}  // namespace vierkant::usecases
