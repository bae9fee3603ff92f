#pragma once

#include "domain/ledger/entry.h"
#include "domain/lending/state.h"

#include <optional>
#include <vector>

namespace vierkant::lending {

/// Where a borrower's money came in: the bank line that shows it, or on its way as long as no line does.
struct MoneyIn {
    ledger::Account account = ledger::Account::transit;
    std::optional<BankLineId> bank_line = std::nullopt;
};

/// What the journal has to be told so that it agrees with the loan again: the difference between the flows that are and
/// those that were booked. One rule for a payment, a day's interest, a late fact and its correction. A drawing releases
/// as much of the commitment. Empty where nothing changed.
std::vector<ledger::Posting> postings_for(const Totals& booked, const Totals& now, LoanId loan, MoneyIn money_in);

}  // namespace vierkant::lending
