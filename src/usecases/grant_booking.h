#pragma once

#include "base/result.h"
#include "storage/grant_store.h"
#include "storage/transfer_store.h"

#include <string>

namespace vierkant::usecases {

/// A grant with all that happened to it.
struct OpenGrant {
    storage::StoredGrant stored;
    grants::Grant history;
};
Result<OpenGrant> open_grant(storage::Connection& connection, const std::string& number);

/// Adds an event and books what it changes. Gives the number of the entry; 0 where the books did not change.
std::int64_t book_grant_event(storage::Work& work, OpenGrant& grant, grants::Event event, grants::MoneyIn money_in,
                              const std::string& description);

/// Tells the journal what changed since `grant` was read, and reads it again: for claims verified, rejected or left.
std::int64_t book_change(storage::Work& work, OpenGrant& grant, Date day, grants::MoneyIn money_in,
                         const std::string& description);

/// Money that comes back on a reclaim, inside a work: from a bank line, or announced by hand (then a transfer waits for
/// its line). Below zero where the bank takes an earlier repayment away again.
std::int64_t book_grant_repayment(storage::Work& work, OpenGrant& grant, Money amount, Date day,
                                  grants::MoneyIn money_in);

/// A payment of ours that the bank gave back: the grant counts as unpaid again. Gives the transfer that the bank line
/// which shows it closes.
storage::Transfer book_returned_grant_payment(storage::Work& work, OpenGrant& grant, const storage::Transfer& payment,
                                              Date day);

}  // namespace vierkant::usecases
