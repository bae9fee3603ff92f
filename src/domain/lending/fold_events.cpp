#include "domain/lending/fold.h"

#include "base/result.h"

#include <algorithm>
#include <utility>

namespace vierkant::lending {

namespace {

/// Takes as much of `from` as there is of `amount`; gives what was taken.
Money take_from(Money& from, Money& amount)
{
    if (from.is_zero()) return {};
    const auto taken = std::min(from, amount);
    from -= taken;
    amount -= taken;
    return taken;
}

Money DueItem::*field_of(Part part)
{
    switch (part) {
        case Part::costs:
            return &DueItem::costs;
        case Part::interest:
            return &DueItem::interest;
        case Part::principal:
            return &DueItem::principal;
    }
    return &DueItem::principal;
}

/// Lets `rest` settle items in the order agreed: first what is due on `day`, then what waits for its day of payment.
/// Gives what was settled, as an item.
DueItem allocate(const Allocation& allocation, std::vector<DueItem>& items, Date day, Money& rest)
{
    DueItem settled{day, 0, {}, {}, {}};
    const auto settle = [&](DueItem& item, Part part) {
        settled.*field_of(part) += take_from(item.*field_of(part), rest);
        // What was charged for paying late is interest too.
        if (part == Part::interest) settled.default_interest += take_from(item.default_interest, rest);
    };
    const bool some_wait = std::any_of(items.begin(), items.end(), [&](const DueItem& item) { return item.due > day; });
    for (const bool waits : {false, true}) {
        if (waits && !some_wait) break;
        const auto counts = [&](const DueItem& item) { return (item.due > day) == waits; };
        if (allocation.by == Allocation::By::item) {
            for (auto& item : items) {
                if (rest.is_zero()) return settled;
                if (!counts(item)) continue;
                for (const auto part : allocation.order) settle(item, part);
            }
            continue;
        }
        for (const auto part : allocation.order) {
            for (auto& item : items) {
                if (rest.is_zero()) return settled;
                if (counts(item)) settle(item, part);
            }
        }
    }
    return settled;
}

}  // namespace

void Fold::note(const Settlement& settlement)
{
    if (trace_ != nullptr) trace_->settlements.push_back(settlement);
}

Fold::Settled Fold::settle_open(Date day, EventId by, Money amount, Settlement::How how)
{
    if (state_.open.empty()) return {{}, {}, {}, {}, amount};
    const auto before = trace_ == nullptr ? std::vector<DueItem>{} : state_.open;
    const auto settled = allocate(terms_->allocation, state_.open, day, amount);
    state_.principal -= settled.principal;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& was = before[i];
        const auto& is = state_.open[i];
        if (was == is) continue;
        note({day,
              by,
              was.due,
              was.principal - is.principal,
              was.interest - is.interest,
              was.costs - is.costs,
              {},
              {},
              how,
              was.default_interest - is.default_interest});
    }
    std::erase_if(state_.open, [](const DueItem& item) { return item.is_empty(); });
    return {settled.principal, settled.interest, settled.costs, settled.default_interest, amount};
}

/// Principal not yet due goes down; the plan follows as the excess asks.
void Fold::lower_principal(Money amount, Excess excess)
{
    state_.principal -= amount;
    const auto left = state_.not_yet_due();
    if (excess != Excess::advance) state_.planned = std::max(Money{}, state_.planned - amount);
    if (left.is_zero()) state_.planned = {};
    if (excess == Excess::lower) state_.has_level = false;
}

/// The interest of the running period stops and is owed on `day`, with all that was put off; gives it. It is not put
/// among the open items.
Fold::Running Fold::end_period_early(Date day)
{
    const auto interest = running_interest();
    const auto fee = running_costs();
    state_.settled.interest_accrued += interest;
    state_.settled.costs_charged += fee;
    state_.accrued = {};
    state_.planned_accrued = {};
    state_.commitment_fee = {};
    const Running owed{
        interest + std::exchange(state_.deferred, Money{}) + std::exchange(state_.spread_interest, Money{}),
        fee + std::exchange(state_.spread_costs, Money{}), std::exchange(state_.spread_default_interest, Money{})};
    if (trace_ != nullptr && !owed.total().is_zero()) {
        trace_->fallen.push_back({day, 0, {}, owed.interest, owed.costs, false, owed.default_interest});
    }
    return owed;
}

void Fold::owe(Date day, Running running)
{
    if (running.total().is_zero()) return;
    state_.open.push_back({day, 0, {}, running.interest, running.costs, running.default_interest});
}

/// Costs that fall due on that day.
void Fold::charge(Date day, Money costs)
{
    if (costs.is_zero()) return;
    state_.settled.costs_charged += costs;
    if (trace_ != nullptr) trace_->fallen.push_back({day, 0, {}, {}, costs});
}

/// For paying late: due that day, apart from the contract's own interest.
void Fold::charge_default_interest(Date day, Money interest)
{
    state_.settled.default_interest_charged += interest;
    if (trace_ != nullptr) trace_->fallen.push_back({day, 0, {}, {}, {}, false, interest});
    owe(day, {{}, {}, interest});
}

/// Money beyond what is due. Where it is enough to close the loan, or reaches into the interest of the running period,
/// that interest falls due today; what is left after everything was overpaid.
void Fold::settle_ahead(Date day, EventId by, Money amount, Excess excess)
{
    if (amount.is_zero()) return;
    if (excess == Excess::agreed) excess = terms_->excess;
    Settlement row{day, by, day, {}, {}, {}, {}, {}};
    const auto ahead = state_.not_yet_due();
    const auto put_off =
        state_.deferred + state_.spread_interest + state_.spread_costs + state_.spread_default_interest;
    if (amount > ahead || (amount == ahead && (running_interest() + running_costs() + put_off).is_zero())) {
        auto owed = end_period_early(day);
        row.costs = take_from(owed.costs, amount);
        row.interest = take_from(owed.interest, amount);
        row.default_interest = take_from(owed.default_interest, amount);
        verify(owed.total().is_zero() || amount.is_zero(), "interest is paid before what is overpaid");
        owe(day, owed);
    }
    row.prepaid = std::min(amount, ahead);
    amount -= row.prepaid;
    if (row.prepaid.is_positive()) {
        auto fee = prepayment_fee(row.prepaid);
        charge(day, fee);
        row.costs += take_from(fee, amount);
        owe(day, {{}, fee});
        lower_principal(row.prepaid, excess);
    }
    row.overpaid = amount;
    note(row);
    state_.settled.costs_received += row.costs;
    state_.settled.interest_received += row.interest;
    state_.settled.default_interest_received += row.default_interest;
    state_.settled.principal_repaid += row.prepaid;
    state_.settled.overpaid += row.overpaid;
}

void Fold::pay(Date day, EventId by, Money amount, Excess excess)
{
    const auto settled = settle_open(day, by, amount, Settlement::How::paid);
    state_.settled.principal_repaid += settled.principal;
    state_.settled.interest_received += settled.interest;
    state_.settled.default_interest_received += settled.default_interest;
    state_.settled.costs_received += settled.costs;
    settle_ahead(day, by, settled.rest, excess);
}

/// Remission and write-off: what is open in the order agreed, then principal not yet due; the plan is set anew. Where
/// the amount reaches beyond those, the interest of the running period is owed today and given up with them.
void Fold::give_up(const Event& event)
{
    if (event.amount > state_.open_total() + state_.not_yet_due()) {
        owe(event.value_date, end_period_early(event.value_date));
    }
    auto settled = settle_open(event.value_date, event.id, event.amount, Settlement::How::given_up);
    const auto ahead = std::min(settled.rest, state_.not_yet_due());
    if (ahead.is_positive()) {
        lower_principal(ahead, Excess::lower);
        note({event.value_date, event.id, event.value_date, {}, {}, {}, ahead, {}, Settlement::How::given_up});
        settled.principal += ahead;
    }
    auto& flows = state_.settled;
    const bool remitted = event.kind == EventKind::remission;
    (remitted ? flows.principal_remitted : flows.principal_written_off) += settled.principal;
    (remitted ? flows.interest_remitted : flows.interest_written_off) += settled.interest;
    (remitted ? flows.costs_remitted : flows.costs_written_off) += settled.costs;
    (remitted ? flows.default_interest_remitted : flows.default_interest_written_off) += settled.default_interest;
}

/// Interest due, the oldest first; then that of the running period with what was put off, which falls due today.
void Fold::waive_interest(const Event& event)
{
    const auto day = event.value_date;
    auto rest = event.amount;
    const auto waive = [&] {
        for (auto& item : state_.open) {
            const auto waived = take_from(item.interest, rest);
            const auto late = take_from(item.default_interest, rest);
            if ((waived + late).is_positive()) {
                note({day, event.id, item.due, {}, waived, {}, {}, {}, Settlement::How::given_up, late});
                state_.settled.interest_remitted += waived;
                state_.settled.default_interest_remitted += late;
            }
        }
        std::erase_if(state_.open, [](const DueItem& item) { return item.is_empty(); });
    };
    waive();
    if (rest.is_zero()) return;
    owe(day, end_period_early(day));
    waive();
}

/// A fixed fee with the first drawing, a share of each. Withheld, it is settled with the drawing.
void Fold::charge_handling(const Event& event, bool first)
{
    const auto& fees = terms_->fees;
    const auto fee =
        round(share(event.amount, fees.handling), Rounding::half_up) + (first ? fees.handling_fixed : Money{});
    if (fee.is_zero()) return;
    charge(event.value_date, fee);
    if (fees.settled == Fees::Handling::paid) {
        state_.open.push_back({event.value_date, 0, {}, {}, fee});
        return;
    }
    state_.settled.costs_withheld += fee;
    note({event.value_date, event.id, event.value_date, {}, {}, fee, {}, {}, Settlement::How::withheld});
}

void Fold::draw(const Event& event)
{
    const bool first = !state_.drawn;
    if (first) {
        state_.drawn = true;
        state_.period_start = event.value_date;
        // A rate that was set before anything was drawn holds.
        if (!state_.has_rate) set_rate(rate_on(*terms_, event.value_date));
    }
    state_.principal += event.amount;
    state_.planned += event.amount;
    state_.settled.disbursed += event.amount;
    state_.has_level = false;
    charge_handling(event, first);
}

/// Principal falls due before its time; what is left goes on over the same instalments.
void Fold::call_in(const Event& event)
{
    state_.open.push_back({event.value_date, 0, event.amount, {}, {}});
    if (trace_ != nullptr) trace_->fallen.push_back({event.value_date, 0, event.amount, {}, {}});
    state_.planned = std::max(Money{}, state_.planned - event.amount);
    state_.has_level = false;
}

/// What is due and not settled goes into the new plan, or waits for its end.
void Fold::settle_arrears(const Event& event, Arrears arrears, Date last_due)
{
    auto items = std::exchange(state_.open, {});
    for (auto& item : items) {
        note({event.value_date,
              event.id,
              item.due,
              item.principal,
              item.interest,
              item.costs,
              {},
              {},
              Settlement::How::rescheduled,
              item.default_interest});
        if (trace_ != nullptr) {
            trace_->fallen.push_back(
                {item.due, item.number, -item.principal, -item.interest, -item.costs, true, -item.default_interest});
        }
        if (arrears == Arrears::frozen) {
            item.due = last_due;
            if (trace_ != nullptr) {
                trace_->fallen.push_back(
                    {last_due, item.number, item.principal, item.interest, item.costs, true, item.default_interest});
            }
            state_.open.push_back(item);
        } else if (arrears == Arrears::spread) {
            state_.spread_interest += item.interest;
            state_.spread_costs += item.costs;
            state_.spread_default_interest += item.default_interest;
        } else {
            state_.principal += item.all_interest() + item.costs;
            state_.settled.interest_capitalised += item.interest;
            state_.settled.default_interest_capitalised += item.default_interest;
            state_.settled.costs_capitalised += item.costs;
        }
    }
}

/// A new plan over what is owed. Interest that has run is owed with its first instalment that bears interest.
void Fold::reschedule(const Event& event)
{
    auto terms = event.new_plan->terms;
    const auto interest = running_interest();
    state_.settled.interest_accrued += interest;
    state_.deferred += interest;
    state_.accrued = {};
    state_.planned_accrued = {};
    if (terms.rates.empty()) {
        terms.rates = terms_->rates;
        terms.resets = terms_->resets;
    } else {
        set_rate(rate_on(terms, event.value_date));
    }
    settle_arrears(event, event.new_plan->arrears, due_date(terms, terms.instalments));
    state_.planned = state_.not_yet_due();
    state_.next_number = 1;
    state_.period_start = event.value_date;
    state_.has_level = false;
    // A new plan may let the loan be drawn again, after it had lapsed.
    if (!terms.last_drawing || *terms.last_drawing >= event.value_date) state_.settled.commitment_lapsed = {};
    state_.own = OwnTerms{std::move(terms)};
    follow(*state_.own.get());
}

void Fold::begin_holiday(const Event& event)
{
    auto terms = *terms_;
    terms.holidays.push_back({state_.next_number, event.number, event.interest});
    if (event.extends) {
        terms.instalments += event.number;
    } else {
        state_.has_level = false;
    }
    state_.own = OwnTerms{std::move(terms)};
    follow(*state_.own.get());
}

void Fold::take(const Event& event)
{
    const auto day = event.value_date;
    pass_to(day);
    switch (event.kind) {
        case EventKind::disbursement:
            return draw(event);
        case EventKind::payment:
            return pay(day, event.id, event.amount, event.excess);
        case EventKind::prepayment:
            return settle_ahead(day, event.id, event.amount, event.excess);
        case EventKind::rate_change:
            return set_rate(event.rate);
        case EventKind::fee:
            charge(day, event.amount);
            return owe(day, {{}, event.amount});
        case EventKind::default_interest:
            return charge_default_interest(day, event.amount);
        case EventKind::remission:
        case EventKind::write_off:
            return give_up(event);
        case EventKind::interest_waiver:
            return waive_interest(event);
        case EventKind::recovery:
            state_.settled.recovered += event.amount;
            return;
        case EventKind::refund:
            state_.settled.refunded += event.amount;
            return;
        case EventKind::call_in:
            return call_in(event);
        case EventKind::rescheduling:
            return reschedule(event);
        case EventKind::holiday:
            return begin_holiday(event);
        case EventKind::milestone:
            state_.milestones |= std::uint64_t{1} << event.number;
            return;
        case EventKind::closing:
            state_.closed = true;
            state_.settled.commitment_lapsed = std::max(Money{}, terms_->commitment - state_.settled.disbursed);
            return;
        case EventKind::transfer:
            return;
        case EventKind::reversal:
            verify(false, "reversals are taken out before the fold");
    }
}

}  // namespace vierkant::lending
