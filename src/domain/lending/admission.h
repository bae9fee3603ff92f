#pragma once

#include "base/result.h"
#include "domain/lending/event.h"
#include "domain/lending/state.h"

#include <span>

namespace vierkant::lending {

/// What was awarded: the most that may be drawn, and the first day on which it may.
struct Award {
    Money amount;
    Date on;
};

/// May `event` be added to `events`? It is put in its place and what stands after it is gone through again: an event
/// that comes to light late must not make impossible what was done since. Refuses, naming the rule, and where it is a
/// later event that could no longer be, that event.
Result<Done> check_event(const LoanTerms& terms, std::span<const Event> events, const Event& event, const Award& award);

/// The same for an event that nothing stands after, from the state at the end of its value date before it.
/// REQUIRES: no reversal; the loan is drawn.
Result<Done> check_next_event(const LoanTerms& terms, const State& state, const Event& event, const Award& award);

/// May a loan be taken over as it stood? Refuses what contradicts itself, the terms or the award.
Result<Done> check_opening(const LoanTerms& terms, const Award& award);

/// What the tranches of the terms agreed allow to be drawn up to a day, drawn or not.
Money released(const LoanTerms& terms, const State& state, Date day);

}  // namespace vierkant::lending
