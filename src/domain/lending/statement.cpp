#include "domain/lending/statement.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

StatementLine line_of(const Fallen& fallen)
{
    return {.day = fallen.due,
            .kind = {},
            .instalment = fallen.number,
            .principal = fallen.principal,
            .interest = fallen.interest,
            .costs = fallen.costs,
            .overpaid = {},
            .change = fallen.interest + fallen.default_interest + fallen.costs,
            .balance = {},
            .default_interest = fallen.default_interest};
}

/// Of arrears that are spread, interest and costs are owed again as they fall due. Capitalised or frozen, they stay
/// owed.
Money put_off(const Event& event, const StatementLine& line)
{
    return event.new_plan->arrears == Arrears::spread ? line.interest + line.default_interest + line.costs : Money{};
}

/// How an event changes what is owed. What was given up or paid is what its settlements say.
StatementLine line_of(const Event& event, const Trace& trace)
{
    StatementLine line{.day = event.value_date,
                       .kind = event.kind,
                       .event = event.id,
                       .principal = {},
                       .interest = {},
                       .costs = {},
                       .overpaid = {},
                       .rate = event.rate,
                       .change = {},
                       .balance = {}};
    for (const auto& row : trace.settlements) {
        if (row.by != event.id) continue;
        line.principal += row.principal + row.prepaid;
        line.interest += row.interest;
        line.costs += row.costs;
        line.overpaid += row.overpaid;
        line.default_interest += row.default_interest;
    }
    line.change = -(line.principal + line.interest + line.default_interest + line.costs + line.overpaid);
    // A handling fee withheld is settled with the drawing.
    if (event.kind == EventKind::disbursement) line.change = event.amount - line.costs;
    if (event.kind == EventKind::refund) line.change = event.amount;
    if (event.kind == EventKind::rescheduling) line.change = -put_off(event, line);
    if (event.kind == EventKind::disbursement) line.principal = event.amount;
    if (event.kind == EventKind::refund) line.overpaid = event.amount;
    return line;
}

/// Costs and what is called in stand among what fell due already.
bool shown_as_fallen(EventKind kind)
{
    return kind == EventKind::fee || kind == EventKind::default_interest || kind == EventKind::call_in;
}

std::vector<StatementLine> lines_of(std::span<const Event> effective, const Trace& trace, Date until)
{
    std::vector<StatementLine> lines;
    for (const auto& fallen : trace.fallen) {
        if (!fallen.moved) lines.push_back(line_of(fallen));
    }
    for (const auto& event : effective) {
        if (event.value_date <= until && !shown_as_fallen(event.kind)) lines.push_back(line_of(event, trace));
    }
    // On one day what fell due comes first, as it does in the loan; the rest stays in the order in which it took
    // effect.
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return lines;
}

/// Puts a line wherever the loan owes something else than what happened explains: the plan moved it.
class Explained {
public:
    Explained(const LoanTerms& terms, std::vector<Event> effective)
        : terms_{terms}, effective_{std::move(effective)}, state_{beginning(terms)}
    {
    }

    /// What is owed at the end of `day`. Days go up.
    Money owed_on(Date day)
    {
        auto end = taken_;
        while (end < effective_.size() && effective_[end].value_date <= day) ++end;
        state_ = advance(terms_, std::move(state_), std::span{effective_}.subspan(taken_, end - taken_), day);
        taken_ = end;
        return owed(state_);
    }

private:
    const LoanTerms& terms_;
    std::vector<Event> effective_;
    std::size_t taken_ = 0;
    State state_;
};

/// `balance` is what was owed before the first line.
std::vector<StatementLine> with_what_moved(std::vector<StatementLine> lines, Explained explained, Money balance,
                                           Date until)
{
    std::vector<StatementLine> all;
    const auto end_day = [&](Date day) {
        const auto moved = explained.owed_on(day) - balance;
        if (moved.is_zero()) return;
        balance += moved;
        all.push_back({.day = day,
                       .kind = {},
                       .principal = {},
                       .interest = {},
                       .costs = {},
                       .overpaid = {},
                       .moved = true,
                       .change = moved,
                       .balance = balance});
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        balance += lines[i].change;
        lines[i].balance = balance;
        all.push_back(lines[i]);
        // What fell due on a weekend and is to be paid after it stands last: no event of those days counts yet.
        const bool last_of_day = i + 1 == lines.size() || lines[i + 1].day != lines[i].day;
        if (last_of_day && lines[i].day < until) end_day(lines[i].day);
    }
    end_day(until);
    return all;
}

std::vector<Undone> undone_in(std::span<const Event> events, Date from, Date until)
{
    std::vector<Undone> undone;
    for (const auto& by : events) {
        if (by.kind != EventKind::reversal || by.value_date > until) continue;
        for (const auto& event : events) {
            if (event.id == by.reverses && by.value_date >= from) undone.push_back({event, by});
        }
    }
    return undone;
}

}  // namespace

Money owed(const State& state)
{
    Money sum = state.principal - (state.settled.overpaid - state.settled.refunded);
    for (const auto& item : state.open) sum += item.all_interest() + item.costs;
    return sum;
}

Statement statement_of(const LoanTerms& terms, std::span<const Event> events, Date from, Date until)
{
    verify(from <= until, "a statement goes from an earlier to a later day");
    Trace trace;
    const auto state = replay(terms, events, until, &trace);
    Statement statement{from, until, {}, {}, {}, {}, {}, {}};
    const auto effective = in_effect(events);
    // A loan that was taken over begins with what was outstanding then.
    if (terms.opening) statement.opening = statement.closing = terms.opening->outstanding();
    const auto lines = with_what_moved(lines_of(effective, trace, until), {terms, effective}, statement.opening, until);
    for (const auto& line : lines) {
        statement.closing = line.balance;
        if (line.day < from) {
            statement.opening = line.balance;
        } else {
            statement.lines.push_back(line);
        }
    }
    verify(statement.closing == owed(state), "a statement adds up to what the loan says is owed");
    for (const auto& row : trace.settlements) {
        if (row.day >= from) statement.settlements.push_back(row);
    }
    statement.undone = undone_in(events, from, until);
    statement.running_interest = interest_owed(terms, state);
    for (const auto& item : state.open) statement.running_interest -= item.all_interest();
    return statement;
}

}  // namespace vierkant::lending
