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

/// The number of an event is left out of the order: two events that differ only in it are interchangeable.
bool comes_before(const Event& a, const Event& b)
{
    if (a.value_date != b.value_date) return a.value_date < b.value_date;
    return std::tuple{rank(a.kind), a.amount, a.excess, a.rate, a.number, a.interest, a.extends} <
           std::tuple{rank(b.kind), b.amount, b.excess, b.rate, b.number, b.interest, b.extends};
}

}  // namespace

std::vector<Event> in_effect(std::span<const Event> events)
{
    std::set<EventId> undone;
    for (const auto& event : events) {
        if (event.kind == EventKind::reversal && event.reverses) undone.insert(*event.reverses);
    }
    std::vector<Event> effective;
    effective.reserve(events.size());
    for (const auto& event : events) {
        if (event.kind != EventKind::reversal && !undone.contains(event.id)) effective.push_back(event);
    }
    // Most loans are told in order.
    if (!std::is_sorted(effective.begin(), effective.end(), comes_before)) {
        std::sort(effective.begin(), effective.end(), comes_before);
    }
    return effective;
}

std::optional<UndertakingId> last_debtor(std::span<const Event> events, Date day)
{
    std::optional<UndertakingId> debtor;
    for (const auto& event : in_effect(events)) {
        if (event.kind == EventKind::transfer && event.value_date <= day) debtor = event.debtor;
    }
    return debtor;
}

}  // namespace vierkant::lending
