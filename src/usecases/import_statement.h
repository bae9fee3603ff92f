#pragma once

#include "base/result.h"
#include "domain/banking/statement.h"
#include "storage/work.h"

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// A line that an officer has to match.
struct SuspendedLine {
    BankLineId id;
    Date value;
    Money amount;
    const Text* reason;
    std::vector<std::string> candidates;  ///< "L-000042", "T-000003"
};

/// What became of one statement of a file.
struct StatementReceipt {
    std::string fund;
    std::string statement;  ///< "2026-017", or "2026-017/12" with its sequence number
    banking::Balance opening;
    banking::Balance closing;
    std::int64_t lines = 0;
    bool known = false;  ///< it was read before: nothing changed
};

/// So many lines, and the money of them.
struct LinesMatched {
    std::int64_t lines = 0;
    Money amount;  ///< what came in less what went out
};

struct ImportReceipt {
    std::string file;
    std::vector<StatementReceipt> statements;
    LinesMatched on_loans, on_grants, on_transfers, contributions, returns, in_suspense;
    std::vector<SuspendedLine> suspended;  ///< the first thousand; `bank unmatched` lists all
    std::vector<banking::Notice> notices;
    [[nodiscard]] bool changed() const;
};

/// Reads a camt.053 file and books what it shows: repayments on their loans, payments of ours that were on their way,
/// contributions, returns; everything else on suspense, each line with its reason. The file is one work: all of it or
/// nothing. A statement that was read before changes nothing. Memory does not grow with the file.
Result<ImportReceipt> import_statement(storage::Connection& connection, const storage::Task& task, std::istream& file,
                                       const std::string& name);

}  // namespace vierkant::usecases
