#include "storage/journal_query.h"

#include "storage/bank_store.h"
#include "storage/stored.h"

namespace vierkant::storage {

namespace {

std::string bank_line_of(const Row& row, std::size_t column)
{
    return row.is_null(column) ? std::string{} : number_of(BankLineId{row.integer(column)});
}

}  // namespace

std::optional<Date> first_entry_day(Connection& connection, const std::string& fund)
{
    std::optional<Date> first;
    connection.each(
        "SELECT MIN(entry_date) FROM account_day d JOIN fund f ON f.fund_id = d.fund_id WHERE ? = '' OR f.code = ?",
        {fund, fund}, "t", [&](const Row& row) {
            if (!row.is_null(0)) first = stored_date(row.text(0));
        });
    return first;
}

void each_account(Connection& connection, const std::string& fund, const std::function<void(const std::string&)>& take)
{
    connection.each(
        "SELECT a.code FROM account a JOIN fund f ON f.fund_id = a.fund_id WHERE ? = '' OR f.code = ? GROUP BY a.code "
        "ORDER BY MIN(a.account_id), a.code",
        {fund, fund}, "t", [&](const Row& row) { take(row.text(0)); });
}

void each_loan_number(Connection& connection, const std::string& fund,
                      const std::function<void(const std::string&)>& take)
{
    connection.each_streamed(
        "SELECT l.number FROM loan l JOIN fund f ON f.fund_id = l.fund_id WHERE ? = '' OR f.code = ? ORDER BY "
        "l.fund_id, l.loan_id",
        {fund, fund}, "t", [&](const Row& row) { take(row.text(0)); });
}

void each_entry(Connection& connection, const JournalSelection& selection,
                const std::function<void(const BookedEntry&)>& take)
{
    const auto from = selection.from ? to_text(*selection.from) : std::string{};
    const auto until = selection.until ? to_text(*selection.until) : std::string{"9999-12-31"};
    BookedEntry entry;
    connection.each_streamed(
        "SELECT f.code, e.entry_no, e.entry_date, e.description, p.line_no, d.code, c.code, p.amount, l.number, "
        "g.number, p.bank_line_id FROM entry e JOIN fund f ON f.fund_id = e.fund_id JOIN posting p ON p.fund_id = "
        "e.fund_id AND p.entry_no = e.entry_no JOIN account d ON d.fund_id = p.fund_id AND d.account_id = "
        "p.debit_account JOIN account c ON c.fund_id = p.fund_id AND c.account_id = p.credit_account LEFT JOIN loan l "
        "ON l.fund_id = p.fund_id AND l.loan_id = p.loan_id LEFT JOIN grant_award g ON g.fund_id = p.fund_id AND "
        "g.grant_id = p.grant_id WHERE (? = '' OR f.code = ?) AND e.entry_date >= ? AND e.entry_date <= ? ORDER BY "
        "e.entry_date, e.fund_id, e.entry_no, p.line_no",
        {selection.fund, selection.fund, from, until}, "tittittitti", [&](const Row& row) {
            if (row.integer(4) == 1 && entry.number != 0) take(entry);
            if (row.integer(4) == 1) {
                entry = {row.text(0), row.integer(1), stored_date(row.text(2)), row.text(3), {}};
            }
            entry.postings.push_back({row.text(5), row.text(6), Money::cents(row.integer(7)), row.text(8), row.text(9),
                                      bank_line_of(row, 10)});
        });
    if (entry.number != 0) take(entry);
}

}  // namespace vierkant::storage
