#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"
#include "base/rate.h"
#include "domain/lending/terms.h"

#include <optional>
#include <span>
#include <vector>

namespace vierkant::lending {

enum class EventKind {
    disbursement,  ///< drawn by the borrower
    payment,       ///< received from the borrower: what is due first, the rest by `excess`
    prepayment,    ///< received wholly to lower the principal that is not yet due
    rate_change,   ///< from this day
    fee,           ///< costs charged to the borrower, due at once
    remission,     ///< given up by decision
    write_off,     ///< taken out of the books
    recovery,      ///< received after a write-off
    refund,        ///< paid back to the borrower of what was received too much
    call_in,       ///< principal that is not yet due falls due (opeising); the plan goes on over the rest
    reversal,      ///< undoes the event named in `reverses` (bank return, mistake)
};

/// Something that happened to a loan, on its value date. The order in which events become known is in their number and
/// does not matter for the loan's state.
struct Event {
    EventId id;
    Date value_date;
    EventKind kind;
    Money amount = {};
    Rate rate = {};
    Excess excess = Excess::shorten;
    std::optional<EventId> reverses = std::nullopt;
};

/// The events that count: without reversals and what they undo; by value date, and on one day in the order in which
/// they take effect (rate changes, costs, money in, the rest, drawings), whatever the order of arrival.
std::vector<Event> in_effect(std::span<const Event> events);

/// The rates the terms name for days later than `after`, as the rate changes they are.
std::vector<Event> agreed_rates(const LoanTerms& terms, Date after);

}  // namespace vierkant::lending
