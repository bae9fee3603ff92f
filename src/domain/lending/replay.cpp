#include "domain/lending/replay.h"

#include "domain/lending/fold.h"

#include <algorithm>

namespace vierkant::lending {

State advance(const LoanTerms& terms, State state, std::span<const Event> later, Date until, Trace* trace)
{
    Fold fold{terms, std::move(state), trace};
    for (const auto& event : later) {
        if (event.value_date <= until) fold.take(event);
    }
    fold.pass_to(until);
    return fold.state();
}

State replay(const LoanTerms& terms, std::span<const Event> events, Date as_of, Trace* trace)
{
    return advance(terms, beginning(terms, trace), in_effect(events), as_of, trace);
}

Totals totals(const LoanTerms& terms, const State& state)
{
    auto flows = state.settled;
    flows.interest_accrued += Fold{terms, state, nullptr}.running_interest();
    return flows;
}

Money claim(const LoanTerms& terms, const State& state)
{
    const Fold fold{terms, state, nullptr};
    return state.open_total() + state.not_yet_due() + fold.running_interest() + fold.running_costs() + state.deferred +
           state.spread_interest + state.spread_costs + state.spread_default_interest;
}

Money pay_off(const LoanTerms& terms, const State& state)
{
    return claim(terms, state) + Fold{terms, state, nullptr}.prepayment_fee(state.not_yet_due());
}

Money interest_owed(const LoanTerms& terms, const State& state)
{
    auto sum = state.deferred + state.spread_interest + state.spread_default_interest +
               Fold{terms, state, nullptr}.running_interest();
    for (const auto& item : state.open) sum += item.all_interest();
    return sum;
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

}  // namespace vierkant::lending
