#include "storage/forecast_store.h"

#include "domain/ledger/account.h"
#include "storage/risk_store.h"
#include "storage/stored.h"

namespace vierkant::storage {

std::optional<FundOnDay> fund_on(Connection& connection, const std::string& code, Date day)
{
    using ledger::Account;
    const auto number_of = [](Account account) { return static_cast<std::int64_t>(account); };
    std::optional<FundOnDay> fund;
    connection.each(
        "SELECT f.fund_id, f.reserve, "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id >= ? THEN d.credit - d.debit END), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id IN (?, ?) THEN d.debit - d.credit END), 0) AS BIGINT), "
        "CAST(COALESCE(SUM(CASE WHEN d.account_id = ? THEN d.credit - d.debit END), 0) AS BIGINT), "
        "COALESCE((SELECT CAST(SUM(x.disbursed) AS BIGINT) FROM loan_flow x WHERE x.fund_id = f.fund_id AND "
        "x.entry_date <= ?), 0) "
        "FROM fund f LEFT JOIN account_day d ON d.fund_id = f.fund_id AND d.entry_date <= ? "
        "WHERE f.administration_id = ? AND f.code = ? GROUP BY f.fund_id, f.reserve",
        {number_of(Account::first_capital), number_of(Account::bank), number_of(Account::transit),
         number_of(Account::committed), to_text(day), to_text(day), administration, code},
        "iiiiii", [&](const Row& row) {
            fund = FundOnDay{FundId{row.integer(0)},       Money::cents(row.integer(2)), Money::cents(row.integer(5)),
                             Money::cents(row.integer(3)), Money::cents(row.integer(4)), Money::cents(row.integer(1))};
        });
    return fund;
}

std::vector<LoanInBooks> loans_on(Connection& connection, FundId fund, Date day)
{
    std::vector<std::int64_t> ids;
    connection.each(
        "SELECT l.loan_id FROM loan l LEFT JOIN loan_position p ON p.fund_id = l.fund_id AND p.loan_id = l.loan_id "
        "WHERE l.fund_id = ? AND l.awarded_on <= ? AND NOT (COALESCE(p.active, 1) = 0 AND p.last_event_no > 0 AND "
        "p.outstanding = 0 AND p.state_date <= ?) ORDER BY l.loan_id",
        {fund.value, to_text(day), to_text(day)}, "i", [&](const Row& row) { ids.push_back(row.integer(0)); });
    return load_loans(connection, fund, ids);
}

std::int64_t running_loans(Connection& connection, const std::string& fund)
{
    return connection.number(
        "SELECT COUNT(*) FROM loan_position WHERE fund_id = (SELECT fund_id FROM fund WHERE code = ?) AND active = 1",
        {fund}, 0);
}

std::map<LoanId, std::vector<arrears::RiskOverride>> risk_overrides(Connection& connection, FundId fund)
{
    std::map<LoanId, std::vector<arrears::RiskOverride>> all;
    connection.each(
        "SELECT loan_id, from_day, stage FROM loan_risk_override WHERE fund_id = ? ORDER BY loan_id, override_no",
        {fund.value}, "itt", [&](const Row& row) {
            all[LoanId{row.integer(0)}].push_back({stored_date(row.text(1)), parse_stage(row.text(2))});
        });
    return all;
}

}  // namespace vierkant::storage
