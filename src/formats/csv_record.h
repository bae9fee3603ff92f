#pragma once

#include "base/date.h"
#include "base/result.h"
#include "formats/csv.h"
#include "formats/json_reader.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

/// How a spreadsheet writes numbers and days.
enum class CsvNumbers {
    international,  ///< 1234.50 and 2026-01-15
    dutch,          ///< 1234,50 and 15-01-2026; 2026-01-15 is read too
};

/// A column that a file can have.
struct CsvColumn {
    enum class Kind { text, amount, date };  ///< a percentage is an amount here: a number with decimals
    std::string_view name;
    Kind kind = Kind::text;
    bool required = false;  ///< in the header; whether a row may leave it empty is for the reader of the row
};

/// Refuses a header that lacks a required column or has one that is not known, naming it.
Result<Done> check_header(const CsvReader& reader, std::span<const CsvColumn> columns);

/// A row by the names of its columns, each value as the JSON readers expect it: without blanks around it, numbers with
/// a dot, days as yyyy-mm-dd. So a row is read by the same readers, with the same rules, as a JSON file.
class CsvRecord {
public:
    CsvRecord(const CsvReader& reader, const CsvRow& row, std::span<const CsvColumn> columns, CsvNumbers numbers);

    /// "" where the column is not there or the row leaves it empty.
    [[nodiscard]] const std::string& operator[](std::string_view column) const;
    [[nodiscard]] bool has(std::string_view column) const { return !(*this)[column].empty(); }

    /// "file.csv:12": the place of the row, and "file.csv:12 amount" that of a field in it.
    [[nodiscard]] const std::string& place() const { return place_; }
    [[nodiscard]] std::string place(std::string_view column) const { return place_ + " " + std::string{column}; }

    /// Puts the value under the column's name, or another, where there is one: as text, as a whole number (a text where
    /// it is none, which the JSON reader then refuses), as yes or no.
    void put_text(Json& json, std::string_view column, std::string_view key = {}) const;
    void put_integer(Json& json, std::string_view column) const;
    void put_flag(Json& json, std::string_view column) const;

    /// The refusal of a JSON reader that was given place() as its source, at the column instead of the JSON pointer.
    [[nodiscard]] Refusal at_column(Refusal refusal) const;

private:
    std::vector<std::pair<std::string_view, std::string>> values_;
    std::string place_;
};

}  // namespace vierkant::formats
