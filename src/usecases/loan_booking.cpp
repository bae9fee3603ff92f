#include "usecases/loan_booking.h"

#include "usecases/messages.h"

namespace vierkant::usecases {

using storage::StoredLoan;
using storage::Work;

Result<EventReceipt> book_event(Work& work, const StoredLoan& loan, const lending::Event& event,
                                lending::MoneyIn money_in, const std::string& note, const Counterparty& other)
{
    BookingBatch batch{work};
    batch.take(loan);
    auto receipt = batch.book(loan.fund, loan.id, event, money_in, note, other);
    if (!receipt) return receipt.refusal();
    auto booked = *receipt;
    booked.entry_no = batch.flush();
    return booked;
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
