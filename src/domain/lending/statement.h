#pragma once

#include "domain/lending/replay.h"

#include <optional>
#include <span>
#include <vector>

namespace vierkant::lending {

/// One line of a statement of account: something that fell due or happened, and what is owed after it.
struct StatementLine {
    Date day;
    std::optional<EventKind> kind;  ///< what happened; empty where an instalment, interest or costs fell due
    EventId event = {};             ///< of what happened
    int instalment = 0;             ///< of what fell due; 0 for costs and what fell due early
    Money principal;                ///< that fell due, or was settled: due and paid ahead together
    Money interest;
    Money costs;
    Money overpaid;      ///< of a payment: beyond everything owed
    Rate rate = {};      ///< of a rate change
    bool moved = false;  ///< no event and nothing due: the plan itself added interest to the principal or moved arrears
    Money change;        ///< of what is owed: principal falling due was owed already
    Money balance;       ///< owed after this line
    Money default_interest = {};
};

/// Events that were undone: they count for nothing, and the borrower may ask where his payment went.
struct Undone {
    Event event;
    Event by;  ///< the reversal
};

/// What happened between the borrower and the fund from a day up to and including another, as is known now.
struct Statement {
    Date from;
    Date until;
    Money opening;  ///< owed before the first day
    std::vector<StatementLine> lines;
    std::vector<Settlement> settlements;  ///< how each payment (or what was given up) settled what was due
    std::vector<Undone> undone;
    Money closing;           ///< owed after the last day: principal, and interest and costs that fell due
    Money running_interest;  ///< since the last instalment, or put off: not due yet, so not in it
};

/// Principal (due or not), interest and costs that fell due, less what was received too much and not paid back.
Money owed(const State& state);

/// REQUIRES: from <= until. What stands between opening and closing adds up to the cent, by our own check.
Statement statement_of(const LoanTerms& terms, std::span<const Event> events, Date from, Date until);

}  // namespace vierkant::lending
