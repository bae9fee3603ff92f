#pragma once

#include "domain/grants/grant.h"
#include "domain/ledger/entry.h"

#include <vector>

namespace vierkant::grants {

/// The flows of a grant since its award, as the journal is told of them.
struct Totals {
    Money granted;    ///< became payable: verified, or paid ahead of it
    Money paid;       ///< released to the bank; as much of the commitment is released
    Money released;   ///< of the commitment at settlement: awarded and not needed
    Money reclaimed;  ///< became receivable, a claim under public law
    Money repaid;     ///< of what was reclaimed
    Money overpaid;   ///< came back beyond that
    friend bool operator==(const Totals&, const Totals&) = default;
};
Totals totals(const Standing& standing);

/// Reserves the money of an award: committed, and no longer free in the fund.
std::vector<ledger::Posting> award_postings(GrantId grant, Money awarded);

/// Where a repayment came in: the bank line that shows it, or on its way as long as no line does.
struct MoneyIn {
    ledger::Account account = ledger::Account::transit;
    std::optional<BankLineId> bank_line = std::nullopt;
};

/// What the journal has to be told so that it agrees with the grant again: the difference between the flows that are
/// and those that were booked, as for a loan. Empty where nothing changed.
std::vector<ledger::Posting> postings_for(const Totals& booked, const Totals& now, GrantId grant, MoneyIn money_in);

}  // namespace vierkant::grants
