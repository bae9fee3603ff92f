#pragma once

#include "reporting/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A report's definition as data: reports/NAME/report.json. See docs/reports.md.
namespace vierkant::reporting {

/// How a column comes to its figures.
enum class Source {
    query,  ///< a column of the query's result, by position
    ratio,  ///< numerator / denominator, as a percentage (or decimal), rounded half up to two decimals
    per,    ///< money / number, in cents, rounded half up
    share,  ///< money x numerator / denominator, in cents, rounded half up: one party's part of an amount
    days,   ///< from a date up to the day of the report
};

struct ColumnDefinition {
    Column column;
    Source source = Source::query;
    std::string numerator;  ///< keys of query columns; empty for Source::query. Source::days: the date
    std::string denominator;
    std::string amount;  ///< of Source::share: what is shared
    std::string codes;   ///< the list of codes that a text column holds: "sector" ...; empty for plain text
    bool totalled = false;
    bool persons = false;  ///< counts people: small counts are hidden
    std::string part_of;   ///< key of the column of persons that these are some of: the others are protected too
    bool shown = true;     ///< false: only there to compute with
};

/// A table that is taken from another report.
struct TakenTable {
    std::string report;
    std::string table;
    std::string fund;                  ///< of which fund; empty where that report is of no fund
    std::vector<std::string> without;  ///< keys of columns that are left out here
};

struct TableDefinition {
    std::string name;
    Words title;                     ///< of a table that is taken: empty where its own title stays
    std::optional<TakenTable> from;  ///< then it has neither query nor columns of its own
    Words chapter;                   ///< a heading above it, where a chapter begins; may be empty
    Words text;                      ///< what to read before the figures; may be empty
    std::string query;               ///< file name beside report.json, or in reports/shared
    std::string figures;             ///< instead of a query: rows that the program calculates, "forecast/capacity"
    Words empty;                     ///< what to say where there is nothing to show
    std::vector<std::string> with;   ///< files of the WITH clause that several tables share, in their order
    std::int64_t hide_below = 0;     ///< 0: nothing is hidden
    std::string
        nested;  ///< key of a count column: rows of 1 are within those up to 2, and so on; their sums are told too
    std::vector<ColumnDefinition> columns;
    std::vector<Chart> charts;
};

struct ReportDefinition {
    std::string name;
    Words title;
    Words question;
    std::vector<std::string> parameters;  ///< what is asked for: "as_of", and "fund" where it is of one fund

    std::vector<TableDefinition> tables;

    [[nodiscard]] bool is_of_one_fund() const;
    /// Whether it is put together of tables of other reports; then all of its tables are.
    [[nodiscard]] bool is_put_together() const { return !tables.empty() && tables.front().from.has_value(); }
};

Result<ReportDefinition> read_definition(std::string_view json, const std::string& source);

/// What the query of a table must return: these columns in this order. Text and dates are TEXT, the rest BIGINT in the
/// unit of ColumnType; NULL is an empty cell.
std::vector<Column> query_columns(const TableDefinition& table);

/// The parameters of every query, by name without the colon: `as_of`, `fund` (code), and days reckoned from `as_of`,
/// because the two databases share no date functions: `days_30_ago`, `days_60_ago`, `days_90_ago`, `days_180_ago`,
/// `years_3_ago`, `months_24_ahead`, `month_start` and `year_start` (the first day of the month and of the year of
/// `as_of`). Whoever runs it adds what only the administration knows: `fund_id`, `de_minimis_ceiling` (cents).
std::vector<std::pair<std::string, std::string>> query_parameters(Date as_of, const std::string& fund);

/// Makes the table: computed columns, hidden counts, totals, and what the codes mean. REQUIRES: each row is as long as
/// query_columns(table); every list of codes that the table names is in `lists`.
///
/// Hiding: a count of persons from 1 up to hide_below is hidden. So that a total does not give it away, the smallest
/// other counts of that column are hidden too, until at least two are hidden that together reach hide_below and are not
/// all ones; where that cannot be, the total itself is hidden. Rows of
/// a column without a total stand each for itself. Where another table tells the sum of some rows
/// (`nested`), that holds for each such sum. Of persons that are part of others (`part_of`), those that are not in the
/// part are protected in the same way. A figure made of a hidden one is hidden.
Table make_table(const TableDefinition& definition, const std::vector<Cells>& rows, Date as_of, const CodeLists& lists);

/// The tables of a report count the same people in different ways: a total that one of them hides, none of them shows.
/// REQUIRES: `tables` are those of the definition, in its order.
void hide_totals_told_elsewhere(const ReportDefinition& definition, std::vector<Table>& tables);

}  // namespace vierkant::reporting
