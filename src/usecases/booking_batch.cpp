#include "usecases/booking_batch.h"

#include "domain/lending/admission.h"
#include "storage/fund_store.h"
#include "storage/transfer_store.h"
#include "usecases/messages.h"
#include "usecases/not_after_today.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using lending::Event;
using lending::EventKind;
using lending::State;

/// The state on a later day, if nothing more happens.
State on_day(const lending::LoanTerms& terms, const State& checkpoint, Date day)
{
    return day > checkpoint.reached ? lending::advance(terms, checkpoint, {}, day) : checkpoint;
}

lending::Award award_of(const storage::StoredLoan& loan)
{
    return {loan.amount, loan.awarded_on};
}

Date last_day(const std::vector<Event>& events)
{
    return std::max_element(events.begin(), events.end(),
                            [](const Event& a, const Event& b) { return a.value_date < b.value_date; })
        ->value_date;
}

std::vector<lending::DueOnDay> after(const std::vector<lending::DueOnDay>& dues, Date day)
{
    const auto first = std::upper_bound(dues.begin(), dues.end(), day,
                                        [](Date before, const lending::DueOnDay& row) { return before < row.due; });
    return {first, dues.end()};
}

/// What had returned to the fund and is promised again must still be there.
Result<Done> check_commitment_left(storage::Connection& connection, const storage::LoanInBooks& books, const State& now)
{
    const auto again = books.position.booked.commitment_lapsed - now.settled.commitment_lapsed;
    if (!again.is_positive()) return Done{};
    for (const auto& fund : storage::fund_standings(connection)) {
        if (fund.id != books.loan.fund || fund.available() >= again) continue;
        return refuse(commitment_gone, {{"amount", again}, {"available", fund.available()}});
    }
    return Done{};
}

storage::TransferKind transfer_kind(EventKind kind)
{
    if (kind == EventKind::disbursement) return storage::TransferKind::disbursement;
    return kind == EventKind::refund ? storage::TransferKind::refund : storage::TransferKind::repayment;
}

}  // namespace

void BookingBatch::load(FundId fund, const std::vector<std::int64_t>& loans)
{
    auto ahead = storage::dues_ahead(work_.connection(), fund, loans);
    for (auto& books : storage::load_loans(work_.connection(), fund, loans)) {
        const auto id = books.loan.id;
        loans_.insert_or_assign({fund, id}, InHand{std::move(books), std::move(ahead[id])});
    }
}

void BookingBatch::take(const storage::StoredLoan& loan)
{
    auto& connection = work_.connection();
    auto ahead = storage::dues_ahead(connection, loan.fund, {loan.id.value});
    loans_.insert_or_assign({loan.fund, loan.id},
                            InHand{{loan, storage::position_of(connection, loan)}, std::move(ahead[loan.id])});
}

BookingBatch::InHand& BookingBatch::hand(FundId fund, LoanId loan)
{
    auto known = loans_.find({fund, loan});
    if (known == loans_.end()) {
        load(fund, {loan.value});
        known = loans_.find({fund, loan});
    }
    verify(known != loans_.end(), "a loan that is booked on is there");
    return known->second;
}

const storage::LoanInBooks& BookingBatch::loan(FundId fund, LoanId loan)
{
    return hand(fund, loan).books;
}

std::optional<Date> BookingBatch::closed_until(FundId fund)
{
    const auto known = closed_.find(fund);
    if (known != closed_.end()) return known->second;
    return closed_[fund] = storage::closed_until(work_.connection(), fund);
}

Result<EventReceipt> BookingBatch::book(FundId fund, LoanId id, Event event, lending::MoneyIn money_in,
                                        const std::string& note, const Counterparty& other)
{
    if (auto future = refusal_of_future(event.value_date, work_.today())) return *future;
    auto& in_hand = hand(fund, id);
    auto& [loan, position] = in_hand.books;
    event.id = EventId{position.last_event_no + 1};
    auto kind = event.kind;
    // What waits for a day of payment ahead stands in the calendar as it fell due, which the checkpoint does not tell;
    // a new plan changes what fell due before it.
    const bool changes_past = kind == EventKind::reversal || kind == EventKind::rescheduling;
    const bool goes_on = !changes_past && event.value_date > position.state.reached;
    if (goes_on && !lending::has_items_ahead(position.state)) {
        if (auto done = go_on(in_hand, event); !done) return done.refusal();
    } else {
        const auto done = start_over(in_hand, event);
        if (!done) return done.refusal();
        kind = *done;
    }
    const auto now = on_day(loan.terms, position.state, position.booked_until);
    if (auto left = check_commitment_left(work_.connection(), in_hand.books, now); !left) return left.refusal();
    position.last_event_no = event.id.value;
    writer_.add_event(loan, event, money_in.bank_line, note);
    const auto in_transit = book_difference(in_hand, now, event.value_date, money_in, note);
    if (!in_transit.is_zero()) {
        storage::open_transfer(work_, {loan.fund, transfer_kind(kind), in_transit, event.value_date, other.iban,
                                       loan.id, event.id, std::nullopt, other.end_to_end_id});
    }
    return EventReceipt{event.id, now.principal};
}

/// From the checkpoint. Of the calendar, what was settled earlier stays; what falls due after the checkpoint is set
/// anew.
Result<Done> BookingBatch::go_on(InHand& hand, const Event& event)
{
    auto& [loan, position] = hand.books;
    const auto day = event.value_date;
    const auto before = lending::advance(loan.terms, position.state, {}, day);
    if (auto allowed = lending::check_next_event(loan.terms, before, event, award_of(loan)); !allowed) return allowed;

    lending::Trace trace;
    const auto reached = position.state.reached;
    position.state = lending::advance(loan.terms, std::move(position.state), {&event, 1}, day, &trace);
    const auto calendar = lending::calendar_until(loan.terms, position.state, trace, position.booked_until);
    writer_.change_dues(loan, hand.ahead, calendar.dues);
    writer_.change_settlements(loan, {}, calendar.settlements);
    for (const auto& settled : calendar.settlements) {
        if (settled.due <= reached && !lending::is_open(position.state, settled.due)) {
            writer_.mark_settled(loan, settled.due, settled.day);
        }
    }
    hand.ahead = after(calendar.dues, day);
    return Done{};
}

/// From the beginning. Gives the kind of the event, or of the one it reverses.
Result<EventKind> BookingBatch::start_over(InHand& hand, const Event& event)
{
    flush();  // so that all events and the calendar can be read
    auto& connection = work_.connection();
    auto& [loan, position] = hand.books;
    auto events = storage::events_of(connection, loan);
    if (auto allowed = lending::check_event(loan.terms, events, event, award_of(loan)); !allowed) {
        return allowed.refusal();
    }
    auto kind = event.kind;
    for (const auto& known : events) {
        if (known.id == event.reverses) kind = known.kind;
    }
    events.push_back(event);
    lending::Trace trace;
    position.state = lending::replay(loan.terms, events, last_day(events), &trace);
    const auto kept = storage::calendar_of(connection, loan);
    const auto calendar = lending::calendar_until(loan.terms, position.state, trace, position.booked_until);
    writer_.change_dues(loan, kept.dues, calendar.dues);
    writer_.change_settlements(loan, kept.settlements, calendar.settlements);
    hand.ahead = after(calendar.dues, position.state.reached);
    return kind;
}

/// The day an entry gets: that of the fact, unless the books are further or its period is closed; then today.
Date BookingBatch::entry_date(const InHand& hand, Date fact)
{
    const auto closed = closed_until(hand.books.loan.fund);
    const bool open = !closed || fact > *closed;
    return open && fact >= hand.books.position.booked_until ? fact : work_.today();
}

/// Tells the journal what it does not know yet, and moves the position on. Gives what now is on its way; negative goes
/// out.
Money BookingBatch::book_difference(InHand& hand, const State& now, Date fact, lending::MoneyIn money_in,
                                    const std::string& description)
{
    auto& [loan, position] = hand.books;
    const auto flows = lending::totals(loan.terms, now);
    auto postings = lending::postings_for(position.booked, flows, loan.id, money_in);
    const auto day = entry_date(hand, fact);
    writer_.add_flow(loan, day, position.booked, flows);
    position.booked = flows;
    position.booked_until = std::max(position.booked_until, now.reached);
    writer_.save(loan, position, now);
    Money in_transit;
    for (const auto& posting : postings) {
        if (posting.debit == ledger::Account::transit) in_transit += posting.amount;
        if (posting.credit == ledger::Account::transit) in_transit -= posting.amount;
    }
    if (!postings.empty()) post({loan.fund, day, description, std::move(postings)});
    return in_transit;
}

void BookingBatch::book_interest(FundId fund, LoanId id, Date day)
{
    auto& in_hand = hand(fund, id);
    const auto& [loan, position] = in_hand.books;
    if (day <= position.booked_until) return;
    book_difference(in_hand, on_day(loan.terms, position.state, day), day, {}, "Rente " + loan.number);
    lending::Trace trace;
    if (lending::has_items_ahead(position.state)) {
        flush();
        const auto events = storage::events_of(work_.connection(), loan);
        lending::replay(loan.terms, events, position.state.reached, &trace);
    }
    auto dues = after(lending::calendar_until(loan.terms, position.state, trace, day).dues, position.state.reached);
    writer_.change_dues(loan, in_hand.ahead, dues);
    in_hand.ahead = std::move(dues);
}

std::int64_t BookingBatch::flush()
{
    writer_.write(work_);
    const auto numbers = work_.post_all(entries_);
    entries_.clear();
    return numbers.empty() ? 0 : numbers.back();
}

}  // namespace vierkant::usecases
