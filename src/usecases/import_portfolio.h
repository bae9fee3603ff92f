#pragma once

#include "base/result.h"
#include "formats/csv_record.h"
#include "storage/work.h"

#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace vierkant::usecases {

enum class BadRows { refuse, skip };

/// How a file of rows is imported, and who hears of it meanwhile.
struct ImportRows {
    std::string source;  ///< name of the file
    formats::CsvNumbers numbers = formats::CsvNumbers::international;
    BadRows bad_rows = BadRows::refuse;
    std::function<void(const Refusal&)> on_bad_row;  ///< each, as it is met
    std::function<void(std::int64_t)> on_progress;   ///< rows read so far, every few thousand
    bool only_check = false;                         ///< goes through everything and keeps nothing
};

struct PortfolioReceipt {
    Date on = Date::from_serial(0);
    std::int64_t rows = 0;
    std::int64_t bad = 0;
    std::int64_t loans = 0;
    std::int64_t undertakings = 0;  ///< registered with them
    Money awarded;
    Money disbursed;
    Money repaid;
    Money written_off;  ///< and remitted
    Money outstanding;
    Money overdue;
};

/// Takes over the loans of another administration as they stood at the end of `on`: all rows or none, unless bad ones
/// are skipped. The file is read row by row; the same file again changes nothing (AlreadyDone). What was lent and what
/// came back goes through the bank account of the books, so that it stands where the real one does.
/// REQUIRES: `file` can be read twice.
Result<PortfolioReceipt> import_portfolio(storage::Connection& connection, storage::Task task, std::istream& file,
                                          const ImportRows& how, Date on);

struct UndertakingsReceipt {
    std::int64_t rows = 0;
    std::int64_t bad = 0;
    std::int64_t undertakings = 0;
};

/// Registers undertakings from a file, under the same conditions.
Result<UndertakingsReceipt> import_undertakings(storage::Connection& connection, storage::Task task, std::istream& file,
                                                const ImportRows& how);

}  // namespace vierkant::usecases
