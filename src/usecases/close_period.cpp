#include "usecases/close_period.h"

#include "storage/bank_store.h"
#include "storage/transfer_store.h"
#include "usecases/closing_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using storage::ClosedPeriod;
using storage::ClosingFund;
using storage::Work;

constexpr int days_on_its_way = 7;      // longer than that, a transfer is overdue
constexpr std::size_t items_named = 8;  // in the refusal; `bank unmatched` lists them all

/// What nobody explained yet at the end of the period.
struct OpenItems {
    std::int64_t lines = 0;
    Money suspense;
    std::int64_t transfers = 0;
    Money in_transit;
    std::string named;
};

void name(OpenItems& open, const std::string& item)
{
    const auto count = static_cast<std::size_t>(open.lines + open.transfers);
    if (count <= items_named) open.named += (count == 1 ? "" : ", ") + item;
    if (count == items_named + 1) open.named += ", ...";
}

std::string amount_text(Money amount, Language language)
{
    return language == Language::nl ? dutch(amount) : english(amount);
}

OpenItems open_items_of(storage::Connection& connection, const ClosingFund& fund, Date until, Language language)
{
    OpenItems open;
    storage::LineFilter filter;
    filter.fund = fund.code;
    filter.unmatched_only = true;
    storage::each_line(connection, filter, [&](const storage::ListedLine& listed) {
        const auto& line = listed.kept.line;
        if (line.booked > until) return;
        ++open.lines;
        open.suspense += line.amount;
        name(open, storage::number_of(listed.kept.id) + " " + amount_text(line.amount, language));
    });
    for (const auto& transfer : storage::open_transfers(connection, fund.id)) {
        if (transfer.day + days_on_its_way > until) continue;
        ++open.transfers;
        open.in_transit += transfer.amount;
        name(open, storage::number_of(transfer.id) + " " + amount_text(transfer.amount, language));
    }
    return open;
}

/// Why the period cannot be closed; nothing where it can.
std::optional<Refusal> refusal_of(const ClosingFund& fund, const ClosePeriodRequest& request, const OpenItems& open)
{
    if (fund.closed_period && request.until < *fund.closed_period) {
        return refuse(period_before_closed, {{"fund", fund.code}, {"closed", *fund.closed_period}});
    }
    if (fund.first_closed.value_or(fund.begins_on) > request.until) {
        return refuse(
            not_there_yet,
            {{"fund", fund.code}, {"day", request.until}, {"first", fund.first_closed.value_or(fund.begins_on)}});
    }
    if (!fund.closed_day || *fund.closed_day < request.until) {
        const auto first = fund.closed_day ? *fund.closed_day + 1 : fund.begins_on;
        return refuse(
            days_open,
            {{"fund", fund.code}, {"first", first}, {"last", request.until}, {"until", to_text(request.until)}});
    }
    if (open.lines + open.transfers > 0 && request.note.empty()) {
        return refuse(period_unexplained, {{"fund", fund.code},
                                           {"day", request.until},
                                           {"lines", std::to_string(open.lines)},
                                           {"suspense", open.suspense},
                                           {"transfers", std::to_string(open.transfers)},
                                           {"in_transit", open.in_transit},
                                           {"items", open.named}});
    }
    return std::nullopt;
}

/// Who closes, and on which day.
struct Closer {
    std::string actor;
    Date today;
};

/// The period as it would be kept.
PeriodReceipt period_of(storage::Connection& connection, const ClosingFund& fund, const ClosePeriodRequest& request,
                        const OpenItems& open, const Closer& closer)
{
    const auto head = storage::chain_head(connection, fund.id);
    const auto opens_on = fund.closed_period ? *fund.closed_period + 1 : *fund.first_closed;
    PeriodReceipt receipt{fund,
                          false,
                          {fund.id, opens_on, request.until, head.entry_no, head.hash, open.suspense, open.in_transit,
                           request.note, closer.actor, closer.today},
                          storage::account_balances(connection, fund.id, request.until)};
    Money debit;
    Money credit;
    for (const auto& balance : receipt.balances) {
        debit += balance.debit;
        credit += balance.credit;
    }
    verify(debit == credit, "the trial balance is in balance");
    return receipt;
}

PeriodReceipt closed_before(storage::Connection& connection, const ClosingFund& fund, Date until)
{
    PeriodReceipt receipt{fund, true, {}, storage::account_balances(connection, fund.id, until)};
    for (auto& period : storage::closed_periods(connection, fund.id)) {
        if (period.closed_on == until) receipt.period = std::move(period);
    }
    return receipt;
}

Result<std::vector<PeriodReceipt>> periods_of(storage::Connection& connection, const ClosePeriodRequest& request,
                                              const Closer& closer, Language language)
{
    if (!request.until.is_last_of_month()) {
        return refuse(period_end_wrong, {{"day", request.until}, {"month_end", first_of_month(request.until) - 1}});
    }
    if (request.until >= closer.today) {
        return refuse(period_not_over, {{"day", request.until}, {"today", closer.today}});
    }
    const auto funds = funds_to_close(connection, request.fund);
    if (!funds) return funds.refusal();
    std::vector<PeriodReceipt> receipts;
    for (const auto& fund : *funds) {
        const bool was_there = fund.first_closed.value_or(fund.begins_on) <= request.until;
        if (!was_there && request.fund.empty()) continue;
        if (fund.closed_period == request.until) {
            receipts.push_back(closed_before(connection, fund, request.until));
            continue;
        }
        const auto open = open_items_of(connection, fund, request.until, language);
        if (auto refusal = refusal_of(fund, request, open)) return *refusal;
        receipts.push_back(period_of(connection, fund, request, open, closer));
    }
    if (receipts.empty()) {
        if (auto refusal = refusal_of(funds->front(), request, {})) return *refusal;
    }
    return receipts;
}

}  // namespace

Result<std::vector<PeriodReceipt>> weigh_period(storage::Connection& connection, const ClosePeriodRequest& request,
                                                const std::string& actor, Date today, Language language)
{
    return periods_of(connection, request, {actor, today}, language);
}

Result<std::vector<PeriodReceipt>> close_period(storage::Connection& connection, const storage::Task& task,
                                                const ClosePeriodRequest& request, Language language)
{
    Work work{connection, task};
    auto receipts = periods_of(connection, request, {work.actor(), work.today()}, language);
    if (!receipts) return receipts.refusal();
    bool changed = false;
    for (const auto& receipt : *receipts) {
        if (receipt.closed_before) continue;
        storage::add_closed_period(work, receipt.period, receipt.balances);
        changed = true;
    }
    if (changed) work.commit("period " + to_text(request.until));
    return receipts;
}

}  // namespace vierkant::usecases
