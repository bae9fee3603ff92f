#pragma once

#include "base/money.h"
#include "base/rate.h"

#include <optional>
#include <vector>

namespace vierkant::state_aid {

/// What the safe harbour for loans asks (Regulation (EU) 2023/2831, art. 4(3)).
struct SafeHarbourLoan {
    Money principal;
    int months = 0;
    Rate collateral;         ///< share of the principal that is covered
    bool insolvent = false;  ///< or meeting the criteria for it
};

/// The largest principals, from the limits in force on the day of the award.
struct SafeHarbourLimits {
    Money within_five_years;
    Money within_ten_years;
};

/// Gross grant equivalent by the safe harbour: 0.04 x principal x years, to the cent, half up; proportional in amount
/// and time. Empty where the loan does not qualify: then calculate it from the reference rate.
std::optional<Money> safe_harbour(const SafeHarbourLoan& loan, const SafeHarbourLimits& limits);

/// A stretch of a loan's life with one balance.
struct BenefitPeriod {
    Money balance;
    int months = 0;             ///< its length
    int months_from_award = 0;  ///< from the award to its end
    Rate loan_rate;             ///< zero in an interest-free time
};

/// Gross grant equivalent of a soft loan: the interest saved per period against the reference rate, discounted from
/// the end of the period to the award at (1 + discount)^(-months/12) (Communication 2008/C 14/02). A period at or above
/// the reference rate saves nothing. Kept exact to 40 decimals; rounded once, half up to the cent.
/// REQUIRES: discount above -50 %, months not negative.
Money equivalent(const std::vector<BenefitPeriod>& periods, Rate reference, Rate discount);

}  // namespace vierkant::state_aid
