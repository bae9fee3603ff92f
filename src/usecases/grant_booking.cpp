#include "usecases/grant_booking.h"

#include "storage/loan_store.h"
#include "usecases/grant_messages.h"

#include <utility>

namespace vierkant::usecases {

namespace {

using grants::EventKind;
using storage::Work;

/// The day of the fact, unless its period is closed; then today.
Date entry_date(Work& work, FundId fund, Date fact)
{
    const auto closed = storage::closed_until(work.connection(), fund);
    return !closed || fact > *closed ? fact : work.today();
}

}  // namespace

Result<OpenGrant> open_grant(storage::Connection& connection, const std::string& number)
{
    const auto stored = storage::find_grant(connection, number);
    if (!stored) return refuse(grant_unknown, {{"grant", number}});
    return OpenGrant{*stored, storage::history_of(connection, *stored)};
}

std::int64_t book_grant_event(Work& work, OpenGrant& grant, grants::Event event, grants::MoneyIn money_in,
                              const std::string& description)
{
    event.id = EventId{static_cast<std::int64_t>(grant.history.events.size()) + 1};
    storage::add_grant_event(work, grant.stored, event, money_in.bank_line, description);
    return book_change(work, grant, event.day, money_in, description);
}

std::int64_t book_change(Work& work, OpenGrant& grant, Date day, grants::MoneyIn money_in,
                         const std::string& description)
{
    auto now = storage::history_of(work.connection(), grant.stored);
    const auto booked = grants::totals(grants::standing_of(grant.history));
    auto postings = grants::postings_for(booked, grants::totals(grants::standing_of(now)), grant.stored.id, money_in);
    grant.history = std::move(now);
    if (postings.empty()) return 0;
    return work.post({grant.stored.fund, entry_date(work, grant.stored.fund, day), description, std::move(postings)});
}

std::int64_t book_grant_repayment(Work& work, OpenGrant& grant, Money amount, Date day, grants::MoneyIn money_in)
{
    const bool returned = amount.is_negative();
    const grants::Event event{EventId{}, returned ? EventKind::repayment_returned : EventKind::repaid, day,
                              returned ? -amount : amount};
    return book_grant_event(
        work, grant, event, money_in,
        (returned ? "Terugbetaling teruggeboekt " : "Terugbetaling subsidie ") + grant.stored.number);
}

storage::Transfer book_returned_grant_payment(Work& work, OpenGrant& grant, const storage::Transfer& payment, Date day)
{
    const auto amount = -payment.amount;
    book_grant_event(work, grant, {EventId{}, EventKind::payment_returned, day, amount}, {},
                     "Betaling teruggekomen " + grant.stored.number);
    return storage::open_transfer(work, {.fund = grant.stored.fund,
                                         .kind = storage::TransferKind::grant,
                                         .amount = amount,
                                         .day = day,
                                         .iban = payment.iban,
                                         .grant = grant.stored.id});
}

}  // namespace vierkant::usecases
