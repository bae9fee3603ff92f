#pragma once

#include "domain/dossiers/proposal.h"
#include "storage/work.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// What an officer puts before whoever decides.
struct ProposalInput {
    bool award = true;                                           ///< else to refuse
    std::optional<Money> amount = std::nullopt;                  ///< empty: as asked
    std::optional<Date> first_due = std::nullopt;                ///< of a loan; empty: see default_first_due()
    std::optional<schemes::DrawingPlan> drawing = std::nullopt;  ///< of a loan; empty: as asked
    std::vector<dossiers::Judgement> judgements = {};
    std::string note = {};  ///< the motivation; a refusal needs one
};

/// Puts a decision on a complete application up. An award is only proposed where the rules that can be decided are met
/// and the others were judged. Gives the proposal as it was kept.
Result<dossiers::Proposal> propose_decision(storage::Connection& connection, const storage::Task& task,
                                            const std::string& dossier_number, const ProposalInput& input);

/// At least one whole period after `today`, so that there is time to sign and to draw: on the offer's day of the month,
/// or else on the first of one.
Date default_first_due(Date today, const schemes::LoanOffer& offer);

}  // namespace vierkant::usecases
