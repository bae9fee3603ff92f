#pragma once

#include "domain/grants/terms.h"
#include "storage/work.h"

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
std::optional<StoredGrant> find_grant_by_reference(Connection& connection, const std::string& payment_reference);
std::optional<StoredGrant> find_grant_of_dossier(Connection& connection, FundId fund, DossierId dossier);

/// All of them, by number.
std::vector<StoredGrant> list_grants(Connection& connection);

}  // namespace vierkant::storage
