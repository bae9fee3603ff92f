#pragma once

#include "domain/lending/replay.h"

#include <optional>
#include <vector>

/// What falls due on a loan and what was paid on it, day by day: what the reports read. It follows from the events
/// and from how far the books are: past up to then, ahead as the plan was after the last event.
namespace vierkant::lending {

/// What falls due on one day, and when nothing of it was left.
struct DueOnDay {
    Date due;
    Money principal;
    Money interest;  ///< that for paying late included
    Money costs;
    std::optional<Date> settled_on = std::nullopt;
    friend bool operator==(const DueOnDay&, const DueOnDay&) = default;
};

/// What was settled on one day of what fell due on one day.
struct SettledOnDay {
    Date due;
    Date day;
    Money principal;
    Money interest;
    Money costs;
    Money prepaid;   ///< principal that was not yet due
    Money given_up;  ///< part of principal, interest and costs that was remitted or written off
    friend bool operator==(const SettledOnDay&, const SettledOnDay&) = default;
};

struct Calendar {
    std::vector<DueOnDay> dues;             ///< one a day, in order
    std::vector<SettledOnDay> settlements;  ///< one a due date and day, in order
    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// The calendar of a loan in this state: what the trace saw, and the plan ahead of it. With the trace of a replay it is
/// the whole calendar; with that of an advance from an earlier state, all that falls due after the day that state had
/// reached, and the settlements since.
Calendar calendar_of(const LoanTerms& terms, const State& state, const Trace& trace);

/// The same of a loan to which nothing more happened until a later day up to which it was booked: what fell due by then
/// as it did, where the plan knows of no interest over what was late.
Calendar calendar_until(const LoanTerms& terms, const State& state, const Trace& trace, Date until);

/// Whether something waits to be paid on a later day than the state has reached: over a weekend, or to the end of a
/// rescheduled loan. Such a calendar is made by a replay.
bool has_items_ahead(const State& state);

/// Whether something that fell due on this day is open still.
bool is_open(const State& state, Date due);

}  // namespace vierkant::lending
