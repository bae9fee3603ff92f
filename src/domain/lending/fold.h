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
    Fold(const LoanTerms& agreed, State state, Trace* trace);

    /// Lets days pass; whatever falls due up to and including `day` does, and agreed rates take effect.
    void pass_to(Date day);
    /// Takes one event; pass_to its value date comes first by itself.
    void take(const Event& event);

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const LoanTerms& terms() const { return *terms_; }
    /// The day on which the next instalment is to be paid.
    [[nodiscard]] Date next_due() const { return next_due_; }

    /// Settles what is open and then principal ahead, as a payment does.
    void pay(Date day, EventId by, Money amount, Excess excess);

    [[nodiscard]] Money running_interest() const;  ///< of the running period, rounded
    [[nodiscard]] Money running_costs() const;     ///< the commitment fee of the running period, rounded
    [[nodiscard]] Money prepayment_fee(Money principal) const;

private:
    // The passing of days (fold.cpp).
    void follow(const LoanTerms& terms);
    void look_ahead();
    void set_rate(Rate rate);
    [[nodiscard]] Date next_fall() const { return std::min(next_due_, next_end_); }
    [[nodiscard]] bool counts_days() const;
    [[nodiscard]] YearFraction weight(Date from, Date to) const;
    [[nodiscard]] Money bearing(Date from, Date& to) const;
    void accrue(Date from, Date to);
    void accrue_commitment_fee(Date from, Date to);
    void accrue_to(Date day);
    void fall_due();
    void lapse(Date day);
    [[nodiscard]] Money interest_of(Exact accrued, Date until) const;
    [[nodiscard]] Money planned_principal(Money planned_interest);
    [[nodiscard]] const Step* step_of(int number) const;
    [[nodiscard]] int paying_instalments_left() const;
    [[nodiscard]] Exact planned_interest_now() const;
    void set_level();
    [[nodiscard]] Growth growth_of_period(int number) const;

    // Events (fold_events.cpp).
    struct Settled {
        Money principal;
        Money interest;
        Money costs;
        Money default_interest;
        Money rest;
    };
    struct Running {
        Money interest;
        Money costs;
        Money default_interest = {};
        [[nodiscard]] Money total() const { return interest + costs + default_interest; }
    };
    Settled settle_open(Date day, EventId by, Money amount, Settlement::How how);
    void settle_ahead(Date day, EventId by, Money amount, Excess excess);
    Running end_period_early(Date day);
    void owe(Date day, Running running);
    void charge(Date day, Money costs);
    void charge_default_interest(Date day, Money interest);
    void lower_principal(Money amount, Excess excess);
    void give_up(const Event& event);
    void waive_interest(const Event& event);
    void draw(const Event& event);
    void charge_handling(const Event& event, bool first);
    void call_in(const Event& event);
    void reschedule(const Event& event);
    void settle_arrears(const Event& event, Arrears arrears, Date last_due);
    void begin_holiday(const Event& event);
    void note(const Settlement& settlement);

    const LoanTerms* terms_;  // those agreed, or state_.own
    State state_;
    Trace* trace_;
    Date next_due_;   // of state_.next_number, as next_end_: asked for so often that they are kept
    Date next_end_;   // where its interest period ends
    Date next_rate_;  // when the next agreed rate takes effect; the end of time where there is none
    bool even_;       // no holidays and no free months: every instalment after grace is like the others
};

}  // namespace vierkant::lending
