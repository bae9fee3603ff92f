#include "domain/lending/replay.h"

#include "domain/lending/fold.h"

#include <algorithm>

namespace vierkant::lending {

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
        auto all = agreed_rates(terms, from);
        all.insert(all.end(), later.begin(), later.end());
        take_all(in_effect(all));
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
    return state.open_total() + state.not_yet_due() + Fold{terms, state, nullptr}.running_interest();
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
