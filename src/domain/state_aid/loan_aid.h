#pragma once

#include "domain/lending/terms.h"
#include "domain/state_aid/equivalent.h"
#include "domain/state_aid/reference_rate.h"

#include <optional>

namespace vierkant::state_aid {

/// The aid in a loan, found in both ways that the law offers.
struct LoanAid {
    std::optional<Money> by_reference_rate;  ///< empty: rating, collateral or base rate are not known
    std::optional<Money> by_safe_harbour;    ///< empty: not open to this loan

    /// What uses up room: from the reference rate where that can be found, else by the safe harbour.
    [[nodiscard]] std::optional<Money> equivalent() const
    {
        return by_reference_rate ? by_reference_rate : by_safe_harbour;
    }
};

/// Months from one due date to the next. REQUIRES: terms in months or years.
int months_per_instalment(const lending::LoanTerms& terms);

/// The stretches of a loan drawn whole on the day of the award and paid as planned. The first instalment is due whole
/// months after the award. REQUIRES: terms in months or years at one rate; check(terms).
std::vector<BenefitPeriod> benefit_periods(const lending::LoanTerms& terms, Money principal, Date awarded_on);

/// equivalent() over those stretches: reference rate of the day of the award, discounted at base rate + 100 basis
/// points.
Money loan_equivalent(const lending::LoanTerms& terms, Money principal, Date awarded_on, const ReferenceRate& rate);

}  // namespace vierkant::state_aid
