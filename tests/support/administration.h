#pragma once

#include "storage/job_store.h"
#include "storage/loan_store.h"
#include "storage/work.h"

#include <string>

namespace vierkant::testing {

inline const FundId revolving{1};

inline storage::Task task(const std::string& name, Date today, const std::string& key = "")
{
    return {name, "anna", today, to_text(today) + "T09:00:00Z", key};
}

/// A database with one fund and its accounts, opened by the first work on 1 January 2026.
inline void open_fund(storage::Connection& connection)
{
    using namespace storage;
    Work work{connection, task("init", date(2026, 1, 1))};
    work.add(facts::fund, {revolving.value, administration, "revolving", "Revolverend fonds", "Revolving fund", "M01",
                           std::int64_t{1'000'000'000}, std::int64_t{0}, "NL81VKWR0000000017", "2026-01-01"});
    for (const auto& account : ledger::chart) {
        work.add(facts::account, {revolving.value, static_cast<std::int64_t>(account.account),
                                  std::string{account.code}, std::string{account.nl}, std::string{account.en}});
    }
    work.connection().execute(
        "INSERT INTO fund_head (fund_id, last_entry_no, last_hash, closed_until) VALUES (?, 0, ?, '')",
        {revolving.value, std::string{no_hash}});
    work.commit("opened");
}

/// EUR 10,000 at 4 % in four quarters, linear: 2,600.00, 2,575.00, 2,550.00 and 2,525.00 (style.md, section 12).
inline storage::StoredLoan loan_of_ten_thousand(std::int64_t id = 1)
{
    lending::LoanTerms terms;
    terms.method = lending::Method::linear;
    terms.instalments = 4;
    terms.every = 3;
    terms.first_due = date(2026, 4, 1);
    terms.rates = {{date(2026, 1, 1), percent(4)}};
    const auto number = "L-" + std::to_string(id);
    return {revolving,         LoanId{id}, number,   "RF" + number,    std::nullopt,         UndertakingId{1},
            "investment-loan", "industry", "GM0114", date(2026, 1, 1), Money::euros(10'000), terms};
}

/// Puts the loan in the books and reserves its money, as an award does.
inline void award(storage::Connection& connection, const storage::StoredLoan& loan)
{
    storage::Work work{connection, task("award", loan.awarded_on)};
    storage::add_loan(work, loan);
    storage::add_award_total(work, {loan.fund, {}, loan.scheme, loan.sector, loan.municipality}, loan.awarded_on,
                             loan.amount);
    work.post({loan.fund,
               loan.awarded_on,
               "Toekenning " + loan.number,
               {{ledger::Account::uncommitted, ledger::Account::committed, loan.amount, loan.id}}});
    work.commit(loan.number);
}

/// Debit less credit of an account, over all days.
inline Money balance(storage::Connection& connection, ledger::Account account)
{
    return Money::cents(
        connection.number("SELECT CAST(SUM(debit - credit) AS BIGINT) FROM account_day WHERE account_id = ?",
                          {static_cast<std::int64_t>(account)}, 0));
}

}  // namespace vierkant::testing
