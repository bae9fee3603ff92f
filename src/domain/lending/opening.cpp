#include "domain/lending/admission.h"
#include "domain/lending/fold.h"
#include "domain/lending/messages.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

/// The flows of all the time before, as far as they are known. Interest that is running comes on top (totals()).
Totals flows_until(const Opening& opening)
{
    Totals flows;
    flows.disbursed = opening.drawn();
    flows.principal_repaid = opening.principal_repaid;
    flows.interest_received = opening.interest_received;
    flows.interest_accrued = opening.interest_received + opening.interest_overdue;
    flows.principal_remitted = opening.principal_remitted;
    flows.principal_written_off = opening.principal_written_off;
    return flows;
}

/// The beginning of the period that runs on the day of take-over, with what was outstanding then: all that is now but
/// what was drawn in that period.
State start_of_period(const LoanTerms& terms, const Opening& opening)
{
    State state;
    state.drawn = true;
    while (due_date(terms, state.next_number) <= opening.on) ++state.next_number;
    state.period_start = opening.drawings.front().day;
    if (state.next_number > 1)
        state.period_start = std::max(state.period_start, period_end(terms, state.next_number - 1));
    state.reached = state.period_start;
    state.rate = rate_on(terms, state.period_start);
    state.has_rate = true;
    state.principal = opening.outstanding();
    for (const auto& drawing : opening.drawings) {
        if (drawing.day > state.period_start) state.principal -= std::min(drawing.amount, state.principal);
    }
    state.planned = std::max(Money{}, state.principal - opening.principal_overdue);
    return state;
}

}  // namespace

Money Opening::drawn() const
{
    Money sum;
    for (const auto& drawing : drawings) sum += drawing.amount;
    return sum;
}

State beginning(const LoanTerms& terms, Trace* trace)
{
    if (!terms.opening) return {};
    const auto& opening = *terms.opening;
    const auto start = start_of_period(terms, opening);
    Fold fold{terms, start, nullptr};
    for (const auto& drawing : opening.drawings) {
        const auto more = std::min(drawing.amount, opening.outstanding() - fold.state().principal);
        if (drawing.day <= start.period_start || more.is_zero()) continue;
        fold.take({EventId{}, drawing.day, EventKind::disbursement, more});
    }
    fold.pass_to(opening.on);
    auto state = fold.state();
    state.settled = flows_until(opening);
    state.planned = state.principal - opening.principal_overdue;
    if (!opening.overdue_since) return state;
    const auto due = *opening.overdue_since;
    int number = 1;
    while (due_date(terms, number + 1) <= due) ++number;
    state.open.push_back({due, number, opening.principal_overdue, opening.interest_overdue, {}});
    if (trace == nullptr) return state;
    trace->fallen.push_back({due, number, opening.principal_overdue, opening.interest_overdue, {}});
    return state;
}

Result<Done> check_opening(const LoanTerms& terms, const Award& award)
{
    const auto& opening = *terms.opening;
    const auto last = due_date(terms, terms.instalments);
    const auto drawn = opening.drawn();
    const auto outstanding = opening.outstanding();
    const auto overdue = opening.principal_overdue + opening.interest_overdue;
    verify(!opening.drawings.empty(), "what was taken over was drawn");
    if (const auto first = opening.drawings.front().day; first < award.on) {
        return refuse(drawn_before_award, {{"day", first}, {"awarded", award.on}});
    }
    if (const auto first = opening.drawings.front().day; first >= terms.first_due) {
        return refuse(drawn_after_first_due, {{"day", first}, {"due", terms.first_due}});
    }
    for (std::size_t i = 1; i < opening.drawings.size(); ++i) {
        const auto day = opening.drawings[i].day;
        if (day < opening.drawings[i - 1].day) return refuse(opening_drawings_order, {{"day", day}});
        if (day >= last) return refuse(drawn_too_late, {{"last", last}, {"day", day}});
    }
    if (const auto latest = std::max(opening.drawings.back().day, opening.overdue_since.value_or(opening.on));
        latest > opening.on) {
        return refuse(opening_in_future, {{"day", latest}, {"taken_over", opening.on}});
    }
    if (drawn > award.amount) {
        return refuse(drawn_above_award, {{"left", award.amount}, {"amount", drawn}});
    }
    if (outstanding.is_negative()) {
        return refuse(opening_above_drawn, {{"sum", drawn - outstanding}, {"drawn", drawn}});
    }
    if (opening.principal_overdue > outstanding) {
        return refuse(overdue_above_outstanding,
                      {{"overdue", opening.principal_overdue}, {"outstanding", outstanding}});
    }
    if (overdue.is_positive() != opening.overdue_since.has_value()) return refuse(overdue_without_day);
    if (last > opening.on) return Done{};
    if (drawn < award.amount) {
        return refuse(ended_and_not_drawn, {{"last", last}, {"left", award.amount - drawn}});
    }
    if (opening.principal_overdue == outstanding) return Done{};
    return refuse(ended_and_not_overdue, {{"last", last}, {"outstanding", outstanding}});
}

}  // namespace vierkant::lending
