#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"
#include "domain/ledger/account.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::ledger {

/// Moves one amount from the credited to the debited account. Debit equals credit by construction, so an entry made of
/// postings cannot be out of balance.
struct Posting {
    Account debit;
    Account credit;
    Money amount;  ///< more than zero
    std::optional<LoanId> loan = std::nullopt;
    std::optional<GrantId> grant = std::nullopt;
    std::optional<BankLineId> bank_line = std::nullopt;
};

/// A journal entry before it has its number and its place in the chain.
struct Entry {
    FundId fund;
    Date date;
    std::string description;
    std::vector<Posting> postings;  ///< at least one
};

/// The posting that moves `amount` when it is positive, its mirror image when negative, nothing when zero: how a
/// correction books the difference between what is and what was booked.
void add_difference(std::vector<Posting>& postings, Posting of, Money amount);

Money total(const std::vector<Posting>& postings);

/// The link of a fund's chain: covers the entry, its number, its postings and the hash of the entry before it.
std::string hash(const Entry& entry, std::int64_t entry_no, std::string_view previous_hash);

}  // namespace vierkant::ledger
