#include "usecases/loan_booking.h"

#include "domain/lending/admission.h"
#include "storage/transfer_store.h"
#include "usecases/messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using storage::LoanCalendar;
using storage::LoanPosition;
using storage::StoredLoan;
using storage::Work;

/// The day an entry gets: that of the fact, unless the books are further or its period is closed; then today.
Date entry_date(Work& work, const StoredLoan& loan, Date fact, Date booked_until)
{
    const auto closed = storage::closed_until(work.connection(), loan.fund);
    const bool open = !closed || fact > *closed;
    return open && fact >= booked_until ? fact : work.today();
}

/// Past as it fell due and was paid, ahead as the plan expects it.
LoanCalendar calendar_of(const StoredLoan& loan, lending::State state, lending::Trace trace)
{
    LoanCalendar calendar{std::move(trace.fallen), std::move(trace.settlements)};
    // What is overdue stays where it fell due: the plan ahead is of what is not due yet.
    state.principal = state.not_yet_due();
    state.open.clear();
    for (const auto& row : lending::plan_ahead(loan.terms, state).rows) {
        calendar.dues.push_back({row.due, row.number, row.principal, row.interest, {}});
    }
    return calendar;
}

struct Booked {
    std::int64_t entry_no = 0;
    Money in_transit;  ///< what now is on its way; negative goes out
};

/// Tells the journal what it does not know yet, and moves the position on.
Booked book_difference(Work& work, const StoredLoan& loan, LoanPosition& position, const lending::State& now, Date fact,
                       lending::MoneyIn money_in, const std::string& description)
{
    const auto flows = lending::totals(loan.terms, now);
    auto postings = lending::postings_for(position.booked, flows, loan.id, money_in);
    const auto day = entry_date(work, loan, fact, position.booked_until);
    storage::add_loan_flow(work, loan, day, position.booked, flows);
    position.booked = flows;
    position.booked_until = std::max(position.booked_until, now.reached);
    if (postings.empty()) return {};
    Booked booked;
    for (const auto& posting : postings) {
        if (posting.debit == ledger::Account::transit) booked.in_transit += posting.amount;
        if (posting.credit == ledger::Account::transit) booked.in_transit -= posting.amount;
    }
    booked.entry_no = work.post({loan.fund, day, description, std::move(postings)});
    return booked;
}

storage::TransferKind transfer_kind(const std::vector<lending::Event>& events, const lending::Event& event)
{
    using lending::EventKind;
    auto kind = event.kind;
    for (const auto& known : events) {
        if (known.id == event.reverses) kind = known.kind;
    }
    if (kind == EventKind::disbursement) return storage::TransferKind::disbursement;
    return kind == EventKind::refund ? storage::TransferKind::refund : storage::TransferKind::repayment;
}

}  // namespace

Result<EventReceipt> book_event(Work& work, const StoredLoan& loan, lending::Event event, lending::MoneyIn money_in,
                                const std::string& note, const Counterparty& other)
{
    if (event.value_date > work.today()) {
        return refuse(in_the_future, {{"day", to_text(event.value_date)}, {"today", to_text(work.today())}});
    }
    auto& connection = work.connection();
    auto events = storage::events_of(connection, loan);
    auto position = storage::position_of(connection, loan);
    event.id = EventId{position.last_event_no + 1};
    const lending::Award award{loan.amount, loan.awarded_on};
    if (auto allowed = lending::check_event(loan.terms, events, event, award); !allowed) return allowed.refusal();

    events.push_back(event);
    lending::Trace trace;
    const auto until = std::max(position.booked_until, event.value_date);
    const auto now = lending::replay(loan.terms, events, until, &trace);

    storage::add_event(work, loan, event, money_in.bank_line, note);
    const auto booked = book_difference(work, loan, position, now, event.value_date, money_in, note);
    if (!booked.in_transit.is_zero()) {
        storage::open_transfer(work, {loan.fund, transfer_kind(events, event), booked.in_transit, event.value_date,
                                      other.iban, loan.id, event.id, std::nullopt, other.end_to_end_id});
    }
    position.state = now;
    position.last_event_no = event.id.value;
    storage::save_position(work, loan, position);
    storage::replace_calendar(work, loan, calendar_of(loan, now, std::move(trace)));
    return EventReceipt{event.id, now.principal, booked.entry_no};
}

std::int64_t book_interest(Work& work, const StoredLoan& loan, Date day)
{
    auto position = storage::position_of(work.connection(), loan);
    if (day <= position.booked_until) return 0;
    const auto events = storage::events_of(work.connection(), loan);
    const auto now = lending::replay(loan.terms, events, day);
    const auto booked = book_difference(work, loan, position, now, day, {}, "Rente " + loan.number);
    position.state = now;
    storage::save_position(work, loan, position);
    return booked.entry_no;
}

Result<EventReceipt> record_loan_event(storage::Connection& connection, const storage::Task& task,
                                       const std::string& loan_number, const lending::Event& event,
                                       const std::string& note)
{
    Work work{connection, task};
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    const auto receipt = book_event(work, *loan, event, {}, note, {storage::borrower_of(connection, *loan).iban, ""});
    if (!receipt) return receipt.refusal();
    work.commit(std::to_string(receipt->event.value) + " " + to_text(receipt->outstanding));
    return *receipt;
}

}  // namespace vierkant::usecases
