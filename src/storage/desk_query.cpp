#include "storage/desk_query.h"

#include "base/folded.h"
#include "storage/bank_store.h"
#include "storage/stored.h"
#include "storage/work.h"

#include <array>
#include <string_view>
#include <utility>

namespace vierkant::storage {

namespace {

/// The words as a pattern for LIKE with '!' as escape.
std::string pattern_of(const std::string& words)
{
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

/// A loan belongs to who owes it now.
constexpr const char* loans_of_debtors =
    "(SELECT l.number, l.amount, l.payment_reference, d.undertaking_id FROM loan l JOIN loan_debtor d ON d.fund_id = "
    "l.fund_id AND d.loan_id = l.loan_id)";

/// Dossiers, loans and grants are found alike: `from` is the table, or what stands for it.
void find_cases(Connection& connection, Found::Kind kind, const std::string& from, const std::string& reference,
                const std::vector<Value>& values, std::vector<Found>& found)
{
    connection.each(
        "SELECT x.number, u.name, x.amount FROM " + from +
            " x JOIN undertaking u ON u.administration_id = ? AND u.undertaking_id = x.undertaking_id WHERE "
            "u.name_folded LIKE ? ESCAPE '!' OR lower(x.number) LIKE ? ESCAPE '!' OR " +
            reference + " OR x.amount = ? ORDER BY x.number DESC LIMIT ?",
        values, "tti", [&](const Row& row) {
            found.push_back({kind, row.text(0), row.text(1), Money::cents(row.integer(2))});
        });
}

std::string without_spaces_upper(const std::string& words)
{
    std::string result;
    for (const char c : words) {
        if (c == ' ') continue;
        result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

}  // namespace

std::vector<Found> search_everything(Connection& connection, const std::string& words, std::optional<Money> amount,
                                     std::int64_t most)
{
    std::vector<Found> found;
    const auto pattern = pattern_of(folded(words));
    const auto reference = pattern_of(without_spaces_upper(words));
    const std::int64_t cents = amount ? amount->in_cents() : -1;
    connection.each(
        "SELECT kvk, name FROM undertaking WHERE administration_id = ? AND (name_folded LIKE ? ESCAPE '!' OR kvk LIKE "
        "? "
        "ESCAPE '!') ORDER BY name_folded LIMIT ?",
        {administration, pattern, pattern, most}, "tt", [&](const Row& row) {
            found.push_back({Found::Kind::undertaking, row.text(0), row.text(1)});
        });
    find_cases(connection, Found::Kind::dossier, "dossier", "1 = 0", {administration, pattern, pattern, cents, most},
               found);
    find_cases(connection, Found::Kind::loan, loans_of_debtors, "x.payment_reference LIKE ? ESCAPE '!'",
               {administration, pattern, pattern, reference, cents, most}, found);
    find_cases(connection, Found::Kind::grant, "grant_award", "x.payment_reference LIKE ? ESCAPE '!'",
               {administration, pattern, pattern, reference, cents, most}, found);
    connection.each(
        "SELECT bank_line_id, counterparty_name, remittance, amount FROM bank_line WHERE lower(counterparty_name) LIKE "
        "? "
        "ESCAPE '!' OR lower(remittance) LIKE ? ESCAPE '!' OR amount = ? OR amount = ? ORDER BY bank_line_id DESC "
        "LIMIT ?",
        {pattern, pattern, cents, cents > 0 ? -cents : std::int64_t{-1}, most}, "itti", [&](const Row& row) {
            found.push_back({Found::Kind::bank_line, number_of(BankLineId{row.integer(0)}),
                             row.text(1) + (row.text(2).empty() ? "" : " - " + row.text(2)),
                             Money::cents(row.integer(3))});
        });
    return found;
}

namespace {

constexpr std::string_view works_of_list =
    " FROM work WHERE administration_id = ? AND (? = 0 OR work_no = ?) AND (? = '' OR actor = ?) AND (? = '' OR task = "
    "?) AND (? = '%%' OR "
    "lower(actor) LIKE ? ESCAPE '!' OR lower(receipt) LIKE ? ESCAPE '!' OR day LIKE ? ESCAPE '!' OR hash LIKE ? ESCAPE "
    "'!' OR task LIKE ? ESCAPE '!' OR ? LIKE '%,' || task || ',%')";

std::vector<Value> values_of(const WorkFilter& filter)
{
    const auto words = like_pattern(filter.part.words);
    return {administration, filter.work, filter.work, filter.actor, filter.actor, filter.task, filter.task,
            words,          words,       words,       words,        words,        words,       filter.tasks};
}

}  // namespace

std::vector<DoneWork> list_works(Connection& connection, const WorkFilter& filter)
{
    static constexpr std::array orders{ListOrder{"work", "work_no"}, ListOrder{"at", "at"},
                                       ListOrder{"day", "day"},      ListOrder{"actor", "actor"},
                                       ListOrder{"task", "task"},    ListOrder{"receipt", "receipt"},
                                       ListOrder{"hash", "hash"}};
    static constexpr OwnOrder newest_first{"work_no DESC", "work_no"};
    std::vector<DoneWork> works;
    connection.each("SELECT work_no, at, day, actor, task, receipt, hash" + std::string{works_of_list} +
                        order_and_limit(filter.part, orders, newest_first),
                    values_of(filter), "itttttt", [&](const Row& row) {
                        works.push_back({row.integer(0), row.text(1), stored_date(row.text(2)), row.text(3),
                                         row.text(4), row.text(5), row.text(6)});
                    });
    return works;
}

std::int64_t count_works(Connection& connection, const WorkFilter& filter)
{
    std::int64_t rows = 0;
    connection.each("SELECT COUNT(*)" + std::string{works_of_list}, values_of(filter), "i",
                    [&](const Row& row) { rows = row.integer(0); });
    return rows;
}

std::vector<std::string> tasks_done(Connection& connection)
{
    std::vector<std::string> tasks;
    connection.each("SELECT DISTINCT task FROM work WHERE administration_id = ?", {administration}, "t",
                    [&](const Row& row) { tasks.push_back(row.text(0)); });
    return tasks;
}

namespace {

/// "a, b, c" as its words.
std::vector<std::string> columns_in(std::string_view list)
{
    std::vector<std::string> columns;
    std::string word;
    for (const char c : std::string{list} + ",") {
        if (c == ',')
            columns.push_back(std::exchange(word, {}));
        else if (c != ' ')
            word += c;
    }
    return columns;
}

}  // namespace

std::vector<WrittenFacts> facts_of_work(Connection& connection, std::int64_t work, std::size_t most)
{
    std::vector<WrittenFacts> written;
    for (const auto* table : fact_tables()) {
        WrittenFacts facts{std::string{table->name}, columns_in(table->columns), {}, false};
        connection.each("SELECT " + std::string{table->columns} + " FROM " + facts.table +
                            " WHERE work_no = ? ORDER BY fact_no LIMIT ?",
                        {work, static_cast<std::int64_t>(most) + 1}, std::string{table->kinds}, [&](const Row& row) {
                            std::vector<Value> values;
                            for (std::size_t i = 0; i < table->kinds.size(); ++i) {
                                if (row.is_null(i))
                                    values.emplace_back(std::monostate{});
                                else if (table->kinds[i] == 'i')
                                    values.emplace_back(row.integer(i));
                                else
                                    values.emplace_back(row.text(i));
                            }
                            facts.rows.push_back(std::move(values));
                        });
        facts.more = facts.rows.size() > most;
        if (facts.more) facts.rows.pop_back();
        if (!facts.rows.empty()) written.push_back(std::move(facts));
    }
    return written;
}

std::vector<std::pair<std::string, std::int64_t>> entries_of_work(Connection& connection, std::int64_t work,
                                                                  std::size_t most)
{
    std::vector<std::pair<std::string, std::int64_t>> entries;
    connection.each(
        "SELECT f.code, e.entry_no FROM entry e JOIN fund f ON f.fund_id = e.fund_id WHERE e.work_no = ? ORDER BY "
        "e.fund_id, e.entry_no LIMIT ?",
        {work, static_cast<std::int64_t>(most)}, "ti",
        [&](const Row& row) { entries.emplace_back(row.text(0), row.integer(1)); });
    return entries;
}

void refuse_repetition(Connection& connection, const std::string& key)
{
    std::optional<std::string> receipt;
    connection.each("SELECT receipt FROM work WHERE administration_id = ? AND idempotency_key = ?",
                    {administration, key}, "t", [&](const Row& row) { receipt = row.text(0); });
    if (receipt) throw AlreadyDone{*receipt};
}

std::optional<ShownEntry> find_entry(Connection& connection, const std::string& fund, std::int64_t number)
{
    std::optional<ShownEntry> entry;
    connection.each(
        "SELECT f.code, e.entry_no, e.entry_date, e.description, e.work_no, w.actor, e.hash, d.code, c.code, p.amount, "
        "COALESCE(l.number, g.number, ''), p.bank_line_id FROM fund f JOIN entry e ON e.fund_id = f.fund_id "
        "JOIN work w ON w.administration_id = f.administration_id AND w.work_no = e.work_no "
        "JOIN posting p ON p.fund_id = e.fund_id AND p.entry_no = e.entry_no "
        "JOIN account d ON d.fund_id = p.fund_id AND d.account_id = p.debit_account "
        "JOIN account c ON c.fund_id = p.fund_id AND c.account_id = p.credit_account "
        "LEFT JOIN loan l ON l.fund_id = p.fund_id AND l.loan_id = p.loan_id "
        "LEFT JOIN grant_award g ON g.fund_id = p.fund_id AND g.grant_id = p.grant_id "
        "WHERE f.administration_id = ? AND f.code = ? AND e.entry_no = ? ORDER BY p.line_no",
        {administration, fund, number}, "tittittttiti", [&](const Row& row) {
            if (!entry) {
                entry = ShownEntry{row.text(0),
                                   row.integer(1),
                                   stored_date(row.text(2)),
                                   row.text(3),
                                   row.integer(4),
                                   row.text(5),
                                   row.text(6),
                                   {}};
            }
            const auto line = row.is_null(11) ? std::string{} : number_of(BankLineId{row.integer(11)});
            entry->postings.push_back({row.text(7), row.text(8), Money::cents(row.integer(9)), row.text(10), line});
        });
    return entry;
}

namespace {

constexpr std::string_view lines_of_account =
    " FROM fund f JOIN posting p ON p.fund_id = f.fund_id JOIN entry e ON e.fund_id = p.fund_id AND e.entry_no = "
    "p.entry_no JOIN account d ON d.fund_id = p.fund_id AND d.account_id = p.debit_account "
    "JOIN account c ON c.fund_id = p.fund_id AND c.account_id = p.credit_account "
    "WHERE f.administration_id = ? AND f.code = ? AND (? = '' OR d.code = ? OR c.code = ?) AND (? = '%%' OR "
    "lower(e.description) LIKE ? ESCAPE '!' OR e.entry_date LIKE ? ESCAPE '!' OR ? LIKE '%,' || d.code || ',%' OR ? "
    "LIKE '%,' || c.code || ',%')";

std::vector<Value> values_of(const AccountFilter& filter)
{
    const auto words = like_pattern(filter.part.words);
    return {administration, filter.fund, filter.account, filter.account,  filter.account,
            words,          words,       words,          filter.accounts, filter.accounts};
}

}  // namespace

std::vector<AccountLine> account_lines(Connection& connection, const AccountFilter& filter)
{
    static constexpr std::array orders{ListOrder{"entry", "e.entry_no"}, ListOrder{"date", "e.entry_date"},
                                       ListOrder{"debit", "d.code"},     ListOrder{"credit", "c.code"},
                                       ListOrder{"amount", "p.amount"},  ListOrder{"description", "e.description"}};
    static constexpr OwnOrder newest_first{"e.entry_no DESC, p.line_no", "e.entry_no, p.line_no"};
    std::vector<AccountLine> lines;
    connection.each("SELECT e.entry_no, e.entry_date, e.description, d.code, c.code, p.amount" +
                        std::string{lines_of_account} + order_and_limit(filter.part, orders, newest_first),
                    values_of(filter), "itttti", [&](const Row& row) {
                        lines.push_back({row.integer(0), stored_date(row.text(1)), row.text(2), row.text(3),
                                         row.text(4), Money::cents(row.integer(5))});
                    });
    return lines;
}

std::int64_t count_account_lines(Connection& connection, const AccountFilter& filter)
{
    std::int64_t rows = 0;
    connection.each("SELECT COUNT(*)" + std::string{lines_of_account}, values_of(filter), "i",
                    [&](const Row& row) { rows = row.integer(0); });
    return rows;
}

}  // namespace vierkant::storage
