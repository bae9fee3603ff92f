#pragma once

#include "base/result.h"
#include "domain/lending/event.h"
#include "domain/lending/state.h"
#include "domain/lending/terms.h"

#include <string>

/// What a loan is, in words.
namespace vierkant::usecases {

/// "lineair, 60 termijnen van een maand, de eerste op 15-02-2026; 4,25 % per jaar ..."
std::string in_words(const lending::LoanTerms& terms, Language language);

/// "lineair, 60 termijnen van een maand, eerste vervaldag 15-02-2026"
std::string repayment_in_words(const lending::LoanTerms& terms, Language language);

std::string in_words(lending::EventKind kind, Language language);

enum class LoanStatus { awarded, running, late, repaid, given_up, closed, lapsed };

/// `lapsed` where nothing was drawn in time; `late` where anything is overdue; `given_up` where the last of it was
/// remitted or written off.
LoanStatus status_of(const lending::State& state, Date today);
std::string in_words(LoanStatus status, Language language);

}  // namespace vierkant::usecases
