#pragma once

#include "base/exact.h"
#include "base/result.h"
#include "domain/lending/replay.h"

#include <optional>
#include <span>
#include <vector>

namespace vierkant::arrears {

using lending::DatedRate;

/// Which interest a debtor who pays late owes: a term of the contract, because it is disputed whether a loan is a
/// commercial agreement in the sense of art. 6:119a BW.
enum class LateRate {
    none,            ///< the contract's own interest runs on, and nothing comes on top
    contractual,     ///< the percentage agreed for being late
    non_commercial,  ///< statutory, art. 6:119 BW; the only one for a claim under public law (Awb 4:98)
    commercial,      ///< statutory, art. 6:119a BW
};

/// The two statutory rates by the day from which they hold (data/reference/statutory_interest.csv), in order of date.
struct StatutoryRates {
    std::vector<DatedRate> non_commercial;
    std::vector<DatedRate> commercial;
};

/// The rates of a kind; `agreed` is the one of LateRate::contractual. Empty for LateRate::none.
std::vector<DatedRate> rates_of(LateRate kind, Rate agreed, const StatutoryRates& table);

/// A sum that is late: from this day on it is so much.
struct LateSum {
    Date from;
    Money amount;
};

/// Interest over one stretch of days in which nothing changed; `until` is not in it.
struct InterestPart {
    Date from;
    Date until;
    Money sum;  ///< with the interest of the years before
    Rate annual;
    Exact interest;
};
struct LateInterest {
    std::vector<InterestPart> parts;
    Money total;
};

/// Interest over a late sum from the first day it is late up to and not including `until`: simple within a year, actual
/// days over 365; after each year the interest of that year is rounded and added to the sum (art. 6:119(2) BW).
/// REQUIRES: sums and rates in order of date. Refuses a first day before the first rate.
Result<LateInterest> late_interest(std::span<const LateSum> sums, std::span<const DatedRate> rates, Date until);

/// Default interest over what of a loan is overdue on `as_of`, from the day after each due date on, over what of it was
/// open each day. Over interest that fell due it is the whole rate. Over principal the contract's own interest runs on
/// (docs/rules/lending.md), so only the part of the rate above it is owed; where the contract is higher, nothing (art.
/// 6:119(3) BW). Costs bear none. What was charged before counts no more: then only the days from `charged_until` on.
/// `state` and `trace` are what the events gave on that day (lending::replay).
Result<Money> default_interest(const lending::LoanTerms& terms, std::span<const lending::Event> events,
                               const lending::State& state, const lending::Trace& trace,
                               std::span<const DatedRate> rates, Date as_of,
                               std::optional<Date> charged_until = std::nullopt);

}  // namespace vierkant::arrears
