#pragma once

#include "domain/grants/booking.h"
#include "storage/work.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// A grant as it was awarded.
struct StoredGrant {
    FundId fund;
    GrantId id;
    std::string number;             ///< "S-000007"
    std::string payment_reference;  ///< RF.., on what is reclaimed
    DossierId dossier;
    UndertakingId undertaking;
    std::string scheme;
    std::string sector;
    std::string municipality;
    grants::Award award;
};

/// Keeps an award under the next number, and gives it with its id, number and payment reference. The caller reserves
/// the money: grants::award_postings.
StoredGrant add_grant_award(Work& work, const StoredGrant& grant);

/// The grant with this number; nothing where there is none.
std::optional<StoredGrant> find_grant(Connection& connection, const std::string& number);
std::optional<StoredGrant> find_grant(Connection& connection, FundId fund, GrantId grant);
std::optional<StoredGrant> find_grant_by_reference(Connection& connection, const std::string& payment_reference);
std::optional<StoredGrant> find_grant_of_dossier(Connection& connection, FundId fund, DossierId dossier);

/// All of them, by number.
std::vector<StoredGrant> list_grants(Connection& connection);

/// Everything that happened to a grant, to be computed with.
grants::Grant history_of(Connection& connection, const StoredGrant& grant);

/// Keeps a claim under its own number, in the name of the work's actor.
void add_claim(Work& work, const StoredGrant& grant, const grants::WorkerClaim& claim);
void add_claim(Work& work, const StoredGrant& grant, const grants::CostClaim& claim);

/// What becomes of a claim: "verified", "rejected", "kept" or "left" (schema/0007_grants.sql).
enum class ClaimEventKind { verified, rejected, kept, left };
void add_claim_event(Work& work, const StoredGrant& grant, ClaimId claim, ClaimEventKind kind, Date day,
                     const std::string& note);

void add_grant_event(Work& work, const StoredGrant& grant, const grants::Event& event,
                     std::optional<BankLineId> bank_line, const std::string& note);

/// What a fund may pay in grants, by its ceiling, beyond what it paid already.
Money left_under_ceiling(Connection& connection, FundId fund);

/// Grants whose reclaims may still be repaid: what was reclaimed and has not come back.
struct OpenReclaim {
    StoredGrant grant;
    Money owed;
    Date due_on;  ///< of the last reclaim
};
std::vector<OpenReclaim> open_reclaims(Connection& connection, FundId fund);

/// Who receives the grant.
struct Recipient {
    std::string name;
    std::string iban;  ///< "" where none was registered
};
Recipient recipient_of(Connection& connection, const StoredGrant& grant);

}  // namespace vierkant::storage
