#pragma once

#include "reporting/report.h"

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
};

struct ColumnDefinition {
    Column column;
    Source source = Source::query;
    std::string numerator;  ///< keys of query columns; empty for Source::query
    std::string denominator;
    bool totalled = false;
    bool persons = false;  ///< counts people: small counts are hidden
};

struct TableDefinition {
    std::string name;
    Words title;
    std::string query;            ///< file name beside report.json
    std::int64_t hide_below = 0;  ///< 0: nothing is hidden
    std::vector<ColumnDefinition> columns;
};

struct ReportDefinition {
    std::string name;
    Words title;
    Words question;
    std::vector<std::string> parameters;  ///< names the queries may use: "as_of", "fund"
    std::vector<TableDefinition> tables;
};

Result<ReportDefinition> read_definition(std::string_view json, const std::string& source);

/// What the query of a table must return: these columns in this order. Text and dates are TEXT, the rest BIGINT in the
/// unit of ColumnType; NULL is an empty cell.
std::vector<Column> query_columns(const TableDefinition& table);

/// Every parameter a query may use, by name without the colon: `as_of`, `fund` (code), and days reckoned from `as_of`,
/// because the two databases share no date functions: `days_30_ago`, `days_60_ago`, `days_90_ago`, `months_24_ahead`.
std::vector<std::pair<std::string, std::string>> query_parameters(Date as_of, const std::string& fund);

/// Makes the table: computed columns, hidden counts, totals. REQUIRES: each row is as long as query_columns(table).
///
/// Hiding: a count of persons from 1 up to hide_below is hidden. So that a total does not give it away, the smallest
/// other counts of that column are hidden too until at least two cells that together reach hide_below are hidden; where
/// that cannot be, the total itself is hidden. A figure made of a hidden one is hidden.
Table make_table(const TableDefinition& definition, const std::vector<Cells>& rows);

}  // namespace vierkant::reporting
