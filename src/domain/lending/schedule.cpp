#include "domain/lending/schedule.h"

#include "domain/lending/fold.h"

#include <algorithm>
#include <optional>

namespace vierkant::lending {

namespace {

/// Walks a fold from due date to due date, pays what falls due, and writes the rows.
class Projection {
public:
    Projection(const LoanTerms& terms, State state, Date since) : fold_{terms, std::move(state), nullptr}, since_{since}
    {
        schedule_.rows.reserve(static_cast<std::size_t>(terms.instalments) + 1);
    }

    /// Instalments that fall due before `day` are paid on their dates.
    void pay_until(Date day)
    {
        while (is_running() && fold_.next_due() < day) pay_instalment(std::nullopt);
    }

    void take(const Event& event)
    {
        pay_until(event.value_date);
        const bool on_due_date = is_running() && fold_.next_due() == event.value_date;
        if (event.kind == EventKind::payment) {
            if (on_due_date) {
                pay_instalment(event);
            } else {
                pay_ahead(event.value_date, event.amount, event.excess);
            }
            return;
        }
        if (on_due_date) pay_instalment(std::nullopt);
        fold_.take(event);
    }

    Schedule finish()
    {
        while (is_running() && !fold_.state().principal.is_zero()) pay_instalment(std::nullopt);
        if (is_running() && (!fold_.running_interest().is_zero() || !fold_.state().open.empty()))
            pay_instalment(std::nullopt);
        return std::move(schedule_);
    }

private:
    [[nodiscard]] bool is_running() const { return fold_.state().drawn; }

    /// The next instalment falls due and is paid: by the payment given, or exactly.
    void pay_instalment(std::optional<Event> payment)
    {
        const auto due = fold_.next_due();
        const int number = fold_.state().next_number;
        fold_.pass_to(due);
        const auto owed = fold_.state().open_total();
        const auto paid = payment ? std::min(payment->amount, owed) : owed;
        const auto before = fold_.state().settled;
        fold_.pay(due, EventId{}, paid, Excess::shorten);  // no more than is due: there is no excess
        const auto& after = fold_.state().settled;
        const bool nothing = owed.is_zero() && fold_.state().principal.is_zero();
        if (!nothing) {
            add({ScheduleRow::Kind::instalment, number, due, due - since_,
                 after.principal_repaid - before.principal_repaid, after.interest_received - before.interest_received,
                 fold_.state().principal});
            since_ = due;
        }
        if (payment && payment->amount > paid) pay_ahead(due, payment->amount - paid, payment->excess);
    }

    void pay_ahead(Date day, Money amount, Excess excess)
    {
        fold_.pass_to(day);
        if (fold_.state().not_yet_due().is_zero()) return;
        const auto before = fold_.state().settled;
        // Beyond the principal there is nothing to pay ahead; interest falls due with the next instalment.
        fold_.take({EventId{}, day, EventKind::prepayment, std::min(amount, fold_.state().not_yet_due()), {}, excess});
        const auto& after = fold_.state().settled;
        add({ScheduleRow::Kind::prepayment, 0, day, day - since_, after.principal_repaid - before.principal_repaid,
             after.interest_received - before.interest_received, fold_.state().principal});
        since_ = day;
    }

    void add(const ScheduleRow& row)
    {
        schedule_.rows.push_back(row);
        schedule_.principal += row.principal;
        schedule_.interest += row.interest;
    }

    Fold fold_;
    Date since_;
    Schedule schedule_;
};

}  // namespace

Schedule make_schedule(const LoanTerms& terms, std::span<const Event> events)
{
    auto all = agreed_rates(terms, State{}.reached);
    all.insert(all.end(), events.begin(), events.end());
    const auto ordered = in_effect(all);
    const auto first = std::find_if(ordered.begin(), ordered.end(),
                                    [](const Event& event) { return event.kind == EventKind::disbursement; });
    Projection projection{terms, State{}, first == ordered.end() ? terms.first_due : first->value_date};
    for (const auto& event : ordered) projection.take(event);
    return projection.finish();
}

Schedule plan_ahead(const LoanTerms& terms, const State& state)
{
    Projection projection{terms, state, std::max(state.reached, state.period_start)};
    for (const auto& change : agreed_rates(terms, state.reached)) projection.take(change);
    return projection.finish();
}

}  // namespace vierkant::lending
