#pragma once

#include "domain/lending/level_payment.h"
#include "domain/lending/replay.h"

namespace vierkant::lending {

/// The one place where a loan moves: from a state to a later one, by the passing of days and by events. replay() and
/// the schedule are both made of it.
///
/// Two tracks run beside each other. The plan track is what was agreed, as if everything due were paid in time; it
/// says how much principal falls due. The actual track is what happened; interest runs over what is really owed,
/// overdue principal included.
class Fold {
public:
    Fold(const LoanTerms& terms, State state, Trace* trace)
        : terms_{terms}, state_{std::move(state)}, trace_{trace}, next_due_{due_date(terms, state_.next_number)}
    {
    }

    /// Lets days pass; whatever falls due up to and including `day` does.
    void pass_to(Date day);
    /// Takes one event; pass_to its value date comes first by itself.
    void take(const Event& event);

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] Date next_due() const { return next_due_; }

    /// Settles what is open and then principal ahead, as a payment does.
    void pay(Date day, EventId by, Money amount, Excess excess);

    [[nodiscard]] Money running_interest() const;  ///< of the running period, rounded

private:
    void accrue_to(Date day);
    void fall_due();
    [[nodiscard]] Money interest_of(Exact accrued, Date until) const;
    [[nodiscard]] Money planned_principal(Money planned_interest);
    void set_level();
    [[nodiscard]] Growth growth_of_period(int number) const;
    struct Settled {
        Money principal;
        Money interest;
        Money costs;
        Money rest;
    };
    Settled settle_open(Date day, EventId by, Money amount, Settlement::How how);
    void settle_ahead(Date day, EventId by, Money amount, Excess excess);
    Money end_period_early(Date day);
    void lower_principal(Money amount, Excess excess);
    void give_up(const Event& event);
    void draw(const Event& event);
    void call_in(const Event& event);
    void note(const Settlement& settlement);

    const LoanTerms& terms_;
    State state_;
    Trace* trace_;
    Date next_due_;  // of state_.next_number: asked for so often that it is kept
};

}  // namespace vierkant::lending
