#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/dossiers/decision_deadline.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::dossiers {

/// What can happen to a dossier. Its history is the list of these; its status follows from it.
enum class EventKind {
    registered,            ///< the application came in
    completion_requested,  ///< something is missing: the clock stops (aanvulverzoek, Awb 4:5 and 4:15)
    completed,             ///< everything needed is there
    award_proposed,
    refusal_proposed,
    returned,   ///< whoever decides sends the proposal back
    awarded,    ///< decision (beschikking)
    refused,    ///< decision
    withdrawn,  ///< by the applicant
};

struct Event {
    EventKind kind = EventKind::registered;
    Date day = Date::from_serial(0);
    std::string actor;
    std::optional<Date> until = std::nullopt;    ///< of a request to complete: the last day to do so
    std::optional<Money> amount = std::nullopt;  ///< proposed or awarded
    std::string note = {};
};
using History = std::vector<Event>;

enum class Status { received, incomplete, complete, award_proposed, refusal_proposed, awarded, refused, withdrawn };

/// REQUIRES: a history begins with its registration.
Status status_of(const History& history);

/// Nothing more can happen to it.
bool is_closed(Status status);

/// May this happen next? Refuses, saying what has to come first. Whoever proposed does not decide (four eyes,
/// design.md invariant 7), and no event lies before the one before it.
Result<Done> check_next(const History& history, const Event& next);

/// The stretches in which the clock stood still, for decision_deadline().
std::vector<Suspension> suspensions(const History& history);

/// The proposal that waits for a decision. REQUIRES: status award_proposed or refusal_proposed.
const Event& proposal(const History& history);

}  // namespace vierkant::dossiers
