#include "domain/lending/event.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace vierkant::lending {

namespace {

int rank(EventKind kind)
{
    switch (kind) {
        case EventKind::rate_change:
            return 0;
        case EventKind::fee:
            return 1;
        case EventKind::payment:
            return 2;
        case EventKind::prepayment:
            return 3;
        case EventKind::remission:
            return 4;
        case EventKind::write_off:
            return 5;
        case EventKind::recovery:
            return 6;
        case EventKind::refund:
            return 7;
        case EventKind::interest_waiver:
            return 8;
        case EventKind::rescheduling:
            return 9;
        case EventKind::holiday:
            return 10;
        case EventKind::milestone:
            return 11;
        case EventKind::disbursement:
            return 12;
        case EventKind::call_in:
            return 13;
        case EventKind::transfer:
            return 14;
        case EventKind::closing:
            return 15;
        case EventKind::reversal:
            return 16;
    }
    return 17;
}

}  // namespace

std::vector<Event> in_effect(std::span<const Event> events)
{
    std::set<EventId> undone;
    for (const auto& event : events) {
        if (event.kind == EventKind::reversal && event.reverses) undone.insert(*event.reverses);
    }
    std::vector<Event> effective;
    for (const auto& event : events) {
        if (event.kind != EventKind::reversal && !undone.contains(event.id)) effective.push_back(event);
    }
    // The number of an event is left out of the order: two events that differ only in it are interchangeable.
    std::sort(effective.begin(), effective.end(), [](const Event& a, const Event& b) {
        return std::tuple{a.value_date, rank(a.kind), a.amount, a.excess, a.rate, a.number, a.interest, a.extends} <
               std::tuple{b.value_date, rank(b.kind), b.amount, b.excess, b.rate, b.number, b.interest, b.extends};
    });
    return effective;
}

}  // namespace vierkant::lending
