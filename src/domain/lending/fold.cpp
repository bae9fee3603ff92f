#include "domain/lending/fold.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

/// Takes as much of `from` as there is of `amount`; gives what was taken.
Money take_from(Money& from, Money& amount)
{
    const auto taken = std::min(from, amount);
    from -= taken;
    amount -= taken;
    return taken;
}

/// The rate the terms give for a day; before the first one, the first.
Rate rate_on(const LoanTerms& terms, Date day)
{
    auto rate = terms.rates.front().annual;
    for (const auto& dated : terms.rates) {
        if (dated.from <= day) rate = dated.annual;
    }
    return rate;
}

bool is_empty(const DueItem& item)
{
    return item.total().is_zero();
}

}  // namespace

// The unit of `accrued`: with daily interest, Exact itself. Per instalment, cent x millionth x days: only at the end
// of the period is it known what part of the period a day was, and dividing once keeps it exact.
void Fold::accrue_to(Date day)
{
    if (day <= state_.reached) return;
    const bool free = state_.next_number <= terms_.interest_grace;
    if (state_.drawn && !free && state_.rate.millionths != 0) {
        const auto weight = terms_.interest_period == InterestPeriod::daily
                                ? year_fraction(terms_.day_count, state_.reached, day)
                                : YearFraction{day - state_.reached};
        state_.accrued += interest(state_.principal, state_.rate, weight);
        state_.planned_accrued += interest(state_.planned, state_.rate, weight);
    }
    state_.reached = day;
}

Money Fold::interest_of(Exact accrued, Date until) const
{
    if (terms_.interest_period == InterestPeriod::daily || accrued == Exact{}) {
        return round(accrued, Rounding::half_up);
    }
    const auto days = until - state_.period_start;
    verify(days > 0, "an instalment period has days");
    // Rounded once: units x period length / days of the period, to cents.
    Exact::Units scaled = 0;
    if (__builtin_mul_overflow(accrued.in_units(), period_length(terms_).parts, &scaled)) Exact::throw_overflow();
    const auto divisor = Exact::units_per_cent * days;
    return Money::cents(static_cast<std::int64_t>((2 * scaled + divisor) / (2 * divisor)));
}

Money Fold::running_interest() const
{
    // The days of the running period are those up to its due date, also when it is not over yet.
    return interest_of(state_.accrued, next_due());
}

Growth Fold::growth_of_period(int number) const
{
    if (number <= terms_.interest_grace) return {0};
    const auto length = terms_.interest_period == InterestPeriod::per_instalment
                            ? period_length(terms_)
                            : year_fraction(terms_.day_count, due_date(terms_, number - 1), due_date(terms_, number));
    return {state_.rate.millionths * length.parts};
}

/// Sets the instalment anew over the periods that are left, the one that ends now included.
void Fold::set_level()
{
    const int left = terms_.instalments - state_.next_number + 1;
    state_.has_level = true;
    if (terms_.method == Method::linear) {
        state_.level = round_to_multiple(Exact::of(pro_rata(state_.planned, 1, left, Rounding::half_up)),
                                         terms_.instalment_multiple);
        return;
    }
    const bool per_instalment = terms_.interest_period == InterestPeriod::per_instalment;
    const auto days = next_due() - state_.period_start;
    const bool regular = per_instalment && state_.next_number > terms_.interest_grace &&
                         state_.planned_accrued == interest(state_.planned, state_.rate, YearFraction{days});
    if (regular) {
        state_.level =
            level_payment(state_.planned, growth_of_period(state_.next_number), left - 1, terms_.instalment_multiple);
        return;
    }
    std::vector<Growth> later;
    for (int number = state_.next_number + 1; number <= terms_.instalments; ++number) {
        later.push_back(growth_of_period(number));
    }
    const auto now =
        per_instalment ? Exact::of(interest_of(state_.planned_accrued, next_due())) : state_.planned_accrued;
    state_.level = level_payment(state_.planned, now, later, terms_.instalment_multiple);
}

/// The principal that the plan wants with the instalment that falls due now.
Money Fold::planned_principal(Money planned_interest)
{
    const int number = state_.next_number;
    if (number >= terms_.instalments) return state_.planned;
    if (terms_.method == Method::custom) {
        return std::min(state_.planned, terms_.plan[static_cast<std::size_t>(number) - 1].principal);
    }
    if (number <= terms_.principal_grace || terms_.method == Method::bullet) return {};
    if (!state_.has_level) set_level();
    const auto wanted = terms_.method == Method::linear ? state_.level : state_.level - planned_interest;
    return std::clamp(wanted, Money{}, state_.planned);
}

void Fold::fall_due()
{
    const auto due = next_due();
    const auto owed = interest_of(state_.accrued, due);
    state_.planned -= planned_principal(interest_of(state_.planned_accrued, due));
    // What the plan still allows to be outstanding is not due; the rest is. Paid ahead, less or nothing falls due.
    const auto principal = std::max(Money{}, state_.not_yet_due() - state_.planned);
    const DueItem item{due, state_.next_number, principal, owed, {}};
    if (!is_empty(item)) state_.open.push_back(item);
    if (trace_ != nullptr && !is_empty(item)) trace_->fallen.push_back({due, item.number, principal, owed, {}});
    state_.settled.interest_accrued += owed;
    state_.accrued = {};
    state_.planned_accrued = {};
    state_.period_start = due;
    next_due_ = due_date(terms_, ++state_.next_number);
}

void Fold::pass_to(Date day)
{
    while (state_.drawn && next_due() <= day) {
        // A repaid loan goes on in its rhythm, with nothing falling due.
        accrue_to(next_due());
        fall_due();
    }
    accrue_to(day);
}

void Fold::note(const Settlement& settlement)
{
    if (trace_ != nullptr) trace_->settlements.push_back(settlement);
}

/// Costs first, then interest, then principal (art. 6:44 BW), the oldest first within each.
Fold::Settled Fold::settle_open(Date day, EventId by, Money amount, Settlement::How how)
{
    Settled settled{{}, {}, {}, amount};
    if (state_.open.empty()) return settled;
    const auto before = trace_ == nullptr ? std::vector<DueItem>{} : state_.open;
    for (auto& item : state_.open) settled.costs += take_from(item.costs, settled.rest);
    for (auto& item : state_.open) settled.interest += take_from(item.interest, settled.rest);
    for (auto& item : state_.open) settled.principal += take_from(item.principal, settled.rest);
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
              how});
    }
    std::erase_if(state_.open, is_empty);
    return settled;
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

/// The interest of the running period stops and is owed on `day`; gives it. It is not put among the open items.
Money Fold::end_period_early(Date day)
{
    const auto owed = running_interest();
    if (trace_ != nullptr && !owed.is_zero()) trace_->fallen.push_back({day, 0, {}, owed, {}});
    state_.settled.interest_accrued += owed;
    state_.accrued = {};
    state_.planned_accrued = {};
    return owed;
}

/// Money beyond what is due. Where it is enough to close the loan, or reaches into the interest of the running period,
/// that interest falls due today; what is left after everything was overpaid.
void Fold::settle_ahead(Date day, EventId by, Money amount, Excess excess)
{
    if (amount.is_zero()) return;
    Settlement row{day, by, day, {}, {}, {}, {}, {}};
    const auto ahead = state_.not_yet_due();
    if (amount > ahead || (amount == ahead && running_interest().is_zero())) {
        const auto owed = end_period_early(day);
        row.interest = std::min(owed, amount);
        amount -= row.interest;
        verify(row.interest == owed || amount.is_zero(), "interest is paid before what is overpaid");
        if (row.interest < owed) state_.open.push_back({day, 0, {}, owed - row.interest, {}});
    }
    row.prepaid = std::min(amount, ahead);
    row.overpaid = amount - row.prepaid;
    if (row.prepaid.is_positive()) lower_principal(row.prepaid, excess);
    note(row);
    state_.settled.interest_received += row.interest;
    state_.settled.principal_repaid += row.prepaid;
    state_.settled.overpaid += row.overpaid;
}

void Fold::pay(Date day, EventId by, Money amount, Excess excess)
{
    const auto settled = settle_open(day, by, amount, Settlement::How::paid);
    state_.settled.principal_repaid += settled.principal;
    state_.settled.interest_received += settled.interest;
    state_.settled.costs_received += settled.costs;
    settle_ahead(day, by, settled.rest, excess);
}

/// Remission and write-off: costs, interest, principal due, then principal not yet due; the plan is set anew. Where the
/// amount reaches beyond those, the interest of the running period is owed today and given up with them.
void Fold::give_up(const Event& event)
{
    if (event.amount > state_.open_total() + state_.not_yet_due()) {
        const auto owed = end_period_early(event.value_date);
        if (!owed.is_zero()) state_.open.push_back({event.value_date, 0, {}, owed, {}});
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
}

void Fold::draw(const Event& event)
{
    if (!state_.drawn) {
        state_.drawn = true;
        state_.period_start = event.value_date;
        state_.rate = rate_on(terms_, event.value_date);
    }
    state_.principal += event.amount;
    state_.planned += event.amount;
    state_.settled.disbursed += event.amount;
    state_.has_level = false;
}

/// Principal falls due before its time; what is left goes on over the same instalments.
void Fold::call_in(const Event& event)
{
    state_.open.push_back({event.value_date, 0, event.amount, {}, {}});
    if (trace_ != nullptr) trace_->fallen.push_back({event.value_date, 0, event.amount, {}, {}});
    state_.planned = std::max(Money{}, state_.planned - event.amount);
    state_.has_level = false;
}

void Fold::take(const Event& event)
{
    pass_to(event.value_date);
    switch (event.kind) {
        case EventKind::disbursement:
            draw(event);
            break;
        case EventKind::payment:
            pay(event.value_date, event.id, event.amount, event.excess);
            break;
        case EventKind::prepayment:
            settle_ahead(event.value_date, event.id, event.amount, event.excess);
            break;
        case EventKind::rate_change:
            state_.has_level = state_.has_level && state_.rate == event.rate;
            state_.rate = event.rate;
            break;
        case EventKind::fee:
            state_.open.push_back({event.value_date, 0, {}, {}, event.amount});
            state_.settled.costs_charged += event.amount;
            if (trace_ != nullptr) trace_->fallen.push_back({event.value_date, 0, {}, {}, event.amount});
            break;
        case EventKind::remission:
        case EventKind::write_off:
            give_up(event);
            break;
        case EventKind::recovery:
            state_.settled.recovered += event.amount;
            break;
        case EventKind::refund:
            state_.settled.refunded += event.amount;
            break;
        case EventKind::call_in:
            call_in(event);
            break;
        case EventKind::reversal:
            verify(false, "reversals are taken out before the fold");
            break;
    }
}

}  // namespace vierkant::lending
