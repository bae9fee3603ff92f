#include "storage/loan_query.h"

#include "storage/stored.h"

#include <array>
#include <limits>
#include <string_view>

namespace vierkant::storage {

namespace {

/// Loans with their position, debtor and arrears. Its one parameter is the day.
constexpr std::string_view loans_of_list =
    "FROM loan l LEFT JOIN loan_position p ON p.fund_id = l.fund_id AND p.loan_id = l.loan_id "
    "LEFT JOIN loan_debtor d ON d.fund_id = l.fund_id AND d.loan_id = l.loan_id "
    "LEFT JOIN undertaking u ON u.undertaking_id = d.undertaking_id "
    "LEFT JOIN (SELECT fund_id, loan_id, CAST(SUM(principal + interest + costs) AS BIGINT) AS total, "
    "MIN(due_date) AS since FROM loan_arrears WHERE due_date < ? GROUP BY fund_id, loan_id) a "
    "ON a.fund_id = l.fund_id AND a.loan_id = l.loan_id "
    "WHERE (? = '' OR l.scheme_code = ?) AND (? = '' OR l.municipality_code = ?) AND (? = 0 OR a.total > 0) "
    "AND (? = '%%' OR lower(l.number) LIKE ? ESCAPE '!' OR u.name_folded LIKE ? ESCAPE '!' OR ? LIKE '%,' || "
    "l.scheme_code || ',%' OR ? LIKE '%,' || l.municipality_code || ',%') ";

std::vector<Value> values_of(const LoanFilter& filter, Date today)
{
    const auto words = like_pattern(filter.part.words);
    return {to_text(today),
            filter.scheme,
            filter.scheme,
            filter.municipality,
            filter.municipality,
            std::int64_t{filter.late},
            words,
            words,
            words,
            filter.codes,
            filter.codes};
}

/// The longest late has the earliest day, so days past due sort the other way round.
std::string loan_order(ListPart part)
{
    static constexpr std::array orders{
        ListOrder{"borrower", "u.name_folded"},
        ListOrder{"scheme", "l.scheme_code"},
        ListOrder{"municipality", "l.municipality_code"},
        ListOrder{"status",
                  "CASE WHEN a.total > 0 THEN 0 WHEN p.outstanding > 0 THEN 1 WHEN p.last_event_no > 0 THEN 3 ELSE 2 "
                  "END"},
        ListOrder{"awarded", "l.amount"},
        ListOrder{"outstanding", "COALESCE(p.outstanding, 0)"},
        ListOrder{"arrears", "COALESCE(a.total, 0)"},
        ListOrder{"days_past_due", "COALESCE(a.since, '9999')"},
        ListOrder{"age", "COALESCE(a.since, '9999')"},
        ListOrder{"next_due", "11"}};  // the column itself, by its place
    static constexpr OwnOrder by_number{"l.fund_id, l.loan_id", "l.fund_id DESC, l.loan_id DESC"};
    if (part.sort == "days_past_due" || part.sort == "age") part.down = !part.down;
    return order_and_limit(part, orders, by_number);
}

}  // namespace

LoanTotals total_of_loans(Connection& connection, const LoanFilter& filter, Date today)
{
    LoanTotals totals;
    connection.each(
        "SELECT COUNT(*), CAST(COALESCE(SUM(l.amount), 0) AS BIGINT), CAST(COALESCE(SUM(p.outstanding), 0) "
        "AS BIGINT), CAST(COALESCE(SUM(a.total), 0) AS BIGINT) " +
            std::string{loans_of_list},
        values_of(filter, today), "iiii", [&](const Row& row) {
            totals = {row.integer(0), Money::cents(row.integer(1)), Money::cents(row.integer(2)),
                      Money::cents(row.integer(3))};
        });
    return totals;
}

std::vector<LoanLine> list_loans(Connection& connection, const LoanFilter& filter, Date today)
{
    std::vector<LoanLine> lines;
    auto values = values_of(filter, today);
    values.insert(values.begin(), to_text(today));
    connection.each(
        "SELECT l.number, COALESCE(u.name, ''), l.scheme_code, l.municipality_code, l.awarded_on, l.amount, "
        "COALESCE(p.last_event_no, 0), COALESCE(p.outstanding, 0), COALESCE(a.total, 0), a.since, "
        "(SELECT MIN(n.due_date) FROM loan_due n WHERE n.fund_id = l.fund_id AND n.loan_id = l.loan_id AND n.due_date "
        ">= ?), COALESCE(p.active, 1) " +
            std::string{loans_of_list} + loan_order(filter.part),
        values, "tttttiiiitti", [&](const Row& row) {
            lines.push_back({row.text(0), row.text(1), row.text(2), row.text(3), stored_date(row.text(4)),
                             Money::cents(row.integer(5)), row.integer(6) > 0, Money::cents(row.integer(7)),
                             Money::cents(row.integer(8)), parse_date(row.text(9)), parse_date(row.text(10)),
                             row.integer(11) == 1});
        });
    return lines;
}

std::optional<LoanPlace> place_of_loan(Connection& connection, const std::string& number)
{
    std::optional<LoanPlace> place;
    connection.each("SELECT f.code, l.scheme_code FROM loan l JOIN fund f ON f.fund_id = l.fund_id WHERE l.number = ?",
                    {number}, "tt", [&](const Row& row) {
                        place = {row.text(0), row.text(1)};
                    });
    return place;
}

std::vector<std::string> loans_that_follow(Connection& connection)
{
    std::vector<std::string> numbers;
    const std::string follows = "%\"base_rate\"%";
    connection.each(
        "SELECT number FROM loan WHERE terms LIKE ? UNION SELECT l.number FROM loan l JOIN loan_event_detail d ON "
        "d.fund_id = l.fund_id AND d.loan_id = l.loan_id WHERE d.detail LIKE ? ORDER BY number",
        {follows, follows}, "t", [&](const Row& row) { numbers.push_back(row.text(0)); });
    return numbers;
}

std::map<EventId, EventNote> event_notes(Connection& connection, const StoredLoan& loan)
{
    std::map<EventId, EventNote> notes;
    connection.each(
        "SELECT e.event_no, e.note, w.actor, e.bank_line_id FROM loan_event e JOIN work w ON w.administration_id = ? "
        "AND w.work_no = e.work_no WHERE e.fund_id = ? AND e.loan_id = ?",
        {administration, loan.fund.value, loan.id.value}, "itti", [&](const Row& row) {
            notes[EventId{row.integer(0)}] = {row.text(1), row.text(2), optional_id<BankLineTag>(row, 3)};
        });
    return notes;
}

std::vector<LoanPosting> postings_of(Connection& connection, const StoredLoan& loan, Date until, std::int64_t last)
{
    std::vector<LoanPosting> postings;
    // By "+" SQLite looks up the loan alone, whose index then has the postings in this order: it stops at the last
    // asked for, where it would read all of them to sort.
    connection.each(
        "SELECT p.entry_no, p.entry_date, p.description, d.code, c.code, p.amount FROM ("
        "SELECT p.fund_id, p.entry_no, p.line_no, e.entry_date, e.description, p.debit_account, p.credit_account, "
        "p.amount FROM posting p JOIN entry e ON e.fund_id = p.fund_id AND e.entry_no = p.entry_no "
        "WHERE +p.fund_id = ? AND p.loan_id = ? AND e.entry_date <= ? "
        "ORDER BY p.fund_id DESC, p.entry_no DESC, p.line_no DESC LIMIT ?) p "
        "JOIN account d ON d.fund_id = p.fund_id AND d.account_id = p.debit_account "
        "JOIN account c ON c.fund_id = p.fund_id AND c.account_id = p.credit_account "
        "ORDER BY p.entry_no, p.line_no",
        {loan.fund.value, loan.id.value, to_text(until), last > 0 ? last : std::numeric_limits<std::int64_t>::max()},
        "itttti", [&](const Row& row) {
            postings.push_back({row.integer(0), stored_date(row.text(1)), row.text(2), row.text(3), row.text(4),
                                Money::cents(row.integer(5))});
        });
    return postings;
}

}  // namespace vierkant::storage
