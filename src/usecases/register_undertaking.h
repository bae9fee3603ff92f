#pragma once

#include "base/result.h"
#include "storage/undertaking_store.h"

#include <optional>
#include <string>
#include <string_view>

namespace vierkant::usecases {

/// Registers an undertaking from its JSON (docs/reference/undertaking.schema.json). Refuses a KvK number, RSIN, VAT id
/// or IBAN that another undertaking has, and names that one. `source` names the file in a refusal.
Result<storage::StoredUndertaking> add_undertaking(storage::Connection& connection, const storage::Task& task,
                                                   std::string_view json, const std::string& source);

/// Keeps a next version of the undertaking with the KvK number in the JSON: a new address, new accounts. What was
/// registered before stays kept. `seen` is the version that the change was made from, where that is known: refused
/// where someone else made a later one meanwhile, so that nothing is overwritten unseen.
Result<storage::StoredUndertaking> change_undertaking(storage::Connection& connection, const storage::Task& task,
                                                      std::string_view json, const std::string& source,
                                                      std::optional<std::int64_t> seen = std::nullopt);

/// "KvK number is registered already: NAME" and its kin, for whoever registers undertakings.
Refusal refuse_taken(const storage::TakenNumber& taken, std::string where = {});

}  // namespace vierkant::usecases
