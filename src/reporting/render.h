#pragma once

#include "reporting/report.h"

namespace vierkant::reporting {

/// Aligned text for a screen: figures to the right, thousands grouped, a line of totals where the table has one.
std::string render_text(const Report& report, Language language);

/// One table on its own, for lists that are no report.
std::string render_text(const Table& table, Language language);
std::string render_json(const Table& table, Language language);

/// The form of design.md, section 4: money, percentages and decimals as strings, counts as numbers, dates ISO 8601,
/// an empty cell null. Totals are under "totals", a key of the table, where it has them.
std::string render_json(const Report& report, Language language);

enum class CsvDialect {
    international,  ///< RFC 4180: comma, decimal dot
    nl,             ///< for a Dutch spreadsheet: semicolon, decimal comma, byte order mark
};

/// The rows of one table under a line of keys; no totals, so that a reader can add up. Text that a spreadsheet would
/// run as a formula (begins with = + - @ tab or CR) gets an apostrophe before it (OWASP, "CSV Injection").
std::string render_csv(const Table& table, CsvDialect dialect);

/// A page that stands alone, to be read and to be printed: its style goes with it, its charts are drawn in it, and it
/// names no other file. `style` is the text of a style sheet of this program's own.
std::string render_html(const Report& report, Language language, std::string_view style);

/// A workbook (ECMA-376): a sheet that says what the report is, and a sheet a table with a frozen head, typed cells and
/// totals that add up by themselves. A text is never run as a formula. The same report gives the same bytes.
std::string render_xlsx(const Report& report, Language language);

struct CsvFile {
    std::string name;  ///< "TABLE.csv"
    std::string content;
};
std::vector<CsvFile> render_csv_files(const Report& report, CsvDialect dialect);

}  // namespace vierkant::reporting
