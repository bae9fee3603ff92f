#include "storage/loan_store.h"
#include "storage/messages.h"
#include "storage/verification.h"

#include <string>
#include <vector>

namespace vierkant::storage {

namespace {

void verify_replay(Connection& connection, const StoredLoan& loan, Problems& problems)
{
    const auto differs = [&](const std::string& what) {
        problems.push_back(refuse(loan_differs, {{"loan", loan.number}, {"what", what}}));
    };
    const auto position = position_of(connection, loan);
    const auto events = events_of(connection, loan);
    const auto state = lending::replay(loan.terms, events, position.booked_until);
    if (lending::totals(loan.terms, state) != position.booked) differs("totals");
    if (static_cast<std::int64_t>(events.size()) != position.last_event_no) differs("events");
    const auto account = static_cast<std::int64_t>(ledger::Account::loans);
    const auto in_ledger = connection.number(
        "SELECT CAST(SUM(CASE WHEN debit_account = ? THEN amount WHEN credit_account = ? THEN -amount ELSE 0 END) AS "
        "BIGINT) "
        "FROM posting WHERE fund_id = ? AND loan_id = ?",
        {account, account, loan.fund.value, loan.id.value}, 0);
    if (Money::cents(in_ledger) != position.booked.outstanding()) differs("principal");
}

}  // namespace

void verify_loans(Connection& connection, Problems& problems)
{
    std::vector<std::string> numbers;
    connection.each("SELECT number FROM loan ORDER BY fund_id, loan_id", {}, "t",
                    [&](const Row& row) { numbers.push_back(row.text(0)); });
    for (const auto& number : numbers) {
        if (const auto loan = find_loan(connection, number)) verify_replay(connection, *loan, problems);
    }
}

void verify_calendars(Connection& connection, Problems& problems)
{
    const auto report = [&](const Row& row) {
        problems.push_back(refuse(calendar_differs, {{"fund", std::to_string(row.integer(0))}, {"day", row.text(1)}}));
    };
    connection.each(
        "SELECT fund_id, due_date FROM ("
        " SELECT d.fund_id, l.scheme_code, d.due_date, d.principal, d.interest, d.costs FROM loan_due d"
        "  JOIN loan l ON l.fund_id = d.fund_id AND l.loan_id = d.loan_id"
        " UNION ALL SELECT fund_id, scheme_code, due_date, -principal, -interest, -costs FROM due_total) both_sides "
        "GROUP BY fund_id, scheme_code, due_date HAVING SUM(principal) <> 0 OR SUM(interest) <> 0 OR SUM(costs) <> 0 "
        "ORDER BY fund_id, due_date",
        {}, "it", report);
    connection.each(
        "SELECT fund_id, settled_on FROM ("
        " SELECT s.fund_id, l.scheme_code, s.due_date, s.settled_on, s.principal, s.interest, s.costs, s.prepaid"
        "  FROM loan_settlement s JOIN loan l ON l.fund_id = s.fund_id AND l.loan_id = s.loan_id"
        " UNION ALL SELECT fund_id, scheme_code, due_date, settled_on, -principal, -interest, -costs, -prepaid"
        "  FROM settlement_total) both_sides "
        "GROUP BY fund_id, scheme_code, due_date, settled_on HAVING SUM(principal) <> 0 OR SUM(interest) <> 0 OR "
        "SUM(costs) <> 0 OR SUM(prepaid) <> 0 ORDER BY fund_id, settled_on",
        {}, "it", report);
}

}  // namespace vierkant::storage
