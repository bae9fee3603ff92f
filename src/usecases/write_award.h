#pragma once

#include "domain/lending/terms.h"
#include "storage/dossier_store.h"
#include "usecases/assess_application.h"

#include <optional>
#include <string>

namespace vierkant::usecases {

struct WrittenAward {
    std::string number;             ///< "L-000042" or "S-000007"
    std::string payment_reference;  ///< RF..
};

/// Everything that an award brings about besides the decision itself: the loan or grant with the terms it was awarded
/// under, its money reserved, its aid in the register, its jobs as a commitment.
/// `terms` are those of a loan; empty for a grant.
WrittenAward write_award(storage::Work& work, const storage::StoredDossier& dossier, Money amount,
                         const Assessment& assessment, const std::optional<lending::LoanTerms>& terms);

}  // namespace vierkant::usecases
