#pragma once

#include "domain/ledger/account.h"
#include "storage/bank_store.h"
#include "storage/grant_store.h"
#include "storage/loan_store.h"
#include "storage/transfer_store.h"
#include "usecases/booking_batch.h"

#include <string>

/// Booking one bank line: from the bank account while a statement is imported, from suspense when an officer matches it
/// later. Each adds nothing to bank_match: the caller keeps the match that is given back, and flushes the batch.
namespace vierkant::usecases {

/// A line, and the account its money is booked from: bank, or suspense.
struct LineToBook {
    const storage::KeptLine& kept;
    ledger::Account from = ledger::Account::bank;
    std::string reason;  ///< code of a Text, or the officer's words
};

/// The day a line counts: its value date; today where that is still ahead.
Date day_of(const storage::Work& work, const banking::Line& line);

storage::LineMatch book_in_suspense(BookingBatch& batch, const LineToBook& line);
storage::LineMatch book_contribution(BookingBatch& batch, const LineToBook& line, std::int64_t capital_account);
/// REQUIRES: the transfer is open and of the line's amount.
storage::LineMatch book_transfer(BookingBatch& batch, const LineToBook& line, const storage::Transfer& transfer);
/// A payment on the loan, or a recovery where it was written off. Refuses as the loan does. REQUIRES: money in.
Result<storage::LineMatch> book_on_loan(BookingBatch& batch, const LineToBook& line, LoanId loan);
/// A repayment of what was reclaimed of a grant; beyond that it counts as overpaid. REQUIRES: money in.
storage::LineMatch book_on_grant(BookingBatch& batch, const LineToBook& line, const storage::StoredGrant& grant);
/// Undoes an earlier line of the opposite amount, by what that line was matched with: a repayment is reversed on its
/// loan, a disbursement too, a grant's payment is to be made again. The earlier line gets its match here.
/// REQUIRES: the matches of the lines before it are written.
Result<storage::LineMatch> book_return(BookingBatch& batch, const LineToBook& line, const storage::KeptLine& earlier);

/// Whether `line` may undo `earlier`: the same amount the other way, and both of one fund.
bool may_undo(const storage::KeptLine& line, const storage::KeptLine& earlier);

}  // namespace vierkant::usecases
