#pragma once

#include "domain/dossiers/proposal.h"
#include "usecases/assess_application.h"

namespace vierkant::usecases {

/// The terms of the loan that a proposal makes under its scheme's offer, awarded on `today`: what the scheme offers,
/// over the term that was asked, with what was agreed about drawing. Refuses what does not fit the offer. REQUIRES: the
/// scheme offers a loan; the proposal says when the first instalment falls due.
Result<lending::LoanTerms> award_terms(const Assessment& assessment, const dossiers::Proposal& proposal, Date today);

}  // namespace vierkant::usecases
