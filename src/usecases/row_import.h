#pragma once

#include "usecases/import_portfolio.h"

#include <functional>
#include <span>

namespace vierkant::usecases {

/// The key under which a file is imported once, whatever its name: a digest of its bytes. The file is read to its end
/// and set back to its beginning.
std::string key_of_file(const std::string& task, std::istream& file);

/// Goes through a file row by row: counts, tells of progress and of every row that is wrong. What cannot be skipped
/// (the header, a quote that is never closed) ends it.
class RowImport {
public:
    RowImport(std::istream& file, const ImportRows& how, std::span<const formats::CsvColumn> columns)
        : file_{file}, how_{how}, columns_{columns}
    {
    }

    /// Calls `take` with each row that can be read as one.
    Result<Done> each_row(const std::function<void(const formats::CsvReader&, const formats::CsvRow&)>& take);
    void bad(const Refusal& refusal);
    [[nodiscard]] std::int64_t rows() const { return rows_; }
    [[nodiscard]] std::int64_t bad_rows() const { return bad_; }

    /// Whether what was read may be kept: there is something, and nothing bad that may not be skipped.
    [[nodiscard]] Result<Done> outcome(std::int64_t good) const;

private:
    std::istream& file_;
    const ImportRows& how_;
    std::span<const formats::CsvColumn> columns_;
    std::int64_t rows_ = 0;
    std::int64_t bad_ = 0;
};

}  // namespace vierkant::usecases
