#include "usecases/group_booking.h"

#include "base/bsn.h"
#include "domain/banking/messages.h"
#include "storage/transfer_store.h"
#include "usecases/bank_messages.h"
#include "usecases/line_booking.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using banking::Certainty;
using banking::ItemKind;
using banking::Match;
using storage::KeptLine;
using storage::LineMatch;
using storage::MatchKind;

constexpr std::size_t lines_of_a_group = 1'000;
constexpr std::size_t most_suspended_listed = 1'000;

}  // namespace

void GroupBooking::begin(FundId fund, StatementId statement)
{
    fund_ = fund;
    statement_ = statement;
}

void GroupBooking::take(const banking::Line& line)
{
    lines_.push_back(line);
    if (lines_.size() == lines_of_a_group) finish();
}

void GroupBooking::finish()
{
    keep_lines();
    banking::OpenItems items{{}};
    if (!lines_.empty()) load(0, items);
    load_loans(items);
    for (std::size_t i = 0; i < lines_.size(); ++i) book(i, items);
    write();
    batch_.forget();
    lines_.clear();
    kept_.clear();
    doubles_.clear();
}

/// The loans that the lines of the group may be about.
void GroupBooking::load_loans(const banking::OpenItems& items)
{
    std::vector<std::int64_t> loans;
    for (const auto& item : items.all()) {
        if (item.kind == ItemKind::loan_repayment) loans.push_back(item.id);
    }
    batch_.load(fund_, loans);
}

void GroupBooking::keep_match(const KeptLine& line, const LineMatch& match)
{
    storage::add_match_to(matches_, line, match, work_.actor());
    if (match.kind == MatchKind::suspense) unmatched_.add(line.fund.value, line.id.value);
}

/// Writes what waits: what was booked so far can be seen.
void GroupBooking::write()
{
    batch_.flush();
    work_.add_all(storage::facts::bank_match, matches_);
    storage::add_unmatched(work_, unmatched_);
    matches_.clear();
    unmatched_.clear();
}

/// A line whose name was used before is kept under a name that nothing else can have.
void GroupBooking::keep_lines()
{
    std::vector<std::string> identities;
    for (const auto& line : lines_) identities.push_back(line.identity);
    const auto known = storage::known_identities(work_.connection(), fund_, identities);
    storage::Rows rows{storage::facts::bank_line.kinds.size()};
    for (const auto& line : lines_) {
        KeptLine kept{fund_, BankLineId{work_.next_number("bank_line")}, line};
        if (known.contains(line.identity)) {
            kept.line.identity = "!" + std::to_string(statement_.value) + "|" + std::to_string(line.position);
            doubles_.insert(kept.id);
            counted_.notices.push_back({&identity_used, {{"line", storage::number_of(kept.id)}}});
        }
        // Others wrote these: a citizen service number in them is not ours to keep (docs/rules/bank-matching.md).
        kept.line.remittance = without_bsn(line.remittance);
        kept.line.counterparty = without_bsn(line.counterparty);
        storage::add_line_to(rows, kept, statement_);
        kept_.push_back(std::move(kept));
    }
    work_.add_all(storage::facts::bank_line, rows);
}

void GroupBooking::load(std::size_t index, banking::OpenItems& items)
{
    items = banking::OpenItems{storage::open_items(work_.connection(), fund_, std::span{lines_}.subspan(index))};
    undone_ = false;
    touched_.clear();
}

/// Whether what was booked since the items were loaded could change this answer.
bool GroupBooking::is_stale(const banking::Line& line, const Match& match) const
{
    if (undone_) return true;
    const auto keys = banking::keys_of(line);
    const bool by_reference = match.certainty == Certainty::certain && match.reason != &banking::by_account;
    return !by_reference && touched_.contains(keys.account);
}

/// A return is held against the lines as they stand; everything else against the items of the group.
Match GroupBooking::find(std::size_t index, banking::OpenItems& items)
{
    const auto& line = lines_[index];  // as the bank wrote it: matching sees what is not kept
    if (banking::keys_of(line).is_return) {
        write();
        return banking::match(line, banking::OpenItems{storage::earlier_lines(work_.connection(), fund_, line)});
    }
    auto match = banking::match(line, items);
    if (!is_stale(line, match)) return match;
    write();
    load(index, items);
    return banking::match(line, items);
}

void GroupBooking::book(std::size_t index, banking::OpenItems& items)
{
    const auto& kept = kept_[index];
    auto match = find(index, items);
    if (doubles_.contains(kept.id)) match = {Certainty::ambiguous, &seen_before, match.candidates};

    auto booked = book_match(kept, match);
    if (!booked) {
        match = {Certainty::ambiguous, &loan_does_not_take_it, match.candidates};
        booked = book_match(kept, match);
    }
    keep_match(kept, *booked);
    count(kept, *booked, match);
    if (match.certainty != Certainty::certain) return;
    const auto& item = match.candidates.front();
    if (item.kind == ItemKind::loan_repayment) {
        touched_.insert(item.account);
    } else if (item.kind == ItemKind::earlier_line || item.kind == ItemKind::grant_reclaim) {
        undone_ = true;
    } else if (item.kind != ItemKind::contribution) {
        items.close(item.kind, item.id);
    }
}

Result<LineMatch> GroupBooking::book_match(const KeptLine& line, const Match& match)
{
    const LineToBook to_book{line, ledger::Account::bank, std::string{match.reason->code}};
    if (match.certainty != Certainty::certain) return book_in_suspense(batch_, to_book);
    const auto& item = match.candidates.front();
    switch (item.kind) {
        case ItemKind::loan_repayment:
            return book_on_loan(batch_, to_book, LoanId{item.id});
        case ItemKind::grant_reclaim: {
            const auto grant = storage::find_grant(work_.connection(), fund_, GrantId{item.id});
            verify(grant.has_value(), "a grant that was found is there");
            return book_on_grant(batch_, to_book, *grant);
        }
        case ItemKind::contribution:
            return book_contribution(batch_, to_book, item.id);
        case ItemKind::earlier_line: {
            const auto earlier = storage::find_line(work_.connection(), BankLineId{item.id});
            verify(earlier.has_value(), "a line that was found is there");
            return book_return(batch_, to_book, *earlier);
        }
        case ItemKind::announced_repayment:
        case ItemKind::disbursement:
        case ItemKind::grant_payment:
        case ItemKind::refund:
            break;
    }
    const auto transfer = storage::find_open_transfer(work_.connection(), TransferId{item.id});
    verify(transfer.has_value(), "a transfer that was found is open");
    return book_transfer(batch_, to_book, *transfer);
}

void GroupBooking::count(const KeptLine& line, const LineMatch& match, const Match& found)
{
    const auto add = [&](LinesMatched& to) {
        ++to.lines;
        to.amount += line.line.amount;
    };
    switch (match.kind) {
        case MatchKind::loan:
            return add(counted_.on_loans);
        case MatchKind::grant:
            return add(counted_.on_grants);
        case MatchKind::transit:
            return add(counted_.on_transfers);
        case MatchKind::contribution:
            return add(counted_.contributions);
        case MatchKind::return_of:
            return add(counted_.returns);
        case MatchKind::suspense:
        case MatchKind::returned:
        case MatchKind::ignored:
            break;
    }
    add(counted_.in_suspense);
    if (counted_.suspended.size() == most_suspended_listed) return;
    SuspendedLine suspended{line.id, line.line.value, line.line.amount, found.reason, {}};
    for (const auto& item : found.candidates) suspended.candidates.push_back(item.name);
    counted_.suspended.push_back(std::move(suspended));
}

void GroupBooking::report(ImportReceipt& receipt) const
{
    receipt.on_loans = counted_.on_loans;
    receipt.on_grants = counted_.on_grants;
    receipt.on_transfers = counted_.on_transfers;
    receipt.contributions = counted_.contributions;
    receipt.returns = counted_.returns;
    receipt.in_suspense = counted_.in_suspense;
    receipt.suspended = counted_.suspended;
    receipt.notices.insert(receipt.notices.end(), counted_.notices.begin(), counted_.notices.end());
}

}  // namespace vierkant::usecases
