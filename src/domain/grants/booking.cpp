#include "domain/grants/booking.h"

#include <algorithm>

namespace vierkant::grants {

using ledger::Account;

Totals totals(const Standing& standing)
{
    Totals totals;
    // What was reclaimed stays granted: it comes back through a receivable of its own, not through the payable.
    totals.granted = std::max(standing.earned + standing.reclaimed, standing.paid);
    totals.paid = standing.paid;
    totals.released = standing.awarded - standing.paid - standing.committed();
    totals.reclaimed = standing.reclaimed;
    totals.repaid = std::min(standing.repaid, standing.reclaimed);
    totals.overpaid = standing.repaid - totals.repaid;
    return totals;
}

std::vector<ledger::Posting> award_postings(GrantId grant, Money awarded)
{
    return {{Account::uncommitted, Account::committed, awarded, std::nullopt, grant}};
}

std::vector<ledger::Posting> postings_for(const Totals& booked, const Totals& now, GrantId grant, MoneyIn money_in)
{
    std::vector<ledger::Posting> postings;
    const auto book = [&](Money Totals::*flow, Account debit, Account credit, std::optional<BankLineId> line = {}) {
        ledger::add_difference(postings, {debit, credit, {}, std::nullopt, grant, line}, now.*flow - booked.*flow);
    };
    book(&Totals::granted, Account::grants, Account::grants_payable);
    book(&Totals::paid, Account::grants_payable, Account::transit);
    book(&Totals::paid, Account::committed, Account::uncommitted);
    book(&Totals::released, Account::committed, Account::uncommitted);
    book(&Totals::reclaimed, Account::reclaim_receivable, Account::grants);
    book(&Totals::repaid, money_in.account, Account::reclaim_receivable, money_in.bank_line);
    book(&Totals::overpaid, money_in.account, Account::overpayments, money_in.bank_line);
    return postings;
}

}  // namespace vierkant::grants
