#include "usecases/grant_money.h"

#include "domain/parties/identifiers.h"
#include "storage/transfer_store.h"
#include "usecases/grant_booking.h"
#include "usecases/grant_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using grants::EventKind;
using storage::OrderKind;
using storage::Work;

Money ordered_for(storage::Connection& connection, const OpenGrant& grant)
{
    return storage::open_amount(connection, grant.stored.fund, grant.stored.id, OrderKind::grant);
}

Result<std::string> payee(storage::Connection& connection, const OpenGrant& grant, const std::string& typed)
{
    if (!typed.empty()) {
        const auto iban = parties::Iban::parse(typed);
        if (!iban) return iban.refusal();
        return iban->text();
    }
    const auto recipient = storage::recipient_of(connection, grant.stored);
    if (recipient.iban.empty()) return refuse(recipient_without_iban, {{"name", recipient.name}});
    return recipient.iban;
}

}  // namespace

Result<GrantReceipt> grant_advance(storage::Connection& connection, const storage::Task& task,
                                   const std::string& grant_number, Money amount)
{
    Work work{connection, task};
    auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    const auto allowed = grants::check_advance(grants::standing_of(grant->history), amount);
    if (!allowed) return allowed.refusal();
    book_grant_event(work, *grant, {EventId{}, EventKind::advanced, task.today, amount}, {},
                     "Voorschot " + grant_number);
    work.commit(grant_number + " " + to_text(amount));
    return GrantReceipt{grant_number, amount, {}, {}};
}

Result<storage::StoredOrder> prepare_grant_payment(storage::Connection& connection, const storage::Task& task,
                                                   const std::string& grant_number, std::optional<Money> amount,
                                                   const std::string& iban)
{
    Work work{connection, task};
    const auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    const auto standing = grants::standing_of(grant->history);
    const auto ordered = ordered_for(connection, *grant);
    const auto asked = amount.value_or(std::max(Money{}, standing.unpaid() - ordered));
    // What is prepared for other grants of the fund counts too: the ceiling is shared.
    const auto ceiling = storage::left_under_ceiling(connection, grant->stored.fund) -
                         storage::open_grant_orders(connection, grant->stored.fund);
    if (auto allowed = grants::check_payment(standing, asked, ordered, ceiling); !allowed) return allowed.refusal();
    const auto account = payee(connection, *grant, iban);
    if (!account) return account.refusal();

    const auto order = storage::add_order(work, {.fund = grant->stored.fund,
                                                 .kind = OrderKind::grant,
                                                 .grant = grant->stored.id,
                                                 .amount = asked,
                                                 .iban = *account,
                                                 .note = "Subsidie " + grant_number});
    work.commit(order.number);
    return order;
}

Result<std::int64_t> pay_grant_order(Work& work, const storage::StoredOrder& stored)
{
    auto& connection = work.connection();
    const auto& order = stored.order;
    const auto found = storage::find_grant(connection, order.fund, *order.grant);
    verify(found.has_value(), "the grant of an order is there");
    OpenGrant grant{*found, storage::history_of(connection, *found)};
    // A worker may have left, or a claim been rejected, since it was prepared.
    const auto allowed = grants::check_payment(grants::standing_of(grant.history), order.amount, {},
                                               storage::left_under_ceiling(connection, order.fund));
    if (!allowed) return allowed.refusal();

    storage::open_transfer(work, {.fund = order.fund,
                                  .kind = storage::TransferKind::grant,
                                  .amount = -order.amount,
                                  .day = work.today(),
                                  .iban = order.iban,
                                  .grant = grant.stored.id,
                                  .end_to_end_id = stored.number});
    return book_grant_event(work, grant, {EventId{}, EventKind::paid, work.today(), order.amount}, {},
                            "Betaling " + grant.stored.number);
}

Result<GrantReceipt> settle_grant(storage::Connection& connection, const storage::Task& task,
                                  const std::string& grant_number)
{
    Work work{connection, task};
    auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    const auto amount = grants::settlement(grant->history, ordered_for(connection, *grant), task.actor, task.today);
    if (!amount) return amount.refusal();
    const auto before = grants::standing_of(grant->history);
    book_grant_event(work, *grant, {EventId{}, EventKind::settled, task.today, *amount}, {},
                     "Vaststelling " + grant_number);
    work.commit(grant_number + " " + to_text(*amount));
    const auto after = grants::standing_of(grant->history);
    return GrantReceipt{grant_number, *amount, before.committed() - after.committed(), after.undue()};
}

Result<GrantReceipt> reclaim_grant(storage::Connection& connection, const storage::Task& task,
                                   const std::string& grant_number)
{
    Work work{connection, task};
    auto grant = open_grant(connection, grant_number);
    if (!grant) return grant.refusal();
    const auto amount = grants::reclaim(grant->history, task.actor);
    if (!amount) return amount.refusal();
    const auto due_on = grants::reclaim_due(task.today);
    book_grant_event(work, *grant, {EventId{}, EventKind::reclaimed, task.today, *amount, due_on}, {},
                     "Terugvordering " + grant_number);
    work.commit(grant_number + " " + to_text(*amount));
    return GrantReceipt{grant_number, *amount, {}, {}, due_on, grant->stored.payment_reference};
}

}  // namespace vierkant::usecases
