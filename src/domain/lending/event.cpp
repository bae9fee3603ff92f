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
        case EventKind::default_interest:
            return 2;
        case EventKind::payment:
            return 3;
        case EventKind::prepayment:
            return 4;
        case EventKind::remission:
            return 5;
        case EventKind::write_off:
            return 6;
        case EventKind::recovery:
            return 7;
        case EventKind::refund:
            return 8;
        case EventKind::interest_waiver:
            return 9;
        case EventKind::rescheduling:
            return 10;
        case EventKind::holiday:
            return 11;
        case EventKind::milestone:
            return 12;
        case EventKind::disbursement:
            return 13;
        case EventKind::call_in:
            return 14;
        case EventKind::transfer:
            return 15;
        case EventKind::closing:
            return 16;
        case EventKind::reversal:
            return 17;
    }
    return 18;
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
