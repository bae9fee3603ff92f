#pragma once

#include "domain/lending/state.h"
#include "reporting/report.h"

namespace vierkant::usecases {

/// What was agreed about a loan, a subject a row, in the words of whoever asks. `state` tells which terms are in force
/// and which milestones were reached.
reporting::Table terms_table(const lending::LoanTerms& agreed, const lending::State& state, Language language);

}  // namespace vierkant::usecases
