#include "domain/lending/admission.h"

#include "domain/lending/messages.h"
#include "domain/lending/replay.h"

#include <algorithm>

namespace vierkant::lending {

namespace {

Result<Done> check_drawing_day(const LoanTerms& agreed, const State& state, Date day, const Award& award)
{
    const auto& terms = in_force(agreed, state);
    if (day < award.on) return refuse(drawn_before_award, {{"day", day}, {"awarded", award.on}});
    if (terms.first_drawing && day < *terms.first_drawing) {
        return refuse(drawn_before_first_day, {{"day", day}, {"first", *terms.first_drawing}});
    }
    if (terms.last_drawing && day > *terms.last_drawing) {
        return refuse(drawn_after_last_day, {{"day", day}, {"last", *terms.last_drawing}});
    }
    const auto last = period_end(terms, terms.instalments);
    if (day >= last) return refuse(drawn_too_late, {{"last", last}, {"day", day}});
    const auto first_due = std::min(due_date(terms, 1), period_end(terms, 1));
    if (!state.drawn && day >= first_due) {
        return refuse(drawn_after_first_due, {{"day", day}, {"due", first_due}});
    }
    return Done{};
}

Result<Done> check_drawing(const LoanTerms& agreed, const State& state, const Event& drawing, const Award& award)
{
    if (auto sound = check_drawing_day(agreed, state, drawing.value_date, award); !sound) return sound;
    const auto left = award.amount - state.settled.disbursed;
    if (drawing.amount > left) {
        return refuse(drawn_above_award, {{"left", left}, {"amount", drawing.amount}});
    }
    if (agreed.tranches.empty()) return Done{};
    const auto open = released(agreed, state, drawing.value_date) - state.settled.disbursed;
    if (drawing.amount <= open) return Done{};
    return refuse(drawn_above_tranches,
                  {{"left", std::max(Money{}, open)}, {"amount", drawing.amount}, {"day", drawing.value_date}});
}

Result<Done> check_rate(Rate rate)
{
    if (rate >= Rate{0} && rate <= percent(100)) return Done{};
    return refuse(rate_out_of_range, {{"rate", rate}});
}

/// Whether there is enough of what the event takes away.
Result<Done> check_extent(const LoanTerms& terms, const State& state, const Event& event)
{
    const auto refuse_above = [&](Money most, const Text& text, std::string_view name) -> Result<Done> {
        if (event.amount <= most) return Done{};
        return refuse(text, {{name, most}, {"amount", event.amount}});
    };
    const auto& flows = state.settled;
    switch (event.kind) {
        case EventKind::prepayment:
        case EventKind::call_in:
            return refuse_above(state.not_yet_due(), more_than_owed, "owed");
        case EventKind::remission:
        case EventKind::write_off:
            return refuse_above(claim(terms, state), more_than_owed, "owed");
        case EventKind::interest_waiver:
            return refuse_above(interest_owed(terms, state), more_than_interest, "owed");
        case EventKind::refund:
            return refuse_above(flows.overpaid - flows.refunded, more_than_overpaid, "overpaid");
        case EventKind::recovery:
            if ((flows.principal_written_off + flows.interest_written_off + flows.default_interest_written_off +
                 flows.costs_written_off)
                    .is_zero()) {
                return refuse(nothing_written_off, {{"day", event.value_date}});
            }
            return Done{};
        default:
            return Done{};
    }
}

Result<Done> check_rescheduling(const LoanTerms& agreed, const State& state, const Event& event)
{
    verify(event.new_plan != nullptr, "a rescheduling brings its plan");
    // Two plans from one day on would leave open which of them holds.
    const bool begins_today = state.next_number == 1 && state.period_start == event.value_date;
    if (state.own.get() != nullptr && begins_today) return refuse(rescheduled_twice, {{"day", event.value_date}});
    auto terms = event.new_plan->terms;
    if (terms.rates.empty()) terms.rates = in_force(agreed, state).rates;
    if (auto sound = check(terms); !sound) return refuse(*sound.refusal().text, sound.refusal().arguments);
    const auto first = std::min(due_date(terms, 1), period_end(terms, 1));
    if (first <= event.value_date) {
        return refuse(rescheduled_into_past, {{"due", first}, {"day", event.value_date}});
    }
    const auto after = advance(agreed, state, std::span{&event, 1}, event.value_date);
    const bool to_be_drawn = after.settled.disbursed + after.settled.commitment_lapsed < terms.commitment;
    if (after.planned.is_zero() && !to_be_drawn) return refuse(nothing_to_reschedule, {{"day", event.value_date}});
    Money planned;
    for (const auto& row : terms.plan) planned += row.principal;
    if (terms.method != Method::custom || planned == after.planned) return Done{};
    return refuse(plan_differs_from_owed, {{"plan", planned}, {"owed", after.planned}});
}

Result<Done> check_holiday(const LoanTerms& agreed, const State& state, const Event& event)
{
    const auto& terms = in_force(agreed, state);
    if (terms.method == Method::custom) return refuse(plan_with_holidays);
    if (event.extends && event.number > most_instalments - terms.instalments) {
        return refuse(holiday_beyond_term, {{"number", std::to_string(event.number)},
                                            {"instalments", std::to_string(terms.instalments)},
                                            {"most", std::to_string(most_instalments)}});
    }
    const int left = terms.instalments - state.next_number + (event.extends ? event.number : 0);
    if (event.number >= 1 && event.number <= left && state.next_number <= terms.instalments) return Done{};
    return refuse(holiday_too_long, {{"number", std::to_string(event.number)},
                                     {"left", std::to_string(std::max(0, terms.instalments - state.next_number + 1))}});
}

Result<Done> check_milestone(const LoanTerms& agreed, const State& state, const Event& event)
{
    const auto place = static_cast<std::size_t>(event.number);
    const bool known = event.number >= 1 && place <= agreed.tranches.size() && place < 64 &&
                       !agreed.tranches[place - 1].milestone.empty();
    if (!known) return refuse(milestone_unknown, {{"number", std::to_string(event.number)}});
    if (((state.milestones >> place) & 1U) == 0) return Done{};
    return refuse(milestone_reached, {{"number", std::to_string(event.number)}});
}

Result<Done> check_closing(const LoanTerms& agreed, const State& state, const Event& event)
{
    const auto owed = claim(agreed, state);
    const auto& flows = state.settled;
    const auto day = event.value_date;
    if (!owed.is_zero()) return refuse(closed_while_owed, {{"owed", owed}, {"day", day}});
    const auto overpaid = flows.overpaid - flows.refunded;
    if (!overpaid.is_zero()) return refuse(closed_while_overpaid, {{"overpaid", overpaid}, {"day", day}});
    return Done{};
}

bool has_amount(EventKind kind)
{
    return kind != EventKind::rate_change && kind != EventKind::rescheduling && kind != EventKind::holiday &&
           kind != EventKind::milestone && kind != EventKind::transfer && kind != EventKind::closing;
}

/// Whether the event settles what is owed, or pays back what was received too much.
bool settles(EventKind kind)
{
    return kind == EventKind::payment || kind == EventKind::remission || kind == EventKind::write_off ||
           kind == EventKind::recovery || kind == EventKind::refund;
}

bool owes_or_is_owed(const State& state)
{
    const auto& flows = state.settled;
    return !state.open.empty() || flows.overpaid != flows.refunded || !flows.costs_written_off.is_zero();
}

/// `drawn` is whether anything was drawn on or before that day: on one day drawings come last, but costs of a loan may
/// be charged on the day it is drawn.
Result<Done> check_at(const LoanTerms& terms, const State& state, const Event& event, const Award& award, bool drawn)
{
    if (state.closed && event.kind != EventKind::recovery) {
        return refuse(loan_closed, {{"day", event.value_date}});
    }
    if (has_amount(event.kind) && !event.amount.is_positive()) return refuse(amount_not_positive);
    switch (event.kind) {
        case EventKind::disbursement:
            return check_drawing(terms, state, event, award);
        case EventKind::milestone:
            return check_milestone(terms, state, event);
        case EventKind::closing:
            return check_closing(terms, state, event);
        case EventKind::rate_change:
            if (auto sound = check_rate(event.rate); !sound) return sound;
            break;
        default:
            break;
    }
    // Of a loan that was never drawn the commitment fee may be owed, its plan may be another, and a rate that follows
    // the base rate goes on following it.
    const bool resets = in_force(terms, state).resets && event.kind == EventKind::rate_change;
    const bool before_drawing =
        event.kind == EventKind::rescheduling || resets || (settles(event.kind) && owes_or_is_owed(state));
    if (!drawn && !before_drawing) return refuse(nothing_drawn, {{"day", event.value_date}});
    if (event.kind == EventKind::rescheduling) return check_rescheduling(terms, state, event);
    if (event.kind == EventKind::holiday) return check_holiday(terms, state, event);
    return check_extent(terms, state, event);
}

bool is_drawn_on(const LoanTerms& terms, const std::vector<Event>& events, Date day)
{
    return terms.opening.has_value() || std::any_of(events.begin(), events.end(), [&](const Event& event) {
               return event.kind == EventKind::disbursement && event.value_date <= day;
           });
}

bool is_same(const Event& a, const Event& b)
{
    return a.id == b.id && a.value_date == b.value_date && a.kind == b.kind && a.amount == b.amount &&
           a.rate == b.rate && a.excess == b.excess && a.number == b.number && a.interest == b.interest &&
           a.extends == b.extends && a.new_plan == b.new_plan;
}

/// Whether `added` could still happen at the end of its day, after all else of that day.
Result<Done> check_after_all(const LoanTerms& terms, const std::vector<Event>& life, const Award& award,
                             const Event& added)
{
    auto others = life;
    std::erase_if(others, [&](const Event& event) { return is_same(event, added); });
    const auto day = added.value_date;
    const auto state = advance(terms, beginning(terms), others, day);
    return check_at(terms, state, added, award, is_drawn_on(terms, others, day));
}

/// Goes through a life and checks each event from position `from` on. `added` is the one that is not there yet.
Result<Done> check_life(const LoanTerms& terms, const std::vector<Event>& life, std::size_t from, const Award& award,
                        const Event& added)
{
    auto state = beginning(terms);
    for (std::size_t i = 0; i < life.size(); ++i) {
        const auto& event = life[i];
        state = advance(terms, std::move(state), {}, event.value_date);
        if (i >= from) {
            const auto allowed = check_at(terms, state, event, award, is_drawn_on(terms, life, event.value_date));
            if (!allowed && is_same(event, added)) return allowed.refusal();
            if (!allowed) {
                // Two of one kind on one day stand in the order of their amounts: the one that is too much is the new.
                const bool alike = event.kind == added.kind && event.value_date == added.value_date;
                const auto too_much = alike ? check_after_all(terms, life, award, added) : Done{};
                if (!too_much) return too_much.refusal();
                return refuse(
                    later_event_impossible,
                    {{"event", std::to_string(event.id.value)}, {"day", event.value_date}, {"amount", event.amount}});
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
        return refuse(reversed_too_early, {{"day", reversal.value_date}, {"happened", target->value_date}});
    }
    // What is left must be a loan to which all of it could have happened. On the day of a drawing costs come before it.
    const auto day = target->value_date;
    life.erase(target);
    const auto from =
        std::find_if(life.begin(), life.end(), [&](const Event& event) { return event.value_date >= day; });
    return check_life(terms, life, static_cast<std::size_t>(from - life.begin()), award, reversal);
}

}  // namespace

Money released(const LoanTerms& terms, const State& state, Date day)
{
    Money sum;
    for (std::size_t i = 0; i < terms.tranches.size(); ++i) {
        const auto& tranche = terms.tranches[i];
        const bool reached = tranche.milestone.empty() || ((state.milestones >> (i + 1)) & 1U) != 0;
        if (reached && (!tranche.from || *tranche.from <= day)) sum += tranche.amount;
    }
    return sum;
}

Result<Done> check_event(const LoanTerms& terms, std::span<const Event> events, const Event& event, const Award& award)
{
    if (terms.opening && event.value_date < terms.opening->on) {
        return refuse(before_take_over, {{"day", event.value_date}, {"taken_over", terms.opening->on}});
    }
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
