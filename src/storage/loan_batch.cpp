#include "storage/loan_batch.h"

#include "storage/key_query.h"
#include "storage/loan_rows.h"
#include "storage/stored.h"

namespace vierkant::storage {

namespace {

constexpr std::string_view due_kinds = "tiiit";

template <class Loan>
std::vector<Loan> in_order(std::map<LoanId, Loan> found)
{
    std::vector<Loan> ordered;
    ordered.reserve(found.size());
    for (auto& [id, loan] : found) ordered.push_back(std::move(loan));
    return ordered;
}

/// The columns due_date, principal, interest, costs, settled_on from `first` on.
lending::DueOnDay due_of(const Row& row, std::size_t first)
{
    return {stored_date(row.text(first)), Money::cents(row.integer(first + 1)), Money::cents(row.integer(first + 2)),
            Money::cents(row.integer(first + 3)), parse_date(row.text(first + 4))};
}

std::string select_loans()
{
    return "SELECT " + loan_columns("l") +
           ", p.state, p.last_event_no, p.booked_until, p.booked FROM loan l LEFT JOIN loan_position p ON p.fund_id = "
           "l.fund_id AND p.loan_id = l.loan_id ";
}

std::string kinds_of_loans()
{
    return std::string{loan_kinds} + "titt";
}

LoanInBooks loan_in_books(const Row& row)
{
    const auto after = loan_kinds.size();
    auto loan = loan_of(row);
    auto position = row.is_null(after) ? LoanPosition{{}, 0, loan.awarded_on, {}} : position_of(row, after);
    return {std::move(loan), std::move(position)};
}

}  // namespace

void some_loans_at_a_time(Connection& connection, const std::vector<LoanKey>& loans,
                          const std::function<void(std::vector<StoredLoan>)>& take)
{
    static const auto sql = "SELECT " + loan_columns("") + " FROM loan WHERE fund_id = ? AND loan_id IN (";
    constexpr std::size_t most = 500;  // bounds the memory
    for (auto begin = loans.begin(); begin != loans.end();) {
        const auto fund = begin->fund;
        std::vector<std::int64_t> ids;
        for (; begin != loans.end() && begin->fund == fund && ids.size() < most; ++begin) {
            ids.push_back(begin->loan.value);
        }
        std::map<LoanId, StoredLoan> found;
        each_of(connection, sql, fund, ids, ")", loan_kinds, [&](const Row& row) {
            auto loan = loan_of(row);
            found.insert_or_assign(loan.id, std::move(loan));
        });
        if (!found.empty()) take(in_order(std::move(found)));
    }
}

std::vector<LoanInBooks> load_loans(Connection& connection, FundId fund, const std::vector<std::int64_t>& loans)
{
    static const auto sql = select_loans() + "WHERE l.fund_id = ? AND l.loan_id IN (";
    std::map<LoanId, LoanInBooks> found;
    each_of(connection, sql, fund, loans, ")", kinds_of_loans(), [&](const Row& row) {
        auto loan = loan_in_books(row);
        found.insert_or_assign(loan.loan.id, std::move(loan));
    });
    return in_order(std::move(found));
}

std::vector<LoanInBooks> load_active_loans(Connection& connection, FundId fund, LoanId after, std::size_t count)
{
    static const auto sql =
        select_loans() + "WHERE l.fund_id = ? AND l.loan_id > ? AND p.active = 1 ORDER BY l.loan_id LIMIT ?";
    std::vector<LoanInBooks> found;
    connection.each(sql, {fund.value, after.value, static_cast<std::int64_t>(count)}, kinds_of_loans(),
                    [&](const Row& row) { found.push_back(loan_in_books(row)); });
    return found;
}

std::map<LoanId, std::vector<lending::DueOnDay>> dues_ahead(Connection& connection, FundId fund,
                                                            const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, std::vector<lending::DueOnDay>> found;
    each_of(connection,
            "SELECT d.loan_id, d.due_date, d.principal, d.interest, d.costs, d.settled_on FROM loan_position p JOIN "
            "loan_due d ON d.fund_id = p.fund_id AND d.loan_id = p.loan_id AND d.due_date > p.state_date WHERE "
            "p.fund_id = ? AND p.loan_id IN (",
            fund, loans, ") ORDER BY d.loan_id, d.due_date", "i" + std::string{due_kinds},
            [&](const Row& row) { found[LoanId{row.integer(0)}].push_back(due_of(row, 1)); });
    return found;
}

lending::Calendar calendar_of(Connection& connection, const StoredLoan& loan)
{
    lending::Calendar calendar;
    connection.each(
        "SELECT due_date, principal, interest, costs, settled_on FROM loan_due WHERE fund_id = ? AND loan_id = ? ORDER "
        "BY due_date",
        {loan.fund.value, loan.id.value}, due_kinds, [&](const Row& row) { calendar.dues.push_back(due_of(row, 0)); });
    connection.each(
        "SELECT due_date, settled_on, principal, interest, costs, prepaid, given_up FROM loan_settlement WHERE fund_id "
        "= ? AND loan_id = ? ORDER BY due_date, settled_on",
        {loan.fund.value, loan.id.value}, "ttiiiii", [&](const Row& row) {
            calendar.settlements.push_back({stored_date(row.text(0)), stored_date(row.text(1)),
                                            Money::cents(row.integer(2)), Money::cents(row.integer(3)),
                                            Money::cents(row.integer(4)), Money::cents(row.integer(5)),
                                            Money::cents(row.integer(6))});
        });
    return calendar;
}

std::vector<lending::DueOnDay> arrears_of(Connection& connection, const StoredLoan& loan)
{
    std::vector<lending::DueOnDay> rows;
    connection.each(
        "SELECT due_date, principal, interest, costs, NULL FROM loan_arrears WHERE fund_id = ? AND loan_id = ? ORDER "
        "BY due_date",
        {loan.fund.value, loan.id.value}, due_kinds, [&](const Row& row) { rows.push_back(due_of(row, 0)); });
    return rows;
}

}  // namespace vierkant::storage
