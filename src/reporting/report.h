#pragma once

#include "base/date.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A report is a value first and a layout second: named tables of typed columns. Renderers know nothing of loans.
namespace vierkant::reporting {

/// A title in both languages; read from the definition of a report.
struct Words {
    std::string nl;
    std::string en;
    [[nodiscard]] const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
};

enum class ColumnType {
    text,
    money,    ///< whole cents
    count,    ///< a whole number
    percent,  ///< millionths of the whole: 42,500 is 4.25 %
    date,     ///< text YYYY-MM-DD
    decimal,  ///< millionths: 1,370,000 is 1.37
};

struct Hidden {  ///< a count of so few persons that it is not shown, nor any figure made of it
    std::int64_t below = 5;
    friend bool operator==(const Hidden&, const Hidden&) = default;
};

/// Nothing, a number in the unit of the column's type, text (or an ISO date), or hidden.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Hidden>;
using Cells = std::vector<Cell>;

struct Column {
    std::string key;
    Words title;
    ColumnType type = ColumnType::text;
};

struct Table {
    std::string name;
    Words title;
    std::vector<Column> columns;
    std::vector<Cells> rows;  ///< each as long as `columns`
    Cells totals;             ///< as long as `columns`, or empty where the table has no line of totals
};

struct Report {
    std::string name;
    Words title;
    Date as_of;
    std::vector<std::pair<std::string, std::string>> parameters;
    std::vector<Table> tables;
};

/// A figure for files and machines: "1234.50", "4.25", "2026-01-15", "<5"; "" where the cell is empty.
std::string machine_text(const Cell& cell, ColumnType type);
/// The same for people: "1.234,50", "4,25 %", "15-01-2026" in Dutch.
std::string people_text(const Cell& cell, ColumnType type, Language language);

}  // namespace vierkant::reporting
