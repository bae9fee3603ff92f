#include "domain/lending/replay.h"

#include "domain/lending/fold.h"
#include "domain/lending/messages.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

/// The later rates that the terms themselves name, as events.
std::vector<Event> with_agreed_rates(const LoanTerms& terms, std::span<const Event> events, Date after)
{
    std::vector<Event> all{events.begin(), events.end()};
    for (const auto& rate : terms.rates) {
        if (rate.from > after) all.push_back({EventId{}, rate.from, EventKind::rate_change, {}, rate.annual});
    }
    return in_effect(all);
}

Money owed(const State& state)
{
    return state.open_total() + state.not_yet_due();
}

Result<Done> check_drawing(const LoanTerms& terms, const std::vector<Event>& others, const Event& drawing, Money award)
{
    const auto last = due_date(terms, terms.instalments);
    if (drawing.value_date >= last) {
        return refuse(drawn_too_late, {{"last", to_text(last)}, {"day", to_text(drawing.value_date)}});
    }
    auto left = award;
    bool first = true;
    for (const auto& event : others) {
        if (event.kind != EventKind::disbursement) continue;
        left -= event.amount;
        first = first && event.value_date >= drawing.value_date;
    }
    if (first && drawing.value_date >= terms.first_due) {
        return refuse(drawn_after_first_due, {{"day", to_text(drawing.value_date)}, {"due", to_text(terms.first_due)}});
    }
    if (drawing.amount > left) {
        return refuse(drawn_above_award, {{"left", to_text(left)}, {"amount", to_text(drawing.amount)}});
    }
    return Done{};
}

bool is_drawn_on(const std::vector<Event>& events, Date day)
{
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
        return event.kind == EventKind::disbursement && event.value_date <= day;
    });
}

Result<Done> check_reversal(const std::vector<Event>& effective, const Event& reversal)
{
    const auto target = std::find_if(effective.begin(), effective.end(),
                                     [&](const Event& event) { return event.id == reversal.reverses; });
    if (target == effective.end()) {
        return refuse(nothing_to_reverse, {{"event", std::to_string(reversal.reverses.value_or(EventId{}).value)}});
    }
    // What is left must still be a loan that was drawn before anything else happened to it.
    auto left = effective;
    left.erase(left.begin() + (target - effective.begin()));
    for (const auto& event : left) {
        if (event.kind != EventKind::disbursement && !is_drawn_on(left, event.value_date)) {
            return refuse(nothing_drawn, {{"day", to_text(event.value_date)}});
        }
    }
    return Done{};
}

}  // namespace

State advance(const LoanTerms& terms, State state, std::span<const Event> later, Date until, Trace* trace)
{
    const auto from = state.reached;
    Fold fold{terms, std::move(state), trace};
    const auto take_all = [&](std::span<const Event> events) {
        for (const auto& event : events) {
            if (event.value_date <= until) fold.take(event);
        }
    };
    if (terms.rates.size() > 1) {
        take_all(with_agreed_rates(terms, later, from));
    } else {
        take_all(later);
    }
    fold.pass_to(until);
    return fold.state();
}

State replay(const LoanTerms& terms, std::span<const Event> events, Date as_of, Trace* trace)
{
    return advance(terms, State{}, in_effect(events), as_of, trace);
}

Totals totals(const LoanTerms& terms, const State& state)
{
    auto flows = state.settled;
    flows.interest_accrued += Fold{terms, state, nullptr}.running_interest();
    return flows;
}

Money pay_off(const LoanTerms& terms, const State& state)
{
    return owed(state) + Fold{terms, state, nullptr}.running_interest();
}

std::vector<DueItem> overdue(const State& state, Date today)
{
    std::vector<DueItem> late;
    for (const auto& item : state.open) {
        if (item.due < today) late.push_back(item);
    }
    std::sort(late.begin(), late.end(), [](const DueItem& a, const DueItem& b) { return a.due < b.due; });
    return late;
}

int days_past_due(const State& state, Date today)
{
    const auto late = overdue(state, today);
    return late.empty() ? 0 : today - late.front().due;
}

Result<Done> check_event(const LoanTerms& terms, std::span<const Event> events, const Event& event, Money award)
{
    const auto effective = in_effect(events);
    if (event.kind == EventKind::reversal) return check_reversal(effective, event);
    if (event.kind == EventKind::rate_change) {
        if (event.rate < Rate{0} || event.rate > percent(100)) {
            return refuse(rate_out_of_range, {{"rate", to_percent_text(event.rate)}});
        }
    } else if (!event.amount.is_positive()) {
        return refuse(amount_not_positive);
    }
    if (event.kind == EventKind::disbursement) return check_drawing(terms, effective, event, award);
    if (!is_drawn_on(effective, event.value_date)) return refuse(nothing_drawn, {{"day", to_text(event.value_date)}});

    const auto state = replay(terms, events, event.value_date);
    const bool gives_up = event.kind == EventKind::remission || event.kind == EventKind::write_off;
    const auto most = event.kind == EventKind::prepayment ? state.not_yet_due() : pay_off(terms, state);
    if ((gives_up || event.kind == EventKind::prepayment) && event.amount > most) {
        return refuse(more_than_owed, {{"owed", to_text(most)}, {"amount", to_text(event.amount)}});
    }
    const auto refundable = state.settled.overpaid - state.settled.refunded;
    if (event.kind == EventKind::refund && event.amount > refundable) {
        return refuse(more_than_overpaid, {{"overpaid", to_text(refundable)}, {"amount", to_text(event.amount)}});
    }
    return Done{};
}

}  // namespace vierkant::lending
