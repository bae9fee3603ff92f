#include "usecases/line_booking.h"

#include "usecases/bank_messages.h"
#include "usecases/grant_booking.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using ledger::Account;
using lending::EventKind;
using storage::LineMatch;
using storage::MatchKind;
using storage::Work;

/// Books the line's money from where it is to `to`, today where its day is in a closed period.
void move(BookingBatch& batch, const LineToBook& line, Account to, const std::string& what,
          std::optional<LoanId> loan = {}, std::optional<GrantId> grant = {})
{
    if (line.from == to) return;  // it is there already
    std::vector<ledger::Posting> postings;
    ledger::add_difference(postings, {line.from, to, {}, loan, grant, line.kept.id}, line.kept.line.amount);
    if (postings.empty()) return;
    auto day = day_of(batch.work(), line.kept.line);
    const auto closed = batch.closed_until(line.kept.fund);
    if (closed && day <= *closed) day = batch.work().today();
    batch.post({line.kept.fund, day, what + " " + storage::number_of(line.kept.id), std::move(postings)});
}

/// Written off and nothing owed any more: what comes in now is a recovery.
bool is_written_off(const lending::Totals& booked)
{
    return booked.principal_written_off.is_positive() && booked.outstanding().is_zero();
}

Result<EventId> reverse(BookingBatch& batch, const LineToBook& line, LoanId loan, EventId event,
                        lending::MoneyIn money_in)
{
    const auto note =
        "Terugboeking " + batch.loan(line.kept.fund, loan).loan.number + " " + storage::number_of(line.kept.id);
    const auto receipt = batch.book(
        line.kept.fund, loan, {EventId{}, day_of(batch.work(), line.kept.line), EventKind::reversal, {}, {}, {}, event},
        money_in, note);
    if (!receipt) return receipt.refusal();
    return receipt->event;
}

OpenGrant grant_of(Work& work, const LineToBook& line, GrantId id)
{
    auto stored = storage::find_grant(work.connection(), line.kept.fund, id);
    verify(stored.has_value(), "a matched grant is there");
    auto history = storage::history_of(work.connection(), *stored);
    return {std::move(*stored), std::move(history)};
}

/// What came back of our own payments is undone where it was paid: on the loan, or on the grant; anything else has to
/// be paid again.
Result<LineMatch> return_transfer(BookingBatch& batch, const LineToBook& line, const storage::Transfer& transfer,
                                  const LineMatch& undone)
{
    auto& work = batch.work();
    if (transfer.grant) {
        auto grant = grant_of(work, line, *transfer.grant);
        const auto back = book_returned_grant_payment(work, grant, transfer, day_of(work, line.kept.line));
        move(batch, line, Account::transit, "Terug ontvangen", {}, transfer.grant);
        return LineMatch{MatchKind::transit, back.id.value, {}, line.reason};
    }
    if (!transfer.loan || !transfer.event) {
        move(batch, line, Account::transit, "Terug ontvangen", transfer.loan, transfer.grant);
        return undone;
    }
    const auto reversal = reverse(batch, line, *transfer.loan, *transfer.event, {});
    if (!reversal) return reversal.refusal();
    move(batch, line, Account::transit, "Terug ontvangen", transfer.loan);
    auto match = undone;
    match.event = *reversal;
    // The reversal expects the money back as a transfer of its own: this line is it.
    batch.flush();
    for (const auto& open :
         storage::open_transfers_by(work.connection(), line.kept.fund, {}, {}, {transfer.loan->value})) {
        if (open.event == *reversal) return LineMatch{MatchKind::transit, open.id.value, *reversal, line.reason};
    }
    return match;
}

}  // namespace

Date day_of(const Work& work, const banking::Line& line)
{
    return std::min(line.value, work.today());
}

LineMatch book_in_suspense(BookingBatch& batch, const LineToBook& line)
{
    move(batch, line, Account::suspense, "Vraagpost");
    return {MatchKind::suspense, {}, {}, line.reason};
}

LineMatch book_contribution(BookingBatch& batch, const LineToBook& line, std::int64_t capital_account)
{
    move(batch, line, Account{capital_account}, "Storting");
    return {MatchKind::contribution, capital_account, {}, line.reason};
}

LineMatch book_transfer(BookingBatch& batch, const LineToBook& line, const storage::Transfer& transfer)
{
    verify(transfer.amount == line.kept.line.amount, "a transfer is seen in full");
    move(batch, line, Account::transit, transfer.amount.is_negative() ? "Betaald" : "Ontvangen", transfer.loan,
         transfer.grant);
    return {MatchKind::transit, transfer.id.value, {}, line.reason};
}

Result<LineMatch> book_on_loan(BookingBatch& batch, const LineToBook& line, LoanId id)
{
    const auto& kept = line.kept;
    const auto& [loan, position] = batch.loan(kept.fund, id);
    const auto kind = is_written_off(position.booked) ? EventKind::recovery : EventKind::payment;
    const auto receipt =
        batch.book(kept.fund, id, {EventId{}, day_of(batch.work(), kept.line), kind, kept.line.amount},
                   {line.from, kept.id}, "Ontvangen " + loan.number + " " + storage::number_of(kept.id));
    if (!receipt) return receipt.refusal();
    return LineMatch{MatchKind::loan, id.value, receipt->event, line.reason};
}

LineMatch book_on_grant(BookingBatch& batch, const LineToBook& line, const storage::StoredGrant& grant)
{
    const auto& kept = line.kept;
    batch.flush();  // what the grant books is written at once
    auto& work = batch.work();
    OpenGrant open{grant, storage::history_of(work.connection(), grant)};
    book_grant_repayment(work, open, kept.line.amount, day_of(work, kept.line), {line.from, kept.id});
    return {MatchKind::grant, grant.id.value, open.history.events.back().id, line.reason};
}

bool may_undo(const storage::KeptLine& line, const storage::KeptLine& earlier)
{
    return line.fund == earlier.fund && line.id != earlier.id && line.line.amount == -earlier.line.amount;
}

Result<LineMatch> book_return(BookingBatch& batch, const LineToBook& line, const storage::KeptLine& earlier)
{
    verify(may_undo(line.kept, earlier), "a return undoes the same amount");
    batch.flush();  // what a grant books is written at once
    auto& work = batch.work();
    const auto current = storage::current_match(work.connection(), earlier);
    const auto& was = current.match;
    LineMatch match{MatchKind::return_of, earlier.id.value, {}, line.reason};
    LineMatch undone{MatchKind::returned, line.kept.id.value, {}, std::string{undone_by_return.code}};
    switch (was.kind) {
        case MatchKind::loan: {
            const auto reversal = reverse(batch, line, LoanId{*was.target}, *was.event, {line.from, line.kept.id});
            if (!reversal) return reversal.refusal();
            match.event = undone.event = *reversal;
            break;
        }
        case MatchKind::grant: {
            auto grant = grant_of(work, line, GrantId{*was.target});
            book_grant_repayment(work, grant, line.kept.line.amount, day_of(work, line.kept.line),
                                 {line.from, line.kept.id});
            match.event = undone.event = grant.history.events.back().id;
            break;
        }
        case MatchKind::transit: {
            const auto transfer = storage::find_transfer(work.connection(), TransferId{*was.target});
            verify(transfer.has_value(), "a matched transfer is there");
            const auto booked = return_transfer(batch, line, *transfer, match);
            if (!booked || booked->kind == MatchKind::transit) return booked;
            match = *booked;
            break;
        }
        case MatchKind::contribution:
            move(batch, line, Account{*was.target}, "Storting terug");
            break;
        case MatchKind::suspense:
        case MatchKind::ignored:
            move(batch, line, Account::suspense, "Vraagpost terug");
            break;
        case MatchKind::return_of:
        case MatchKind::returned:
            return refuse(not_a_return_of, {{"line", storage::number_of(line.kept.id)},
                                            {"amount", line.kept.line.amount},
                                            {"earlier", storage::number_of(earlier.id)},
                                            {"other", earlier.line.amount}});
    }
    storage::add_match(work, earlier, current.match_no + 1, undone);
    return match;
}

}  // namespace vierkant::usecases
