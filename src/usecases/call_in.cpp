#include "usecases/call_in.h"

#include "domain/lending/messages.h"
#include "usecases/arrangements.h"
#include "usecases/arrears_messages.h"
#include "usecases/messages.h"
#include "usecases/not_after_today.h"
#include "usecases/release_order.h"
#include "usecases/statement_messages.h"

namespace vierkant::usecases {

namespace {

/// The event, of a loan that is there and may be called in.
Result<lending::Event> event_of(storage::Connection& connection, const storage::StoredLoan& loan,
                                std::optional<Money> amount, Date day, const std::string& ground, Date today)
{
    if (auto future = refusal_of_future(day, today)) return *future;
    if (auto open = check_period_open(connection, loan.fund, day); !open) return open.refusal();
    const auto record = storage::record_of(connection, loan);
    const auto state = lending::replay(loan.terms, record.events, day);
    if (ground.empty() && lending::days_past_due(state, day) == 0) return refuse(not_late, {{"loan", loan.number}});
    const auto arrangement = ground.empty() ? kept_arrangement(Dunning{connection}, record, day) : std::nullopt;
    if (arrangement) return refuse(arrangement_kept, {{"loan", loan.number}, {"number", arrangement->agreed.number}});
    if (!state.drawn) return refuse(lending::nothing_drawn, {{"day", day}});
    const auto left = state.not_yet_due();
    if (!left.is_positive()) return refuse(nothing_to_call_in, {{"loan", loan.number}});
    const lending::Event event{EventId{}, day, lending::EventKind::call_in, amount.value_or(left)};
    if (event.amount > left) return refuse(lending::more_than_owed, {{"owed", left}, {"amount", event.amount}});
    return event;
}

}  // namespace

Result<lending::Event> call_in_event(storage::Connection& connection, const std::string& loan_number,
                                     std::optional<Money> amount, Date day, const std::string& ground, Date today)
{
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    return event_of(connection, *loan, amount, day, ground, today);
}

Result<EventReceipt> call_in_loan(storage::Connection& connection, const storage::Task& task,
                                  const std::string& loan_number, std::optional<Money> amount, Date day,
                                  const std::string& ground)
{
    storage::Work work{connection, task};
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    const auto event = event_of(connection, *loan, amount, day, ground, task.today);
    if (!event) return event.refusal();
    const auto note = ground.empty() ? "Opgeëist na achterstand" : "Opgeëist: " + ground;
    const auto receipt = book_event(work, *loan, *event, {}, note);
    if (!receipt) return receipt.refusal();
    work.commit(std::to_string(receipt->event.value) + " " + to_text(event->amount));
    return *receipt;
}

}  // namespace vierkant::usecases
