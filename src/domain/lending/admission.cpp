#include "domain/lending/admission.h"

#include "domain/lending/messages.h"
#include "domain/lending/replay.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

Result<Done> check_drawing(const LoanTerms& terms, const State& state, const Event& drawing, const Award& award)
{
    const auto day = to_text(drawing.value_date);
    if (drawing.value_date < award.on) {
        return refuse(drawn_before_award, {{"day", day}, {"awarded", to_text(award.on)}});
    }
    const auto last = due_date(terms, terms.instalments);
    if (drawing.value_date >= last) return refuse(drawn_too_late, {{"last", to_text(last)}, {"day", day}});
    if (!state.drawn && drawing.value_date >= terms.first_due) {
        return refuse(drawn_after_first_due, {{"day", day}, {"due", to_text(terms.first_due)}});
    }
    const auto left = award.amount - state.settled.disbursed;
    if (drawing.amount > left) {
        return refuse(drawn_above_award, {{"left", to_text(left)}, {"amount", to_text(drawing.amount)}});
    }
    return Done{};
}

Result<Done> check_rate(Rate rate)
{
    if (rate >= Rate{0} && rate <= percent(100)) return Done{};
    return refuse(rate_out_of_range, {{"rate", to_percent_text(rate)}});
}

/// Whether there is enough of what the event takes away.
Result<Done> check_extent(const LoanTerms& terms, const State& state, const Event& event)
{
    const auto refuse_above = [&](Money most, const Text& text, std::string_view name) -> Result<Done> {
        if (event.amount <= most) return Done{};
        return refuse(text, {{name, to_text(most)}, {"amount", to_text(event.amount)}});
    };
    const auto& flows = state.settled;
    switch (event.kind) {
        case EventKind::prepayment:
        case EventKind::call_in:
            return refuse_above(state.not_yet_due(), more_than_owed, "owed");
        case EventKind::remission:
        case EventKind::write_off:
            return refuse_above(pay_off(terms, state), more_than_owed, "owed");
        case EventKind::refund:
            return refuse_above(flows.overpaid - flows.refunded, more_than_overpaid, "overpaid");
        case EventKind::recovery:
            if ((flows.principal_written_off + flows.interest_written_off + flows.costs_written_off).is_zero()) {
                return refuse(nothing_written_off, {{"day", to_text(event.value_date)}});
            }
            return Done{};
        default:
            return Done{};
    }
}

/// `drawn` is whether anything was drawn on or before that day: on one day drawings come last, but costs of a loan may
/// be charged on the day it is drawn.
Result<Done> check_at(const LoanTerms& terms, const State& state, const Event& event, const Award& award, bool drawn)
{
    if (event.kind == EventKind::rate_change) {
        if (auto sound = check_rate(event.rate); !sound) return sound;
    } else if (!event.amount.is_positive()) {
        return refuse(amount_not_positive);
    }
    if (event.kind == EventKind::disbursement) return check_drawing(terms, state, event, award);
    if (!drawn) return refuse(nothing_drawn, {{"day", to_text(event.value_date)}});
    return check_extent(terms, state, event);
}

bool is_drawn_on(const std::vector<Event>& events, Date day)
{
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
        return event.kind == EventKind::disbursement && event.value_date <= day;
    });
}

bool is_same(const Event& a, const Event& b)
{
    return a.id == b.id && a.value_date == b.value_date && a.kind == b.kind && a.amount == b.amount &&
           a.rate == b.rate && a.excess == b.excess;
}

/// Goes through a life and checks each event from position `from` on. `added` is the one that is not there yet.
Result<Done> check_life(const LoanTerms& terms, const std::vector<Event>& life, std::size_t from, const Award& award,
                        const Event& added)
{
    State state;
    for (std::size_t i = 0; i < life.size(); ++i) {
        const auto& event = life[i];
        state = advance(terms, std::move(state), {}, event.value_date);
        if (i >= from) {
            const auto allowed = check_at(terms, state, event, award, is_drawn_on(life, event.value_date));
            if (!allowed && is_same(event, added)) return allowed.refusal();
            if (!allowed) {
                return refuse(later_event_impossible, {{"event", std::to_string(event.id.value)},
                                                       {"day", to_text(event.value_date)},
                                                       {"amount", to_text(event.amount)}});
            }
        }
        state = advance(terms, std::move(state), std::span{&event, 1}, event.value_date);
    }
    return Done{};
}

Result<Done> check_reversal(const LoanTerms& terms, std::vector<Event> life, const Event& reversal, const Award& award)
{
    const auto target =
        std::find_if(life.begin(), life.end(), [&](const Event& event) { return event.id == reversal.reverses; });
    if (target == life.end()) {
        return refuse(nothing_to_reverse, {{"event", std::to_string(reversal.reverses.value_or(EventId{}).value)}});
    }
    if (reversal.value_date < target->value_date) {
        return refuse(reversed_too_early,
                      {{"day", to_text(reversal.value_date)}, {"happened", to_text(target->value_date)}});
    }
    // What is left must be a loan to which all of it could have happened. On the day of a drawing costs come before it.
    const auto day = target->value_date;
    life.erase(target);
    const auto from =
        std::find_if(life.begin(), life.end(), [&](const Event& event) { return event.value_date >= day; });
    return check_life(terms, life, static_cast<std::size_t>(from - life.begin()), award, reversal);
}

}  // namespace

Result<Done> check_event(const LoanTerms& terms, std::span<const Event> events, const Event& event, const Award& award)
{
    if (event.kind == EventKind::reversal) return check_reversal(terms, in_effect(events), event, award);
    std::vector<Event> all{events.begin(), events.end()};
    all.push_back(event);
    const auto life = in_effect(all);
    const auto place =
        std::find_if(life.begin(), life.end(), [&](const Event& known) { return is_same(known, event); });
    return check_life(terms, life, static_cast<std::size_t>(place - life.begin()), award, event);
}

Result<Done> check_next_event(const LoanTerms& terms, const State& state, const Event& event, const Award& award)
{
    return check_at(terms, state, event, award, state.drawn);
}

}  // namespace vierkant::lending
