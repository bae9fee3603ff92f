#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"
#include "domain/lending/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::schemes {

/// A rate that follows the EU base rate (Communication 2008/C 14/02).
struct OfferedBaseRate {
    Rate margin;
    Rate floor;
    int every_months = 12;  ///< between two resets
};
/// A part of every loan that may be drawn some months after the award, or once a milestone was reached.
struct OfferedTranche {
    Rate share;  ///< of the loan; together they are the whole of it
    int after_months = 0;
    std::string milestone;  ///< "" for a tranche on a date
};

/// The loan that a scheme offers.
struct LoanOffer {
    lending::LoanTerms terms;  ///< without what only an award has: dates, rates, amounts. In months or years.
    Rate annual;               ///< the rate where it does not follow the base rate
    std::optional<OfferedBaseRate> base_rate;
    std::vector<OfferedTranche> tranches;  ///< empty: drawn as the borrower asks, or as an award agrees
    std::optional<int> drawing_months;     ///< after the award; what is not drawn then returns to the fund
};

/// How a loan is to be drawn (opnameschema): asked by an applicant, or agreed in an award. It narrows what the offer
/// leaves open, and never widens it.
struct DrawingPlan {
    std::vector<lending::Tranche> tranches;
    std::optional<Date> first;
    std::optional<Date> last;
    friend bool operator==(const DrawingPlan&, const DrawingPlan&) = default;
};

/// What an award adds to an offer.
struct LoanAward {
    Money amount;
    Date awarded_on;
    Date first_due;
    std::optional<Rate> base_rate;  ///< of the day of the award
    DrawingPlan drawing;
};

/// The offer over a shorter term; the whole offer where none is asked. Empty where the term is longer than the offer,
/// is no whole number of its instalments, or ends within the grace period.
std::optional<LoanOffer> for_term(const LoanOffer& offer, std::optional<std::int64_t> months);

int months_per_instalment(const LoanOffer& offer);

/// The rate of a loan awarded while the base rate is so much. Empty where the offer follows it and it is not known.
std::optional<Rate> rate_of(const LoanOffer& offer, std::optional<Rate> base_rate);

/// The terms of a loan under the offer. The rate holds from one period before the first due date, and where it follows
/// the base rate it is set anew every so many months after that day.
/// REQUIRES: rate_of() gives a rate; check_drawing_plan().
lending::LoanTerms terms_of(const LoanOffer& offer, const LoanAward& award);

/// Refuses a drawing plan that the offer has no room for.
Result<Done> check_drawing_plan(const LoanOffer& offer, const LoanAward& award);

}  // namespace vierkant::schemes
