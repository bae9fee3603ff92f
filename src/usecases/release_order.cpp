#include "usecases/release_order.h"

#include "storage/loan_store.h"
#include "usecases/grant_money.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_messages.h"
#include "usecases/proof_production.h"

namespace vierkant::usecases {

namespace {

using storage::OrderKind;
using storage::StoredOrder;
using storage::Work;

Result<StoredOrder> find_open_order(storage::Connection& connection, const std::string& number)
{
    const auto order = storage::find_order(connection, number);
    if (!order) return refuse(order_unknown, {{"order", number}});
    if (order->status == storage::OrderStatus::released) return refuse(order_released, {{"order", number}});
    if (order->status == storage::OrderStatus::withdrawn) return refuse(order_withdrawn, {{"order", number}});
    return *order;
}

/// A loan's order becomes an event of the loan. Gives the entry.
Result<std::int64_t> carry_out_on_loan(Work& work, const StoredOrder& stored)
{
    const auto& order = stored.order;
    const auto loan = storage::find_loan(work.connection(), order.fund, *order.loan);
    verify(loan.has_value(), "the loan of an order is there");
    const auto day = order.value_date.value_or(work.today());
    if (auto open = check_period_open(work.connection(), order.fund, day); !open) return open.refusal();
    if (order.kind == OrderKind::disbursement) {
        if (auto proven = check_invoices(work.connection(), *loan, order.amount, {}); !proven) return proven.refusal();
    }
    const lending::Event event{EventId{}, day, event_kind(order.kind), order.amount};
    const auto receipt = book_event(work, *loan, event, {}, order.note, {order.iban, stored.number});
    if (!receipt) return receipt.refusal();
    return receipt->entry_no;
}

}  // namespace

Result<ReleaseReceipt> release_order(storage::Connection& connection, const storage::Task& task,
                                     const std::string& order_number)
{
    Work work{connection, task};
    const auto order = find_open_order(connection, order_number);
    if (!order) return order.refusal();
    if (order->prepared_by == work.actor()) {
        return refuse(order_own, {{"actor", work.actor()}, {"order", order_number}});
    }
    const auto entry_no = order->order.grant ? pay_grant_order(work, *order) : carry_out_on_loan(work, *order);
    if (!entry_no) return entry_no.refusal();

    storage::release(work, *order);
    work.commit(order_number);
    return ReleaseReceipt{*order, *entry_no};
}

Result<StoredOrder> withdraw_order(storage::Connection& connection, const storage::Task& task,
                                   const std::string& order_number, const std::string& reason)
{
    Work work{connection, task};
    const auto order = find_open_order(connection, order_number);
    if (!order) return order.refusal();
    storage::withdraw(work, *order, reason);
    work.commit(order_number);
    return *order;
}

Result<Done> check_period_open(storage::Connection& connection, FundId fund, Date day)
{
    const auto closed = storage::closed_until(connection, fund);
    if (!closed || day > *closed) return Done{};
    return refuse(period_closed, {{"closed", *closed}, {"day", day}});
}

lending::EventKind event_kind(OrderKind kind)
{
    switch (kind) {
        case OrderKind::disbursement:
            return lending::EventKind::disbursement;
        case OrderKind::refund:
            return lending::EventKind::refund;
        case OrderKind::remission:
            return lending::EventKind::remission;
        case OrderKind::interest_waiver:
            return lending::EventKind::interest_waiver;
        case OrderKind::write_off:
            return lending::EventKind::write_off;
        case OrderKind::grant:
            break;
    }
    verify(false, "an order on a grant is no event of a loan");
    return lending::EventKind::disbursement;
}

}  // namespace vierkant::usecases
