#include "domain/lending/calendar.h"

#include "domain/lending/schedule.h"

#include <algorithm>
#include <tuple>

namespace vierkant::lending {

namespace {

/// Adds up what stands on one day, in the order of days.
std::vector<DueOnDay> by_day(std::vector<DueOnDay> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    std::vector<DueOnDay> days;
    for (const auto& row : rows) {
        if (days.empty() || days.back().due != row.due) {
            days.push_back(row);
            continue;
        }
        auto& day = days.back();
        day.principal += row.principal;
        day.interest += row.interest;
        day.costs += row.costs;
    }
    return days;
}

void add_fallen(std::vector<DueOnDay>& rows, const Trace& trace)
{
    for (const auto& fallen : trace.fallen) {
        rows.push_back({fallen.due, fallen.principal, fallen.interest + fallen.default_interest, fallen.costs});
    }
}

std::vector<DueOnDay> dues_of(const LoanTerms& terms, State state, const Trace& trace, Date until)
{
    std::vector<DueOnDay> rows;
    add_fallen(rows, trace);
    auto next_number = state.next_number;
    if (until > state.reached) {
        Trace later;
        next_number = advance(terms, state, {}, until, &later).next_number;
        add_fallen(rows, later);
    }
    if (!state.drawn) return by_day(std::move(rows));  // nothing is planned yet
    // What is overdue stays where it fell due: the plan ahead is of what is not due yet.
    state.principal = state.not_yet_due();
    state.open.clear();
    for (const auto& row : plan_ahead(terms, state).rows) {
        const bool fell = row.number < next_number;  // its day stays, even where nothing was due
        const auto ahead = [&](Money amount) { return fell ? Money{} : amount; };
        rows.push_back({row.due, ahead(row.principal), ahead(row.interest), ahead(row.costs)});
    }
    return by_day(std::move(rows));
}

std::vector<SettledOnDay> settlements_of(const Trace& trace)
{
    std::vector<SettledOnDay> rows;
    for (const auto& row : trace.settlements) {
        if (row.how == Settlement::How::rescheduled) continue;  // it is no longer due
        const auto given_up = row.how == Settlement::How::given_up ? row.settled() : Money{};
        rows.push_back(
            {row.due, row.day, row.principal, row.interest + row.default_interest, row.costs, row.prepaid, given_up});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.due, a.day) < std::tie(b.due, b.day); });
    std::vector<SettledOnDay> days;
    for (const auto& row : rows) {
        if (days.empty() || days.back().due != row.due || days.back().day != row.day) {
            days.push_back(row);
            continue;
        }
        auto& day = days.back();
        day.principal += row.principal;
        day.interest += row.interest;
        day.costs += row.costs;
        day.prepaid += row.prepaid;
        day.given_up += row.given_up;
    }
    return days;
}

}  // namespace

bool has_items_ahead(const State& state)
{
    return std::any_of(state.open.begin(), state.open.end(),
                       [&](const DueItem& item) { return item.due > state.reached; });
}

bool is_open(const State& state, Date due)
{
    return std::any_of(state.open.begin(), state.open.end(), [&](const DueItem& item) { return item.due == due; });
}

Calendar calendar_of(const LoanTerms& terms, const State& state, const Trace& trace)
{
    return calendar_until(terms, state, trace, state.reached);
}

Calendar calendar_until(const LoanTerms& terms, const State& state, const Trace& trace, Date until)
{
    Calendar calendar{dues_of(terms, state, trace, until), settlements_of(trace)};
    // Settlements of one due date stand in the order of their days: the last one is the day, where nothing is open.
    for (const auto& settlement : calendar.settlements) {
        if (is_open(state, settlement.due)) continue;
        const auto day = std::lower_bound(calendar.dues.begin(), calendar.dues.end(), settlement.due,
                                          [](const DueOnDay& row, Date due) { return row.due < due; });
        // Principal paid ahead may be settled on a day when nothing fell due.
        if (day != calendar.dues.end() && day->due == settlement.due) day->settled_on = settlement.day;
    }
    return calendar;
}

}  // namespace vierkant::lending
