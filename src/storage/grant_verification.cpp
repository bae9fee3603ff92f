#include "storage/grant_store.h"
#include "storage/messages.h"
#include "storage/proof_production_store.h"
#include "storage/verification.h"

#include <map>
#include <string>
#include <utility>

namespace vierkant::storage {

namespace {

using ledger::Account;

/// Debit less credit per fund, grant and account, over all postings that name a grant.
using SubLedger = std::map<std::pair<std::int64_t, std::int64_t>, std::map<Account, Money>>;

SubLedger sub_ledger(Connection& connection)
{
    SubLedger found;
    connection.each(
        "SELECT fund_id, grant_id, account_id, CAST(SUM(amount) AS BIGINT) FROM ("
        " SELECT fund_id, grant_id, debit_account AS account_id, amount FROM posting WHERE grant_id IS NOT NULL"
        " UNION ALL SELECT fund_id, grant_id, credit_account, -amount FROM posting WHERE grant_id IS NOT NULL) sides "
        "GROUP BY fund_id, grant_id, account_id",
        {}, "iiii", [&](const Row& row) {
            found[{row.integer(0), row.integer(1)}][Account{row.integer(2)}] = Money::cents(row.integer(3));
        });
    return found;
}

void verify_grant(const StoredGrant& grant, const grants::Grant& history, std::map<Account, Money>& booked,
                  Problems& problems)
{
    const auto standing = grants::standing_of(history);
    const auto flows = grants::totals(standing);
    const auto compare = [&](const std::string& what, Account account, Money expected) {
        if (booked[account] == expected) return;
        problems.push_back(refuse(grant_differs, {{"grant", grant.number}, {"what", what}}));
    };
    compare("commitment", Account::committed, flows.paid + flows.released - standing.awarded);
    compare("cost", Account::grants, flows.granted - flows.reclaimed);
    compare("payable", Account::grants_payable, flows.paid - flows.granted);
    compare("reclaim", Account::reclaim_receivable, flows.reclaimed - flows.repaid);
    if (standing.paid > standing.awarded) {
        problems.push_back(refuse(grant_overpaid, {{"grant", grant.number}}));
    }
}

/// A settled proof-production loan keeps nothing reserved beyond what it still may draw.
void verify_settled_loan(Connection& connection, const StoredLoan& loan, Problems& problems)
{
    const auto proof = proof_production_of(connection, loan);
    if (!proof || !proof->settled) return;
    const auto account = static_cast<std::int64_t>(Account::committed);
    const auto reserved = Money::cents(connection.number(
        "SELECT CAST(SUM(CASE WHEN credit_account = ? THEN amount WHEN debit_account = ? THEN -amount ELSE 0 END) AS "
        "BIGINT) FROM posting WHERE fund_id = ? AND loan_id = ?",
        {account, account, loan.fund.value, loan.id.value}, 0));
    const auto drawn = position_of(connection, loan).booked.disbursed;
    if (reserved != loan.amount - drawn - proof->settled->released) {
        problems.push_back(refuse(loan_differs, {{"loan", loan.number}, {"what", "commitment"}}));
    }
}

}  // namespace

void verify_settled_loans(Connection& connection, Problems& problems)
{
    std::vector<std::pair<FundId, LoanId>> settled;
    connection.each("SELECT fund_id, loan_id FROM loan_principal_settlement ORDER BY fund_id, loan_id", {}, "ii",
                    [&](const Row& row) { settled.emplace_back(FundId{row.integer(0)}, LoanId{row.integer(1)}); });
    for (const auto& [fund, id] : settled) {
        if (const auto loan = find_loan(connection, fund, id)) verify_settled_loan(connection, *loan, problems);
    }
}

void verify_grants(Connection& connection, Problems& problems)
{
    auto booked = sub_ledger(connection);
    for (const auto& grant : list_grants(connection)) {
        verify_grant(grant, history_of(connection, grant), booked[{grant.fund.value, grant.id.value}], problems);
    }
    std::vector<std::pair<FundId, std::string>> funds;
    connection.each("SELECT fund_id, code FROM fund ORDER BY fund_id", {}, "it",
                    [&](const Row& row) { funds.emplace_back(FundId{row.integer(0)}, row.text(1)); });
    for (const auto& [fund, code] : funds) {
        if (left_under_ceiling(connection, fund).is_negative()) {
            problems.push_back(refuse(ceiling_exceeded, {{"fund", code}}));
        }
    }
}

}  // namespace vierkant::storage
