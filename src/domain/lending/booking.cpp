#include "domain/lending/booking.h"

namespace vierkant::lending {

std::vector<ledger::Posting> postings_for(const Totals& booked, const Totals& now, LoanId loan, MoneyIn money_in)
{
    using ledger::Account;
    std::vector<ledger::Posting> postings;
    const auto book = [&](Money Totals::*flow, Account debit, Account credit) {
        const bool is_bank = debit == money_in.account;
        ledger::add_difference(postings,
                               {debit, credit, {}, loan, std::nullopt, is_bank ? money_in.bank_line : std::nullopt},
                               now.*flow - booked.*flow);
    };
    book(&Totals::disbursed, Account::loans, Account::transit);
    book(&Totals::disbursed, Account::committed, Account::uncommitted);
    book(&Totals::interest_accrued, Account::interest_receivable, Account::interest_income);
    book(&Totals::default_interest_charged, Account::default_interest_receivable, Account::default_interest_income);
    book(&Totals::costs_charged, Account::costs_receivable, Account::costs_income);
    book(&Totals::costs_withheld, Account::transit, Account::costs_receivable);
    book(&Totals::interest_capitalised, Account::loans, Account::interest_receivable);
    book(&Totals::costs_capitalised, Account::loans, Account::costs_receivable);
    book(&Totals::default_interest_capitalised, Account::loans, Account::default_interest_receivable);
    book(&Totals::commitment_lapsed, Account::committed, Account::uncommitted);
    book(&Totals::costs_received, money_in.account, Account::costs_receivable);
    book(&Totals::default_interest_received, money_in.account, Account::default_interest_receivable);
    book(&Totals::interest_received, money_in.account, Account::interest_receivable);
    book(&Totals::principal_repaid, money_in.account, Account::loans);
    book(&Totals::recovered, money_in.account, Account::recovery_income);
    book(&Totals::overpaid, money_in.account, Account::overpayments);
    book(&Totals::refunded, Account::overpayments, Account::transit);
    book(&Totals::costs_remitted, Account::remission, Account::costs_receivable);
    book(&Totals::default_interest_remitted, Account::remission, Account::default_interest_receivable);
    book(&Totals::interest_remitted, Account::remission, Account::interest_receivable);
    book(&Totals::principal_remitted, Account::remission, Account::loans);
    book(&Totals::costs_written_off, Account::write_off, Account::costs_receivable);
    book(&Totals::default_interest_written_off, Account::write_off, Account::default_interest_receivable);
    book(&Totals::interest_written_off, Account::write_off, Account::interest_receivable);
    book(&Totals::principal_written_off, Account::write_off, Account::loans);
    return postings;
}

}  // namespace vierkant::lending
