#pragma once

#include "base/date.h"
#include "base/rate.h"

#include <optional>
#include <vector>

namespace vierkant::state_aid {

/// Creditworthiness of the borrower (Communication 2008/C 14/02).
enum class Rating { strong, good, satisfactory, weak, bad, none };  ///< none: a start-up without credit history

/// Collateral by the loss when the borrower defaults: high up to 30 %, low from 60 %, normal between.
enum class Collateral { high, normal, low };

/// The class when that share of the loan is covered. (We take the loss as what is not covered.)
Collateral collateral_class(Rate covered);

/// The Commission's base rate for the euro area from a day on.
struct BaseRate {
    Date from;
    Rate rate;               ///< signed: it was below zero from 2016 to 2022
    bool gap_after = false;  ///< the file misses changes between this row and the next
};
using BaseRates = std::vector<BaseRate>;

/// The last one that began on or before `day`. Empty before the first.
std::optional<BaseRate> base_rate_on(const BaseRates& rates, Date day);

struct LoanMargin {
    Rating rating = Rating::bad;
    Collateral collateral = Collateral::low;
    Rate margin;
};
using LoanMargins = std::vector<LoanMargin>;

/// Of the table; without credit history that of a weak borrower, and at least 400 basis points. Empty: no such row.
std::optional<Rate> margin_of(const LoanMargins& margins, Rating rating, Collateral collateral);

/// What a market loan would cost on the day of the award; it stays fixed for the loan.
struct ReferenceRate {
    BaseRate base;
    Rate margin;
    [[nodiscard]] Rate reference() const { return base.rate + margin; }
    [[nodiscard]] Rate discount() const { return base.rate + basis_points(100); }
};

}  // namespace vierkant::state_aid
