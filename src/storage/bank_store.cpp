#include "storage/bank_store.h"

#include "base/result.h"
#include "storage/bank_rows.h"
#include "storage/key_query.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vierkant::storage {

namespace {

std::int64_t sequence_of(const banking::StatementHead& head)
{
    return head.sequence.value_or(0);
}

std::optional<KeptStatement> one_statement(Connection& connection, const std::string& condition,
                                           std::initializer_list<Value> values)
{
    std::optional<KeptStatement> found;
    connection.each(
        "SELECT statement_id, iban, identification, sequence, source, opening, closing, opening_date, closing_date, "
        "line_count, content FROM bank_statement WHERE fund_id = ? AND iban = ? AND " +
            condition,
        values, "ittitiittit", [&](const Row& row) {
            KeptStatement kept;
            kept.id = StatementId{row.integer(0)};
            kept.head.account = row.text(1);
            kept.head.id = row.text(2);
            if (row.integer(3) > 0) kept.head.sequence = row.integer(3);
            kept.head.opening = {Money::cents(row.integer(5)), stored_day(row.text(7))};
            kept.head.closing = {Money::cents(row.integer(6)), stored_day(row.text(8))};
            kept.source = row.text(4);
            kept.lines = row.integer(9);
            kept.content = row.text(10);
            found = std::move(kept);
        });
    return found;
}

}  // namespace

std::vector<FundAccount> fund_accounts(Connection& connection)
{
    std::vector<FundAccount> accounts;
    connection.each("SELECT fund_id, code, iban FROM fund ORDER BY fund_id", {}, "itt", [&](const Row& row) {
        auto iban = row.text(2);
        iban.erase(std::remove(iban.begin(), iban.end(), ' '), iban.end());
        accounts.push_back({FundId{row.integer(0)}, row.text(1), iban});
    });
    return accounts;
}

std::optional<KeptStatement> find_statement(Connection& connection, FundId fund, const banking::StatementHead& head)
{
    return one_statement(connection, "identification = ? AND sequence = ?",
                         {fund.value, head.account, head.id, sequence_of(head)});
}

std::optional<KeptStatement> statement_before(Connection& connection, FundId fund, const banking::StatementHead& head)
{
    return one_statement(connection, "closing_date <= ? ORDER BY closing_date DESC, statement_id DESC LIMIT 1",
                         {fund.value, head.account, to_text(head.closing.on)});
}

bool has_statement_after(Connection& connection, FundId fund, Date closing)
{
    return connection.number("SELECT COUNT(*) FROM bank_statement WHERE fund_id = ? AND closing_date > ?",
                             {fund.value, to_text(closing)}, 0) > 0;
}

void add_statement(Work& work, FundId fund, const KeptStatement& statement)
{
    const auto& head = statement.head;
    work.add(facts::bank_statement,
             {fund.value, statement.id.value, head.account, head.id, sequence_of(head), statement.source,
              head.opening.amount.in_cents(), head.closing.amount.in_cents(), to_text(head.opening.on),
              to_text(head.closing.on), statement.lines, statement.content});
}

std::set<std::string> known_identities(Connection& connection, FundId fund, const std::vector<std::string>& identities)
{
    std::set<std::string> known;
    each_of(connection, "SELECT identity FROM bank_line WHERE fund_id = ? AND identity IN (", fund, identities, ")",
            "t", [&](const Row& row) { known.insert(row.text(0)); });
    return known;
}

void add_line_to(Rows& rows, const KeptLine& kept, StatementId statement)
{
    const auto& line = kept.line;
    rows.add(kept.fund.value, kept.id.value, statement.value, line.position, line.identity, line.amount.in_cents(),
             to_text(line.booked), to_text(line.value), std::int64_t{line.reversal}, line.return_reason,
             line.counterparty_account, line.counterparty, line.creditor_reference, line.end_to_end_id, line.remittance,
             line.foreign_amount);
}

std::optional<KeptLine> find_line(Connection& connection, BankLineId line)
{
    std::optional<KeptLine> found;
    connection.each("SELECT fund_id, " + line_columns() + " FROM bank_line b WHERE bank_line_id = ?", {line.value},
                    "i" + line_kinds(), [&](const Row& row) {
                        found = KeptLine{FundId{row.integer(0)}, BankLineId{row.integer(1)}, line_of(row, 1)};
                    });
    return found;
}

namespace {

void add_to(Rows& rows, const KeptLine& line, std::int64_t match_no, const LineMatch& match, const std::string& actor)
{
    rows.add(line.fund.value, line.id.value, match_no, name_of(match.kind),
             match.target ? Value{*match.target} : Value{}, match.event ? Value{match.event->value} : Value{},
             match.reason, actor);
}

}  // namespace

void add_match_to(Rows& rows, const KeptLine& line, const LineMatch& match, const std::string& actor)
{
    add_to(rows, line, 1, match, actor);
}

void add_unmatched(Work& work, const Rows& lines)
{
    static const Insert insert{"bank_unmatched", "fund_id, bank_line_id", "ii"};
    work.connection().insert(insert, lines);
}

void add_match(Work& work, const KeptLine& line, std::int64_t match_no, const LineMatch& match)
{
    Rows rows{facts::bank_match.kinds.size()};
    add_to(rows, line, match_no, match, work.actor());
    work.add_all(facts::bank_match, rows);
    if (match.kind == MatchKind::suspense) {
        Rows lines{2};
        lines.add(line.fund.value, line.id.value);
        add_unmatched(work, lines);
    } else if (match_no > 1) {
        work.connection().execute("DELETE FROM bank_unmatched WHERE fund_id = ? AND bank_line_id = ?",
                                  {line.fund.value, line.id.value});
    }
}

CurrentMatch current_match(Connection& connection, const KeptLine& line)
{
    CurrentMatch current;
    connection.each(
        "SELECT match_no, kind, target_id, event_no, reason, actor FROM bank_match WHERE fund_id = ? AND bank_line_id "
        "= "
        "? ORDER BY match_no",
        {line.fund.value, line.id.value}, "itiitt", [&](const Row& row) {
            current = {row.integer(0), {match_kind(row.text(1)), {}, {}, row.text(4)}, row.text(5)};
            if (!row.is_null(2)) current.match.target = row.integer(2);
            if (!row.is_null(3)) current.match.event = EventId{row.integer(3)};
        });
    verify(current.match_no > 0, "a line has a match");
    return current;
}

namespace {

/// Lines with their fund and their match, as a filter wants them.
struct LineQuery {
    std::string from;
    std::vector<Value> values;
};
LineQuery query_of(const LineFilter& filter)
{
    LineQuery query{
        std::string{filter.unmatched_only ? " FROM bank_unmatched n JOIN bank_line b ON b.fund_id = n.fund_id AND "
                                            "b.bank_line_id = n.bank_line_id"
                                          : " FROM bank_line b"} +
            " JOIN fund f ON f.fund_id = b.fund_id JOIN bank_match m ON m.fund_id = b.fund_id AND m.bank_line_id = "
            "b.bank_line_id AND NOT EXISTS (SELECT 1 FROM bank_match later WHERE later.fund_id = m.fund_id AND "
            "later.bank_line_id = m.bank_line_id AND later.match_no > m.match_no) LEFT JOIN loan l ON m.kind = 'loan' "
            "AND l.fund_id = m.fund_id AND l.loan_id = m.target_id LEFT JOIN grant_award g ON m.kind = 'grant' AND "
            "g.fund_id = m.fund_id AND g.grant_id = m.target_id LEFT JOIN account a ON m.kind = 'contribution' AND "
            "a.fund_id = m.fund_id AND a.account_id = m.target_id WHERE (? = '' OR f.code = ?) AND (? = 0 OR "
            "b.bank_line_id = ?)",
        {filter.fund, filter.fund, filter.line, filter.line}};
    if (filter.part.words.empty()) return query;
    const auto words = like_pattern(filter.part.words);
    const auto number = parse_line_number(filter.part.words).value_or(BankLineId{0});
    query.from +=
        " AND (b.bank_line_id = ? OR lower(b.counterparty_name) LIKE ? ESCAPE '!' OR lower(b.remittance) LIKE ? ESCAPE "
        "'!' OR lower(COALESCE(l.number, g.number, a.code, '')) LIKE ? ESCAPE '!' OR ? LIKE '%,' || m.kind || ',%' OR "
        "? LIKE '%,' || f.code || ',%')";
    for (const auto& value :
         std::initializer_list<Value>{number.value, words, words, words, filter.kinds, filter.funds})
        query.values.push_back(value);
    return query;
}

ListedLine listed_of(const Row& row)
{
    constexpr std::size_t after = 15;
    ListedLine listed{
        row.text(after),
        {FundId{row.integer(0)}, BankLineId{row.integer(1)}, line_of(row, 1)},
        {row.integer(after + 1), {match_kind(row.text(after + 2)), {}, {}, row.text(after + 5)}, row.text(after + 6)},
        {}};
    auto& match = listed.match.match;
    if (!row.is_null(after + 3)) match.target = row.integer(after + 3);
    if (!row.is_null(after + 4)) match.event = EventId{row.integer(after + 4)};
    listed.target = match.kind == MatchKind::contribution ? row.text(after + 8) : row.text(after + 7);
    if (match.kind == MatchKind::transit) listed.target = numbered("T-", *match.target);
    if (match.kind == MatchKind::return_of || match.kind == MatchKind::returned)
        listed.target = numbered("B-", *match.target);
    return listed;
}

}  // namespace

void each_line(Connection& connection, const LineFilter& filter, const std::function<void(const ListedLine&)>& take)
{
    static constexpr std::array orders{ListOrder{"line", "b.bank_line_id"},
                                       ListOrder{"fund", "f.code"},
                                       ListOrder{"value_date", "b.value_date"},
                                       ListOrder{"amount", "b.amount"},
                                       ListOrder{"name", "lower(b.counterparty_name)"},
                                       ListOrder{"kind", "m.kind"},
                                       ListOrder{"target", "COALESCE(l.number, g.number, a.code, '')"}};
    static constexpr OwnOrder by_number{"b.bank_line_id", "b.bank_line_id DESC"};
    const auto query = query_of(filter);
    connection.each(
        "SELECT f.fund_id, " + line_columns() +
            ", f.code, m.match_no, m.kind, m.target_id, m.event_no, m.reason, m.actor, COALESCE(l.number, g.number), "
            "a.code" +
            query.from + order_and_limit(filter.part, orders, by_number),
        query.values, "i" + line_kinds() + "titiitttt", [&](const Row& row) { take(listed_of(row)); });
}

std::int64_t count_lines(Connection& connection, const LineFilter& filter)
{
    const auto query = query_of(filter);
    std::int64_t rows = 0;
    connection.each("SELECT COUNT(*)" + query.from, query.values, "i", [&](const Row& row) { rows = row.integer(0); });
    return rows;
}

ListedLine listed_line(Connection& connection, const KeptLine& line)
{
    ListedLine found{{}, line, {}, {}};
    each_line(connection, {{}, false, line.id.value}, [&](const ListedLine& listed) { found = listed; });
    return found;
}

std::string number_of(BankLineId line)
{
    return numbered("B-", line.value);
}

std::optional<BankLineId> parse_line_number(const std::string& text)
{
    const bool prefixed = text.starts_with("B-") || text.starts_with("b-");
    const auto digits = prefixed ? text.substr(2) : text;
    const bool sound = !digits.empty() && digits.size() <= 12 &&
                       std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!sound) return std::nullopt;
    return BankLineId{std::stoll(digits)};
}

}  // namespace vierkant::storage
