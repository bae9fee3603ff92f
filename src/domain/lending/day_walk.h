#pragma once

#include "domain/lending/replay.h"

#include <vector>

namespace vierkant::lending {

/// A loan looked at on one day after another, forwards. It rests at the last event it took, so that each day is
/// reckoned from there as replay() would, not from the day looked at before.
class DayWalk {
public:
    /// From the beginning, where that was on a day of take-over: known from then on. `events` as they became known;
    /// those undone leave no trace.
    DayWalk(const LoanTerms& terms, std::span<const Event> events);
    /// From a checkpoint after which nothing happened. REQUIRES: each day asked for is on or after its day.
    DayWalk(const LoanTerms& terms, State checkpoint);

    /// The loan at the end of `day`. REQUIRES: no day before one asked for earlier.
    /// `trace` gets what fell due since the last event.
    State at(Date day, Trace* trace = nullptr);
    /// All interest that accrued up to the end of `day`, rounded as it would be booked then; none before the loan was
    /// taken over.
    Money interest_accrued_until(Date day);

private:
    const LoanTerms& terms_;
    State rest_;
    std::vector<Event> later_;  // in effect, by value date
    std::size_t taken_ = 0;
};

/// The interest of a state that is looked at on a day: none before the loan was taken over.
Money interest_accrued_on(const LoanTerms& terms, Date day, const Totals& flows);

}  // namespace vierkant::lending
