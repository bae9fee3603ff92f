#pragma once

#include "base/result.h"
#include "storage/bank_store.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

/// Every line with what it was matched with; of one fund, where it is named.
Result<std::vector<storage::ListedLine>> list_bank_lines(storage::Connection& connection, const std::string& fund);
/// Those of a list, as a filter wants them.
Result<std::vector<storage::ListedLine>> list_bank_lines(storage::Connection& connection,
                                                         const storage::LineFilter& filter);

/// Something an unmatched line may be, and the words that say so to `bank match`.
struct Candidate {
    std::string name;     ///< "L-000042"
    std::string command;  ///< "vierkant bank match B-000012 --loan L-000042"
};
struct UnmatchedLine {
    storage::ListedLine listed;
    const Text* reason = nullptr;  ///< null where the officer's own words say it
    std::vector<Candidate> candidates;
};
/// The lines that an officer has to match, each with what it may be as things stand now. Lines of which nothing is
/// known but the account get the loans of that account.
Result<std::vector<UnmatchedLine>> list_unmatched(storage::Connection& connection, const std::string& fund);

/// A funder's contributions are recognised by this reference.
struct FunderReference {
    std::string fund;
    std::string iban;
    std::string funder;
    std::string reference;
};
std::vector<FunderReference> list_funder_references(storage::Connection& connection);

}  // namespace vierkant::usecases
