#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// What a file may ask of memory.
struct CsvLimits {
    std::size_t field_bytes = 64 * 1024;
    std::size_t columns = 256;
};

struct CsvRow {
    std::int64_t line = 0;  ///< where the row begins, from 1
    std::vector<std::string> fields;
};

/// Reads CSV (RFC 4180) row by row from a stream, so that a file of any length takes little memory: quotes, line ends
/// inside quotes, CRLF, LF or CR, a byte order mark, and ',' or ';' between fields, whichever the header has more of.
/// Empty lines are passed over. A refused row does not end the reading: the next call gives the next row, except
/// after a quote that was never closed.
class CsvReader {
public:
    /// Reads the header. REQUIRES: `in` outlives the reader.
    static Result<CsvReader> open(std::istream& in, std::string source, CsvLimits limits = {});

    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;

    /// The next row with as many fields as the header; empty at the end.
    Result<std::optional<CsvRow>> next();

    /// "file.csv:12": how a refusal names a line.
    [[nodiscard]] std::string place(std::int64_t line) const;

private:
    enum class Ended { field, row };
    CsvReader(std::istream& in, std::string source, CsvLimits limits);
    std::optional<Refusal> choose_separator();
    Result<std::optional<CsvRow>> read_row();
    Result<Ended> read_field(std::string& field);
    Result<Ended> read_quoted(std::string& field);
    Result<Ended> end_of_field(int c);
    void skip_line();
    int take();
    int peek();

    std::streambuf* in_;
    std::string source_;
    CsvLimits limits_;
    std::vector<std::string> header_;
    std::string ahead_;  // the header line, read to choose the separator
    std::size_t ahead_at_ = 0;
    std::int64_t line_ = 1;
    char separator_ = ',';
};

/// Whether the text is UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

}  // namespace vierkant::formats
