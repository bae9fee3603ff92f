#pragma once

#include "domain/dossiers/proposal.h"
#include "storage/dossier_store.h"
#include "usecases/assess_application.h"

#include <string>

namespace vierkant::usecases {

struct WrittenAward {
    std::string number;             ///< "L-000042" or "S-000007"
    std::string payment_reference;  ///< RF..
};

/// Everything that an award brings about besides the decision itself: the loan or grant with the terms it was awarded
/// under, its money reserved, its aid in the register, its jobs as a commitment.
WrittenAward write_award(storage::Work& work, const storage::StoredDossier& dossier, const dossiers::Proposal& proposal,
                         const Assessment& assessment);

}  // namespace vierkant::usecases
