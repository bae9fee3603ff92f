#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/schemes/assessment.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::dossiers {

/// What an officer judged where a rule cannot decide by itself, and why.
struct Judgement {
    std::string rule;  ///< name of the finding
    std::string motivation;
};

/// What is put before whoever decides.
struct Proposal {
    Money amount;
    std::optional<Date> first_due;  ///< of a loan: its first instalment
    std::vector<Judgement> judgements;
    schemes::DrawingPlan drawing = {};  ///< of a loan: what is agreed about drawing it, within the scheme's offer
};

/// May this be awarded? Everything that rules can decide must be met; what they cannot must have been judged, with a
/// motivation, by a person; and nobody is awarded more than was asked.
Result<Done> check_proposal(const Proposal& proposal, Money asked, const schemes::Verdict& verdict);

/// The verdict on an award of less than was asked: whether the plan holds is judged as it was asked for; what depends
/// on the money awarded, as it is awarded.
schemes::Verdict verdict_on_award(const schemes::Verdict& as_asked, const schemes::Verdict& as_awarded);

}  // namespace vierkant::dossiers
