// What bank lines may be about: asked once for the keys of a whole group of lines.

#include "domain/banking/payment_reference.h"
#include "storage/bank_rows.h"
#include "storage/grant_store.h"
#include "storage/key_query.h"
#include "storage/transfer_store.h"

#include <algorithm>
#include <map>
#include <set>

namespace vierkant::storage {

namespace {

using banking::Direction;
using banking::ItemKind;
using banking::Keys;
using banking::OpenItem;

/// How long after a payment it may come back: eight weeks for a direct debit, and some days for the bank.
constexpr int days_until_final = 70;
/// So many unpaid instalments at once are recognised by account and amount.
constexpr std::size_t instalments_ahead = 12;

struct WantedKeys {
    std::set<std::string> references, end_to_end_ids, accounts;
};

WantedKeys wanted_by(std::span<const banking::Line> lines)
{
    WantedKeys wanted;
    for (const auto& line : lines) {
        auto keys = banking::keys_of(line);
        if (!keys.end_to_end_id.empty()) wanted.end_to_end_ids.insert(std::move(keys.end_to_end_id));
        if (!keys.account.empty()) wanted.accounts.insert(std::move(keys.account));
        wanted.references.insert(keys.references.begin(), keys.references.end());
    }
    return wanted;
}

std::vector<std::string> listed(const std::set<std::string>& keys)
{
    return {keys.begin(), keys.end()};
}

using LoanItems = std::map<std::int64_t, OpenItem>;  // by loan

void add_loans_by_reference(Connection& connection, FundId fund, const WantedKeys& wanted, LoanItems& loans)
{
    each_of(connection,
            "SELECT loan_id, number, payment_reference FROM loan WHERE fund_id = ? AND payment_reference IN (", fund,
            listed(wanted.references), ")", "itt", [&](const Row& row) {
                loans[row.integer(0)] = {ItemKind::loan_repayment,
                                         row.integer(0),
                                         Direction::incoming,
                                         row.text(2),
                                         "",
                                         "",
                                         {},
                                         {},
                                         row.text(1)};
            });
}

void add_loans_by_account(Connection& connection, FundId fund, const WantedKeys& wanted, LoanItems& loans)
{
    std::vector<std::int64_t> found;
    const auto add_loan = [&](const Row& row) {
        loans[row.integer(0)] = {ItemKind::loan_repayment,
                                 row.integer(0),
                                 Direction::incoming,
                                 row.text(2),
                                 "",
                                 row.text(3),
                                 {},
                                 {},
                                 row.text(1)};
        found.push_back(row.integer(0));
    };
    // Who owes a loan pays it: whom it was awarded to, unless someone else took it over, and who did. Asked apart, so
    // that each begins at the account.
    static const std::string owed_by =
        " JOIN loan_debtor d ON d.fund_id = l.fund_id AND d.loan_id = l.loan_id AND "
        "d.undertaking_id = u.undertaking_id WHERE l.fund_id = ? AND "
        "u.administration_id = 1 AND u.iban IN (";
    each_of(
        connection,
        "SELECT l.loan_id, l.number, l.payment_reference, u.iban FROM undertaking u JOIN loan l ON l.undertaking_id "
        "= u.undertaking_id" +
            owed_by,
        fund, listed(wanted.accounts), ")", "ittt", add_loan);
    each_of(
        connection,
        "SELECT DISTINCT l.loan_id, l.number, l.payment_reference, u.iban FROM undertaking u JOIN loan_event_detail "
        "t ON t.undertaking_id = u.undertaking_id JOIN loan l ON l.fund_id = t.fund_id AND l.loan_id = t.loan_id AND "
        "l.undertaking_id <> u.undertaking_id" +
            owed_by,
        fund, listed(wanted.accounts), ")", "ittt", add_loan);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());

    // What is unpaid of each instalment; any of the next ones, or the first few together, may be paid.
    std::map<std::int64_t, std::map<std::string, std::int64_t>> unpaid;
    const auto take = [&](std::int64_t sign) {
        return [&unpaid, sign](const Row& row) { unpaid[row.integer(0)][row.text(1)] += sign * row.integer(2); };
    };
    each_of(connection,
            "SELECT loan_id, due_date, principal + interest + costs FROM loan_due WHERE fund_id = ? AND loan_id IN (",
            fund, found, ")", "iti", take(1));
    each_of(
        connection,
        "SELECT loan_id, due_date, principal + interest + costs FROM loan_settlement WHERE fund_id = ? AND loan_id IN "
        "(",
        fund, found, ")", "iti", take(-1));
    for (const auto& [loan, rows] : unpaid) {
        Money together;
        auto& amounts = loans[loan].amounts;
        for (const auto& [due, left] : rows) {
            if (left <= 0) continue;
            together += Money::cents(left);
            for (const auto amount : {Money::cents(left), together}) {
                if (std::find(amounts.begin(), amounts.end(), amount) == amounts.end()) amounts.push_back(amount);
            }
            if (amounts.size() >= 2 * instalments_ahead) break;
        }
    }
}

ItemKind kind_of(TransferKind kind)
{
    switch (kind) {
        case TransferKind::disbursement:
            return ItemKind::disbursement;
        case TransferKind::grant:
            return ItemKind::grant_payment;
        case TransferKind::repayment:
            return ItemKind::announced_repayment;
        case TransferKind::refund:
            break;
    }
    return ItemKind::refund;
}

void add_transfers(Connection& connection, FundId fund, const WantedKeys& wanted, const LoanItems& loans,
                   std::vector<OpenItem>& items)
{
    std::vector<std::int64_t> of_loans;
    for (const auto& [loan, item] : loans) of_loans.push_back(loan);
    for (const auto& transfer :
         open_transfers_by(connection, fund, listed(wanted.end_to_end_ids), listed(wanted.accounts), of_loans)) {
        const bool outgoing = transfer.amount.is_negative();
        const auto amount = outgoing ? -transfer.amount : transfer.amount;
        items.push_back({kind_of(transfer.kind),
                         transfer.id.value,
                         outgoing ? Direction::outgoing : Direction::incoming,
                         transfer.reference,
                         transfer.end_to_end_id,
                         transfer.iban,
                         amount,
                         {},
                         number_of(transfer.id)});
    }
}

void add_contributions(Connection& connection, FundId fund, const WantedKeys& wanted, std::vector<OpenItem>& items)
{
    if (wanted.references.empty()) return;
    for (const auto& capital : capital_accounts(connection, fund)) {
        if (!wanted.references.contains(capital.reference)) continue;
        items.push_back({ItemKind::contribution,
                         capital.account,
                         Direction::incoming,
                         capital.reference,
                         "",
                         "",
                         {},
                         {},
                         capital.code});
    }
}

/// Reclaims are told by their reference only: an amount from the same account is more likely about a loan.
void add_reclaims(Connection& connection, FundId fund, const WantedKeys& wanted, std::vector<OpenItem>& items)
{
    if (wanted.references.empty()) return;
    for (const auto& reclaim : open_reclaims(connection, fund)) {
        if (!wanted.references.contains(reclaim.grant.payment_reference)) continue;
        items.push_back({ItemKind::grant_reclaim,
                         reclaim.grant.id.value,
                         Direction::incoming,
                         reclaim.grant.payment_reference,
                         "",
                         "",
                         reclaim.owed,
                         {},
                         reclaim.grant.number});
    }
}

}  // namespace

std::vector<banking::OpenItem> open_items(Connection& connection, FundId fund, std::span<const banking::Line> lines)
{
    const auto wanted = wanted_by(lines);
    LoanItems loans;
    add_loans_by_reference(connection, fund, wanted, loans);
    add_loans_by_account(connection, fund, wanted, loans);

    std::vector<OpenItem> items;
    add_transfers(connection, fund, wanted, loans, items);
    add_contributions(connection, fund, wanted, items);
    add_reclaims(connection, fund, wanted, items);
    for (auto& [loan, item] : loans) items.push_back(std::move(item));
    return items;
}

std::vector<banking::OpenItem> earlier_lines(Connection& connection, FundId fund, const banking::Line& returned)
{
    std::vector<OpenItem> items;
    connection.each(
        "SELECT " + line_columns() +
            " FROM bank_line b WHERE b.fund_id = ? AND b.amount = ? AND b.booking_date >= ? AND b.booking_date <= ? "
            "AND "
            "EXISTS (SELECT 1 FROM bank_match m WHERE m.fund_id = b.fund_id AND m.bank_line_id = b.bank_line_id) AND "
            "NOT "
            "EXISTS (SELECT 1 FROM bank_match m WHERE m.fund_id = b.fund_id AND m.bank_line_id = b.bank_line_id AND "
            "m.kind IN ('return', 'returned')) ORDER BY b.bank_line_id",
        {fund.value, -returned.amount.in_cents(), to_text(returned.booked - days_until_final),
         to_text(returned.booked)},
        line_kinds(), [&](const Row& row) {
            const auto keys = banking::keys_of(line_of(row, 0));
            items.push_back({ItemKind::earlier_line,
                             row.integer(0),
                             keys.direction,
                             keys.references.empty() ? std::string{} : keys.references.front(),
                             keys.end_to_end_id,
                             keys.account,
                             keys.amount,
                             {},
                             numbered("B-", row.integer(0))});
        });
    return items;
}

std::vector<CapitalAccount> capital_accounts(Connection& connection, FundId fund)
{
    std::vector<CapitalAccount> accounts;
    connection.each("SELECT account_id, code FROM account WHERE fund_id = ? AND account_id >= ? ORDER BY account_id",
                    {fund.value, static_cast<std::int64_t>(ledger::Account::first_capital)}, "it", [&](const Row& row) {
                        const auto reference = banking::make_reference("VVWF" + std::to_string(fund.value) + "K" +
                                                                       std::to_string(row.integer(0)));
                        accounts.push_back({fund, row.integer(0), row.text(1), *reference});
                    });
    return accounts;
}

Money bank_balance(Connection& connection, FundId fund)
{
    return Money::cents(connection.number(
        "SELECT CAST(SUM(debit - credit) AS BIGINT) FROM account_day WHERE fund_id = ? AND account_id = ?",
        {fund.value, static_cast<std::int64_t>(ledger::Account::bank)}, 0));
}

}  // namespace vierkant::storage
