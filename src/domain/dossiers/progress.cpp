#include "domain/dossiers/progress.h"

#include "domain/dossiers/messages.h"

namespace vierkant::dossiers {

namespace {

bool is_decision(EventKind kind)
{
    return kind == EventKind::awarded || kind == EventKind::refused;
}

bool needs_reason(EventKind kind)
{
    return kind == EventKind::completion_requested || kind == EventKind::refusal_proposed ||
           kind == EventKind::returned || kind == EventKind::withdrawn;
}

bool waits_for_decision(Status status)
{
    return status == Status::award_proposed || status == Status::refusal_proposed;
}

/// What was not completed in time may be left aside (Awb 4:5(1)).
bool left_incomplete(const History& history, const Event& next)
{
    return next.kind == EventKind::refusal_proposed && status_of(history) == Status::incomplete &&
           next.day > *history.back().until;
}

Result<Done> check_request(const History& history, const Event& next)
{
    if (status_of(history) == Status::incomplete && next.day <= *history.back().until) {
        return refuse(asked_already, {{"until", *history.back().until}});
    }
    if (!next.until || *next.until <= next.day) return refuse(until_missing, {{"day", next.day}});
    return Done{};
}

Result<Done> check_decision(const History& history, const Event& next)
{
    const auto status = status_of(history);
    if (!waits_for_decision(status)) return refuse(nothing_proposed);
    if (proposal(history).actor == next.actor) return refuse(own_proposal, {{"actor", next.actor}});
    if (next.kind == EventKind::awarded && status != Status::award_proposed) return refuse(refusal_was_proposed);
    if (next.kind == EventKind::refused && status != Status::refusal_proposed) return refuse(award_was_proposed);
    return Done{};
}

}  // namespace

Status status_of(const History& history)
{
    verify(!history.empty() && history.front().kind == EventKind::registered, "a dossier begins with its registration");
    switch (history.back().kind) {
        case EventKind::registered:
            return Status::received;
        case EventKind::completion_requested:
            return Status::incomplete;
        case EventKind::completed:
        case EventKind::returned:
            return Status::complete;
        case EventKind::award_proposed:
            return Status::award_proposed;
        case EventKind::refusal_proposed:
            return Status::refusal_proposed;
        case EventKind::awarded:
            return Status::awarded;
        case EventKind::refused:
            return Status::refused;
        case EventKind::withdrawn:
            return Status::withdrawn;
    }
    verify(false, "every event gives a status");
    return Status::received;
}

bool is_closed(Status status)
{
    return status == Status::awarded || status == Status::refused || status == Status::withdrawn;
}

Result<Done> check_next(const History& history, const Event& next)
{
    const auto status = status_of(history);
    if (is_closed(status)) return refuse(closed_already);
    if (next.day < history.back().day) {
        return refuse(before_last_event, {{"day", next.day}, {"last", history.back().day}});
    }
    if (needs_reason(next.kind) && next.note.empty()) return refuse(reason_missing);
    if (next.kind == EventKind::completion_requested) return check_request(history, next);
    if (next.kind == EventKind::completed) {
        if (status == Status::received || status == Status::incomplete) return Done{};
        return refuse(complete_already);
    }
    if (next.kind == EventKind::award_proposed || next.kind == EventKind::refusal_proposed) {
        if (left_incomplete(history, next)) return Done{};
        if (status == Status::received || status == Status::incomplete) return refuse(not_complete);
        return Done{};
    }
    if (is_decision(next.kind)) return check_decision(history, next);
    if (next.kind == EventKind::returned && !waits_for_decision(status)) return refuse(nothing_proposed);
    verify(next.kind != EventKind::registered, "a dossier is registered once");
    return Done{};
}

std::vector<Suspension> suspensions(const History& history)
{
    std::vector<Suspension> all;
    for (const auto& event : history) {
        if (event.kind == EventKind::completion_requested) all.push_back({event.day, *event.until, std::nullopt});
        if (event.kind == EventKind::completed && !all.empty() && !all.back().completed) {
            all.back().completed = event.day;
        }
    }
    return all;
}

const Event& proposal(const History& history)
{
    verify(waits_for_decision(status_of(history)), "a proposal waits for a decision");
    return history.back();
}

}  // namespace vierkant::dossiers
