#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace vierkant::ledger {

/// An account of a fund's books. The numbers are kept in the database; never renumber. Capital accounts, one a funder,
/// have numbers from first_capital on.
enum class Account : std::int64_t {
    bank = 1,                         ///< what the bank says we have; moves only through statements
    transit = 2,                      ///< paid or received according to us, not yet seen on a statement
    loans = 3,                        ///< principal outstanding
    interest_receivable = 4,          ///< interest accrued and not yet received
    costs_receivable = 5,             ///< costs charged to borrowers and not yet received
    reclaim_receivable = 6,           ///< grants to be paid back
    default_interest_receivable = 8,  ///< charged for paying late and not yet received
    provision = 7,                    ///< expected loss, deducted from the loans (BBV art. 63(8)): a credit
    uncommitted = 10,                 ///< equity: mirror of committed
    committed = 11,                   ///< equity: reserved by awards, not yet paid out
    interest_income = 20,
    costs_income = 21,
    recovery_income = 22,  ///< received after a write-off
    taken_over = 23,       ///< counter-account of an opening balance taken over from another system
    default_interest_income = 24,
    grants = 30,  ///< expenses
    remission = 31,
    write_off = 32,
    provision_expense = 33,
    grants_payable = 40,  ///< verified, not yet paid
    suspense = 41,        ///< received, not yet known what for
    overpayments = 42,    ///< received beyond what was owed; to be refunded
    first_capital = 100,
};

constexpr Account capital(std::int64_t funder)
{
    return Account{100 + funder};
}

struct AccountText {
    Account account;
    std::string_view code;  ///< as hledger knows it
    std::string_view nl;
    std::string_view en;
};

/// The accounts that every fund has.
inline constexpr std::array chart{
    AccountText{Account::bank, "assets:bank", "Bank", "Bank"},
    AccountText{Account::transit, "assets:transit", "Betalingen onderweg", "Payments in transit"},
    AccountText{Account::loans, "assets:loans", "Uitstaande leningen", "Loans outstanding"},
    AccountText{Account::interest_receivable, "assets:interest-receivable", "Te ontvangen rente",
                "Interest receivable"},
    AccountText{Account::default_interest_receivable, "assets:default-interest-receivable",
                "Te ontvangen rente bij verzuim", "Default interest receivable"},
    AccountText{Account::costs_receivable, "assets:costs-receivable", "Te ontvangen kosten", "Costs receivable"},
    AccountText{Account::reclaim_receivable, "assets:reclaim-receivable", "Terug te ontvangen subsidie",
                "Grants to be reclaimed"},
    AccountText{Account::provision, "assets:provision", "Voorziening oninbare leningen", "Provision for bad loans"},
    AccountText{Account::uncommitted, "equity:uncommitted", "Tegenrekening verplichtingen",
                "Counter-account of commitments"},
    AccountText{Account::committed, "equity:committed", "Verplichtingen", "Commitments"},
    AccountText{Account::interest_income, "income:interest", "Rente", "Interest"},
    AccountText{Account::default_interest_income, "income:default-interest", "Rente bij verzuim", "Default interest"},
    AccountText{Account::costs_income, "income:costs", "Doorberekende kosten", "Costs charged"},
    AccountText{Account::recovery_income, "income:recoveries", "Ontvangen na afboeking", "Recoveries after write-off"},
    AccountText{Account::taken_over, "equity:taken-over", "Overgenomen beginbalans", "Opening balance taken over"},
    AccountText{Account::grants, "expenses:grants", "Subsidies", "Grants"},
    AccountText{Account::remission, "expenses:remission", "Kwijtschelding", "Remission"},
    AccountText{Account::write_off, "expenses:write-off", "Afboeking", "Write-off"},
    AccountText{Account::provision_expense, "expenses:provision", "Dotatie voorziening", "Addition to the provision"},
    AccountText{Account::grants_payable, "liabilities:grants-payable", "Te betalen subsidies", "Grants payable"},
    AccountText{Account::suspense, "liabilities:suspense", "Vraagposten", "Suspense"},
    AccountText{Account::overpayments, "liabilities:overpayments", "Te veel ontvangen", "Overpayments"},
};

}  // namespace vierkant::ledger
