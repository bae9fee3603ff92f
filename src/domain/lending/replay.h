#pragma once

#include "domain/lending/event.h"
#include "domain/lending/state.h"

#include <span>
#include <vector>

namespace vierkant::lending {

/// How one payment (or remission, write-off) settled what was owed: one row per due item it touched. The rows of an
/// event add up to its amount.
struct Settlement {
    enum class How {
        paid,
        given_up,     ///< remitted, written off or waived: settled, and not received
        withheld,     ///< taken off what was paid out
        rescheduled,  ///< taken into a new plan: no longer due as it was
    };
    Date day;
    EventId by;
    Date due;  ///< of the item settled; `day` itself for principal paid ahead and for what was overpaid
    Money principal;
    Money interest;
    Money costs;
    Money prepaid;   ///< principal that was not yet due
    Money overpaid;  ///< beyond everything owed
    How how = How::paid;
    Money default_interest = {};
    /// Of what was due.
    [[nodiscard]] Money settled() const { return principal + interest + default_interest + costs; }
};

/// What fell due, as it fell due.
struct Fallen {
    Date due;
    int number;
    Money principal;
    Money interest;
    Money costs;
    bool moved = false;  ///< it was due before: only its day is another
    Money default_interest = {};
    [[nodiscard]] Money total() const { return principal + interest + default_interest + costs; }
};

/// Filled while replaying, where somebody asks for it.
struct Trace {
    std::vector<Fallen> fallen;
    std::vector<Settlement> settlements;
};

/// Where a loan begins: empty, or as it stood when it was taken over.
State beginning(const LoanTerms& terms, Trace* trace = nullptr);

/// The loan at the end of `as_of`, from its terms and all its events. Events after that day are left out.
State replay(const LoanTerms& terms, std::span<const Event> events, Date as_of, Trace* trace = nullptr);

/// Takes a state up again: replay(E) = advance(replay(D), events dated after D and up to E, E).
/// REQUIRES: `later` are events in effect (in_effect()), none dated before state.reached unless on that same day and
/// after those already taken; where that is not so, replay from the beginning.
State advance(const LoanTerms& terms, State state, std::span<const Event> later, Date until, Trace* trace = nullptr);

/// The flows including the interest of the running period, rounded as it would be booked at the end of that day.
Totals totals(const LoanTerms& terms, const State& state);

/// All that is owed on the day reached: due, put off or not yet due, and interest up to that day.
Money claim(const LoanTerms& terms, const State& state);

/// What would close the loan on the day reached: the claim, and the fee for paying early.
Money pay_off(const LoanTerms& terms, const State& state);

/// Interest due, put off and running on the day reached, and what was charged for paying late.
Money interest_owed(const LoanTerms& terms, const State& state);

/// What is overdue: open items whose due date lies before `today`, oldest first.
std::vector<DueItem> overdue(const State& state, Date today);

/// Days since the oldest overdue item fell due; 0 where nothing is overdue.
int days_past_due(const State& state, Date today);

}  // namespace vierkant::lending
