#pragma once

#include "storage/work.h"

#include <string>

namespace vierkant::usecases {

enum class DecisionKind {
    award,
    refuse,
    send_back,  ///< the proposal goes back to whoever assesses
};

struct Decision {
    DecisionKind kind = DecisionKind::award;
    std::string reason = {};  ///< needed to send a proposal back
};

/// What a decision made.
struct DecisionReceipt {
    std::string dossier;
    Money amount;                   ///< awarded; zero otherwise
    std::string award;              ///< number of the loan (L-...) or grant (S-...); empty where nothing is awarded
    std::string payment_reference;  ///< of the loan, or of what may be reclaimed of a grant
    Money available;                ///< left in the fund after it
};

/// Decides on a proposal (beschikking). An award checks the rules once more on the day of the decision, reserves the
/// money in the fund and opens the loan or grant, registers the state aid and the jobs promised: all in one
/// transaction. Writers take turns, so of two awards that race for the last money the second is refused.
Result<DecisionReceipt> decide_application(storage::Connection& connection, const storage::Task& task,
                                           const std::string& dossier_number, const Decision& decision);

}  // namespace vierkant::usecases
