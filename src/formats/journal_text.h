#pragma once

#include "base/date.h"
#include "base/money.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// One posting with the names that other programs see; "" where it is about no loan, grant or bank line.
struct JournalPosting {
    std::string debit;
    std::string credit;
    Money amount;
    std::string loan;
    std::string grant;
    std::string bank_line;
};

struct JournalEntry {
    std::string fund;
    std::int64_t number = 0;
    Date date = Date::from_serial(0);
    std::string description;
    std::vector<JournalPosting> postings;
};

enum class JournalFormat { hledger, ledger, beancount, csv, csv_dutch };

/// The format of this name; nothing where there is none. (csv_dutch is csv for a Dutch spreadsheet.)
std::optional<JournalFormat> journal_format(std::string_view name);
/// "hledger, ledger, beancount, csv"
std::string journal_formats();

/// Writes a journal as another program reads it, entry by entry: first begin(), then every account, then the entries.
class JournalWriter {
public:
    static std::unique_ptr<JournalWriter> make(JournalFormat format, std::ostream& out);
    JournalWriter() = default;
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;
    virtual ~JournalWriter() = default;

    virtual void begin(Date first_day) = 0;  ///< `first_day`: nothing is dated before it
    virtual void account(const std::string& code) = 0;
    virtual void entry(const JournalEntry& entry) = 0;
};

/// "Assets:Loans:L-000042" of "assets:loans:L-000042": the account as beancount wants it.
std::string beancount_account(std::string_view code);

}  // namespace vierkant::formats
