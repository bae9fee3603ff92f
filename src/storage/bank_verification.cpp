#include "domain/ledger/account.h"
#include "storage/messages.h"
#include "storage/transfer_store.h"
#include "storage/verification.h"

#include <string>

namespace vierkant::storage {

namespace {

using ledger::Account;

std::int64_t number_of(Account account)
{
    return static_cast<std::int64_t>(account);
}

/// Each line, what the books say of it on bank and suspense, and the match that counts.
void verify_lines(Connection& connection, Problems& problems)
{
    connection.each(
        "SELECT b.fund_id, b.bank_line_id, b.amount, COALESCE(p.on_bank, 0), COALESCE(p.on_suspense, 0), "
        "COALESCE(m.kind, '') FROM bank_line b LEFT JOIN (SELECT fund_id, bank_line_id, "
        "CAST(SUM(CASE WHEN debit_account = ? THEN amount WHEN credit_account = ? THEN -amount ELSE 0 END) AS BIGINT) "
        "AS "
        "on_bank, "
        "CAST(SUM(CASE WHEN credit_account = ? THEN amount WHEN debit_account = ? THEN -amount ELSE 0 END) AS BIGINT) "
        "AS "
        "on_suspense FROM posting WHERE bank_line_id IS NOT NULL GROUP BY fund_id, bank_line_id) p ON p.fund_id = "
        "b.fund_id AND p.bank_line_id = b.bank_line_id LEFT JOIN bank_match m ON m.fund_id = b.fund_id AND "
        "m.bank_line_id "
        "= b.bank_line_id AND NOT EXISTS (SELECT 1 FROM bank_match later WHERE later.fund_id = m.fund_id AND "
        "later.bank_line_id = m.bank_line_id AND later.match_no > m.match_no) ORDER BY b.fund_id, b.bank_line_id",
        {number_of(Account::bank), number_of(Account::bank), number_of(Account::suspense),
         number_of(Account::suspense)},
        "iiiiit", [&](const Row& row) {
            const auto amount = row.integer(2);
            const auto& kind = row.text(5);
            const bool waits = kind == "suspense" || kind == "ignored";
            // A line undone, and the line that undoes it, may both have gone through suspense: there they cancel out.
            const bool undone = kind == "return" || kind == "returned";
            const bool sound =
                !kind.empty() && row.integer(3) == amount && (undone || row.integer(4) == (waits ? amount : 0));
            if (!sound) problems.push_back(refuse(bank_line_differs, {{"line", std::to_string(row.integer(1))}}));
        });
    connection.each(
        "SELECT m.bank_line_id FROM bank_match m JOIN bank_match o ON o.fund_id = m.fund_id AND o.bank_line_id = "
        "m.target_id AND o.kind = 'returned' AND o.target_id = m.bank_line_id WHERE m.kind = 'return' AND (SELECT "
        "SUM(CASE WHEN p.credit_account = ? THEN p.amount WHEN p.debit_account = ? THEN -p.amount ELSE 0 END) FROM "
        "posting "
        "p WHERE p.fund_id = m.fund_id AND p.bank_line_id IN (m.bank_line_id, m.target_id)) <> 0",
        {number_of(Account::suspense), number_of(Account::suspense)}, "i", [&](const Row& row) {
            problems.push_back(refuse(bank_line_differs, {{"line", std::to_string(row.integer(0))}}));
        });
    connection.each(
        "SELECT fund_id, bank_line_id FROM (SELECT n.fund_id, n.bank_line_id, 1 AS listed FROM bank_unmatched n UNION "
        "ALL "
        "SELECT m.fund_id, m.bank_line_id, -1 FROM bank_match m WHERE m.kind = 'suspense' AND NOT EXISTS (SELECT 1 "
        "FROM "
        "bank_match later WHERE later.fund_id = m.fund_id AND later.bank_line_id = m.bank_line_id AND later.match_no > "
        "m.match_no)) both_sides GROUP BY fund_id, bank_line_id HAVING SUM(listed) <> 0",
        {}, "ii", [&](const Row& row) {
            problems.push_back(refuse(bank_line_differs, {{"line", std::to_string(row.integer(1))}}));
        });
}

/// Opening + lines = closing, again, from the rows; and as many lines as the statement had.
void verify_statements(Connection& connection, Problems& problems)
{
    connection.each(
        "SELECT s.identification FROM bank_statement s LEFT JOIN (SELECT fund_id, statement_id, CAST(SUM(amount) AS "
        "BIGINT) AS amount, COUNT(*) AS lines FROM bank_line GROUP BY fund_id, statement_id) l ON l.fund_id = "
        "s.fund_id "
        "AND l.statement_id = s.statement_id WHERE s.opening + COALESCE(l.amount, 0) <> s.closing OR "
        "COALESCE(l.lines, 0) <> s.line_count ORDER BY s.fund_id, s.statement_id",
        {}, "t", [&](const Row& row) {
            problems.push_back(refuse(bank_statement_differs, {{"statement", row.text(0)}}));
        });
}

/// The bank account of the books moves through lines only, but for what funders paid in when a fund was opened and what
/// was taken over; and it stands where the last statement closed.
void verify_bank_account(Connection& connection, Problems& problems)
{
    connection.each(
        "SELECT fund_id, entry_no FROM posting WHERE (debit_account = ? OR credit_account = ?) AND bank_line_id IS "
        "NULL "
        "AND NOT (debit_account >= ? OR credit_account >= ? OR debit_account = ? OR credit_account = ?) ORDER BY "
        "fund_id, "
        "entry_no",
        {number_of(Account::bank), number_of(Account::bank), number_of(Account::first_capital),
         number_of(Account::first_capital), number_of(Account::taken_over), number_of(Account::taken_over)},
        "ii", [&](const Row& row) {
            problems.push_back(refuse(bank_posting_without_line, {{"entry", std::to_string(row.integer(1))}}));
        });
    connection.each(
        "SELECT f.code, s.closing_date, s.closing, COALESCE((SELECT CAST(SUM(d.debit - d.credit) AS BIGINT) FROM "
        "account_day d WHERE d.fund_id = f.fund_id AND d.account_id = ?), 0) FROM fund f JOIN bank_statement s ON "
        "s.fund_id = f.fund_id AND NOT EXISTS (SELECT 1 FROM bank_statement later WHERE later.fund_id = s.fund_id AND "
        "(later.closing_date > s.closing_date OR (later.closing_date = s.closing_date AND later.statement_id > "
        "s.statement_id))) ORDER BY f.fund_id",
        {number_of(Account::bank)}, "ttii", [&](const Row& row) {
            if (row.integer(2) == row.integer(3)) return;
            problems.push_back(refuse(bank_differs, {{"fund", row.text(0)},
                                                     {"day", row.text(1)},
                                                     {"bank", Money::cents(row.integer(2))},
                                                     {"books", Money::cents(row.integer(3))}}));
        });
}

}  // namespace

void verify_bank(Connection& connection, Problems& problems)
{
    verify_statements(connection, problems);
    verify_lines(connection, problems);
    verify_bank_account(connection, problems);
}

}  // namespace vierkant::storage
