#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::banking {

/// A booked balance of the account on a day; negative where the account is overdrawn.
struct Balance {
    Money amount;
    Date on = Date::from_serial(0);
    friend bool operator==(const Balance&, const Balance&) = default;
};

/// What a bank statement says before its lines. One file may hold several statements, of several accounts.
struct StatementHead {
    std::string id;                        ///< the bank's own name of the statement, at most 35 characters
    std::optional<std::int64_t> sequence;  ///< electronic sequence number; some banks leave it out
    std::string account;                   ///< IBAN, or the bank's other identification where there is none
    std::string currency = "EUR";
    std::string created;  ///< moment as the file has it, e.g. "2026-01-15T08:00:00"
    Balance opening;
    Balance closing;
    friend bool operator==(const StatementHead&, const StatementHead&) = default;
};

/// One booked movement on the account: an entry, or one payment of a batch entry whose payments add up to it.
/// Entries that the bank only announces (PDNG, INFO, FUTR) are no lines.
struct Line {
    std::int64_t position = 0;  ///< among the lines of the statement, from 1
    std::int64_t entry = 0;     ///< the entry in the file, from 1; announced entries count here
    std::int64_t detail = 0;    ///< the payment in a batch entry, from 1; 0 where the entry is one line
    Money amount;               ///< what the account changed by: positive came in, negative went out
    Date booked = Date::from_serial(0);
    Date value = Date::from_serial(0);
    bool reversal = false;             ///< undoes an earlier movement; `amount` already has the sign of this one
    std::string bank_reference;        ///< AcctSvcrRef: the bank's own number of the entry
    std::string end_to_end_id;         ///< empty where the payer gave none
    std::string creditor_reference;    ///< as it was written, not checked
    std::string remittance;            ///< free text
    std::string counterparty;          ///< name of the other party
    std::string counterparty_account;  ///< IBAN of the other party, or other identification
    std::string transaction_code;      ///< "PMNT-RCDT-ESCT", or the bank's own code
    std::string return_reason;         ///< ISO code such as AC04 (account closed) of a returned payment
    std::string foreign_amount;        ///< "SEK 100.00" where the payer ordered another currency than the account's
    /// Names the line for ever: account + bank reference, or account + statement + place in it where the bank gives
    /// no reference or gave it to an earlier entry of the same statement. The same in every copy of the statement.
    std::string identity;
    friend bool operator==(const Line&, const Line&) = default;
};

struct Statement {
    StatementHead head;
    std::vector<Line> lines;
    friend bool operator==(const Statement&, const Statement&) = default;
};

/// Names the statement for ever: account, id and sequence number.
std::string identity_of(const StatementHead& statement);

/// Something the officer must know and that stops nothing.
struct Notice {
    const Text* text;
    Arguments arguments;
    [[nodiscard]] std::string in(Language language) const { return say(*text, arguments, language); }
};

/// What is wrong between two statements of one account that should follow each other: a gap in the numbers or an
/// opening balance that is not the closing balance before it. A number that begins again at 1 in a new year is no gap.
/// REQUIRES: the same account.
std::vector<Notice> continuity(const StatementHead& previous, const StatementHead& next);

}  // namespace vierkant::banking
