#pragma once

#include "storage/list_part.h"
#include "storage/loan_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Loans as lists and pages show them; read only.
namespace vierkant::storage {

/// One loan in a list, as far as the books go. Nothing here is replayed.
struct LoanLine {
    std::string number;
    std::string borrower;
    std::string scheme;
    std::string municipality;
    Date awarded_on;
    Money amount;                    ///< awarded
    bool drawn;                      ///< anything at all
    Money outstanding;               ///< principal
    Money arrears;                   ///< overdue: principal, interest and costs
    std::optional<Date> late_since;  ///< the oldest due date that is overdue
    std::optional<Date> next_due;
    bool active = true;  ///< something may still happen to it as days pass
};

struct LoanFilter {
    bool late = false;         ///< only those with something overdue
    std::string scheme;        ///< "" is any
    std::string municipality;  ///< "" is any
    ListPart part = {};        ///< words are looked for in numbers and borrowers
    std::string codes = {};    ///< ",GM0114,investment-loan,": municipalities and schemes that have the words
};

/// How many loans there are, and what they come to, whatever part of them is shown.
struct LoanTotals {
    std::int64_t loans = 0;
    Money amount;
    Money outstanding;
    Money arrears;
};
LoanTotals total_of_loans(Connection& connection, const LoanFilter& filter, Date today);

/// What is overdue on `today` is what fell due before it and was not paid.
std::vector<LoanLine> list_loans(Connection& connection, const LoanFilter& filter, Date today);

/// The fund that a loan is of, and its scheme, by their codes.
struct LoanPlace {
    std::string fund;
    std::string scheme;
};
std::optional<LoanPlace> place_of_loan(Connection& connection, const std::string& number);

/// The numbers of the loans whose rate follows the base rate, by their award or by a later plan.
std::vector<std::string> loans_that_follow(Connection& connection);

/// What was written beside the events of a loan, and who did it, by number of the event.
struct EventNote {
    std::string note;
    std::string actor;
    std::optional<BankLineId> bank_line;
};
std::map<EventId, EventNote> event_notes(Connection& connection, const StoredLoan& loan);

/// A posting about a loan.
struct LoanPosting {
    std::int64_t entry_no;
    Date day;
    std::string description;
    std::string debit;  ///< code of the account
    std::string credit;
    Money amount;
};
/// In the order of booking, up to a day; where `last` is not 0, only so many of the last.
std::vector<LoanPosting> postings_of(Connection& connection, const StoredLoan& loan, Date until, std::int64_t last = 0);

}  // namespace vierkant::storage
