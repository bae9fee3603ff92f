#include "usecases/match_line.h"

#include "usecases/bank_messages.h"
#include "usecases/grant_messages.h"
#include "usecases/line_booking.h"
#include "usecases/messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using storage::KeptLine;
using storage::LineMatch;
using storage::MatchKind;
using storage::Work;

Result<KeptLine> line_named(storage::Connection& connection, const std::string& text)
{
    const auto number = storage::parse_line_number(text);
    if (!number) return wrong_usage(line_number_unreadable, {{"line", text}});
    const auto line = storage::find_line(connection, *number);
    if (!line) return refuse(line_unknown, {{"line", storage::number_of(*number)}});
    return *line;
}

Result<LineMatch> on_loan(BookingBatch& batch, const LineToBook& line, const std::string& number)
{
    const auto loan = storage::find_loan(batch.work().connection(), number);
    if (!loan) return refuse(loan_unknown, {{"loan", number}});
    const auto& kept = line.kept;
    if (loan->fund != kept.fund) {
        return refuse(loan_of_another_fund, {{"loan", number}, {"line", storage::number_of(kept.id)}});
    }
    if (kept.line.amount.is_negative()) return refuse(line_went_out, {{"line", storage::number_of(kept.id)}});
    return book_on_loan(batch, line, loan->id);
}

Result<LineMatch> on_grant(BookingBatch& batch, const LineToBook& line, const std::string& number)
{
    const auto grant = storage::find_grant(batch.work().connection(), number);
    if (!grant) return refuse(grant_unknown, {{"grant", number}});
    const auto& kept = line.kept;
    if (grant->fund != kept.fund) {
        return refuse(grant_of_another_fund, {{"grant", number}, {"line", storage::number_of(kept.id)}});
    }
    if (kept.line.amount.is_negative()) return refuse(line_went_out, {{"line", storage::number_of(kept.id)}});
    return book_on_grant(batch, line, *grant);
}

Result<LineMatch> with_transfer(BookingBatch& batch, const LineToBook& line, const std::string& number)
{
    const auto transfer =
        storage::find_open_transfer(batch.work().connection(), storage::parse_transfer_number(number));
    if (!transfer || transfer->fund != line.kept.fund) return refuse(transfer_not_open, {{"transfer", number}});
    if (transfer->amount != line.kept.line.amount) {
        return refuse(transfer_of_another_amount, {{"transfer", number},
                                                   {"expected", transfer->amount},
                                                   {"line", storage::number_of(line.kept.id)},
                                                   {"amount", line.kept.line.amount}});
    }
    return book_transfer(batch, line, *transfer);
}

Result<LineMatch> as_return(BookingBatch& batch, const LineToBook& line, const std::string& number)
{
    const auto earlier = line_named(batch.work().connection(), number);
    if (!earlier) return earlier.refusal();
    if (!may_undo(line.kept, *earlier)) {
        return refuse(not_a_return_of, {{"line", storage::number_of(line.kept.id)},
                                        {"amount", line.kept.line.amount},
                                        {"earlier", storage::number_of(earlier->id)},
                                        {"other", earlier->line.amount}});
    }
    return book_return(batch, line, *earlier);
}

Result<LineMatch> from_funder(BookingBatch& batch, const LineToBook& line, const std::string& funder)
{
    std::string known;
    for (const auto& capital : storage::capital_accounts(batch.work().connection(), line.kept.fund)) {
        const auto name = capital.code.substr(capital.code.rfind(':') + 1);
        if (name == funder) return book_contribution(batch, line, capital.account);
        known += (known.empty() ? "" : ", ") + name;
    }
    return refuse(funder_unknown, {{"funder", funder}, {"known", known}});
}

Result<LineMatch> book(BookingBatch& batch, const LineToBook& line, const MatchRequest& request)
{
    if (!request.loan.empty()) return on_loan(batch, line, request.loan);
    if (!request.grant.empty()) return on_grant(batch, line, request.grant);
    if (!request.transfer.empty()) return with_transfer(batch, line, request.transfer);
    if (!request.return_of.empty()) return as_return(batch, line, request.return_of);
    if (!request.funder.empty()) return from_funder(batch, line, request.funder);
    return LineMatch{MatchKind::ignored, {}, {}, request.reason};  // its money stays where it is
}

std::string target_of(const MatchRequest& request)
{
    for (const auto* target : {&request.loan, &request.grant, &request.transfer, &request.return_of, &request.funder}) {
        if (!target->empty()) return *target;
    }
    return {};
}

}  // namespace

Result<MatchReceipt> match_line(storage::Connection& connection, const storage::Task& task, const MatchRequest& request)
{
    const auto targets = !request.loan.empty() + !request.grant.empty() + !request.transfer.empty() +
                         !request.return_of.empty() + !request.funder.empty() + static_cast<int>(request.ignore);
    if (targets != 1) return wrong_usage(one_target);
    if (request.ignore && request.reason.empty()) return wrong_usage(reason_missing);

    Work work{connection, task};
    const auto line = line_named(connection, request.line);
    if (!line) return line.refusal();
    const auto current = storage::current_match(connection, *line);
    const bool waits =
        current.match.kind == MatchKind::suspense || (current.match.kind == MatchKind::ignored && !request.ignore);
    if (!waits) {
        const auto listed = storage::listed_line(connection, *line);
        return refuse(line_not_in_suspense, {{"line", storage::number_of(line->id)},
                                             {"kind", storage::name_of(current.match.kind)},
                                             {"target", listed.target}});
    }

    BookingBatch batch{work};
    const auto booked = book(batch, {*line, ledger::Account::suspense, request.reason}, request);
    if (!booked) return booked.refusal();
    batch.flush();
    storage::add_match(work, *line, current.match_no + 1, *booked);
    work.commit(storage::number_of(line->id) + " " + target_of(request));
    return MatchReceipt{*line, *booked, target_of(request)};
}

}  // namespace vierkant::usecases
