#pragma once

#include "base/date.h"
#include "base/money.h"
#include "storage/connection.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// What part of the journal is asked for; what is left empty narrows nothing.
struct JournalSelection {
    std::string fund;  ///< its code
    std::optional<Date> from;
    std::optional<Date> until;  ///< the last day, itself included
};

/// An entry with the codes and numbers that people know.
struct BookedEntry {
    struct Posting {
        std::string debit;
        std::string credit;
        Money amount;
        std::string loan;       ///< its number; "" where it is about none
        std::string grant;      ///< the same
        std::string bank_line;  ///< the same
    };
    std::string fund;
    std::int64_t number = 0;
    Date date = Date::from_serial(0);
    std::string description;
    std::vector<Posting> postings;
};

/// The first day that something is dated in the fund (or in any); nothing where it has no entries.
std::optional<Date> first_entry_day(Connection& connection, const std::string& fund);

/// The account codes of the fund, or of all funds together.
void each_account(Connection& connection, const std::string& fund, const std::function<void(const std::string&)>& take);
/// The numbers of the loans of the fund, or of all.
void each_loan_number(Connection& connection, const std::string& fund,
                      const std::function<void(const std::string&)>& take);

/// Every entry by date, and within a day by fund and number; however many, one is held at a time.
/// REQUIRES: a transaction is open (begin_reading).
void each_entry(Connection& connection, const JournalSelection& selection,
                const std::function<void(const BookedEntry&)>& take);

}  // namespace vierkant::storage
