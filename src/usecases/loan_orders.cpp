#include "usecases/loan_orders.h"

#include "domain/lending/admission.h"
#include "domain/parties/identifiers.h"
#include "storage/loan_store.h"
#include "usecases/loan_messages.h"
#include "usecases/messages.h"
#include "usecases/proof_production.h"
#include "usecases/release_order.h"

namespace vierkant::usecases {

namespace {

using storage::OrderKind;
using storage::StoredLoan;

bool is_money_out(OrderKind kind)
{
    return kind == OrderKind::disbursement || kind == OrderKind::refund;
}

/// The account that is paid; "" where no money goes out.
Result<std::string> payee(storage::Connection& connection, const StoredLoan& loan, const LoanOrderRequest& request)
{
    if (!is_money_out(request.kind)) return std::string{};
    const auto borrower = storage::borrower_of(connection, loan);
    if (request.iban.empty() && borrower.iban.empty()) return refuse(iban_missing, {{"name", borrower.name}});
    if (request.iban.empty()) return borrower.iban;
    const auto iban = parties::Iban::parse(request.iban);
    if (!iban) return iban.refusal();
    return iban->text();
}

/// Would it be allowed now, also when all that is prepared were released first?
Result<Done> check_room(storage::Connection& connection, const StoredLoan& loan, lending::Event event, OrderKind kind)
{
    const auto events = storage::events_of(connection, loan);
    const lending::Award award{loan.amount, loan.awarded_on};
    if (auto allowed = lending::check_event(loan.terms, events, event, award); !allowed) return allowed;
    const auto open = storage::open_amount(connection, loan.fund, loan.id, kind);
    if (kind == OrderKind::disbursement) {
        if (auto proven = check_invoices(connection, loan, event.amount, open); !proven) return proven;
    }
    const auto asked = event.amount;
    event.amount += open;
    if (open.is_zero() || lending::check_event(loan.terms, events, event, award)) return Done{};
    return refuse(orders_exceed, {{"open", open}, {"amount", asked}});
}

}  // namespace

Result<storage::StoredOrder> prepare_loan_order(storage::Connection& connection, const storage::Task& task,
                                                const LoanOrderRequest& request)
{
    storage::Work work{connection, task};
    const auto loan = storage::find_loan(connection, request.loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", request.loan_number}});
    const auto day = request.value_date.value_or(work.today());
    if (auto open = check_period_open(connection, loan->fund, day); !open) return open.refusal();
    const auto iban = payee(connection, *loan, request);
    if (!iban) return iban.refusal();
    const lending::Event event{EventId{}, day, event_kind(request.kind), request.amount};
    if (auto room = check_room(connection, *loan, event, request.kind); !room) return room.refusal();

    const auto order = storage::add_order(work, {.fund = loan->fund,
                                                 .kind = request.kind,
                                                 .loan = loan->id,
                                                 .amount = request.amount,
                                                 .value_date = request.value_date,
                                                 .iban = *iban,
                                                 .note = request.note});
    work.commit(order.number);
    return order;
}

}  // namespace vierkant::usecases
