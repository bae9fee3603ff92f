#pragma once

#include "reporting/render.h"
#include "usecases/make_report.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace vierkant::testing {

/// A report on the revolving fund, as of the day that the tests of reports tell of.
inline reporting::Report drawn_up(storage::Connection& connection, const std::string& name,
                                  Date day = date(2026, 9, 15))
{
    const auto report = usecases::make_report(connection, name, day, "revolving");
    if (!report) FAIL(report.refusal().in(Language::en));
    return *report;
}

inline const reporting::Table& table_of(const reporting::Report& report, const std::string& name)
{
    const auto found = std::find_if(report.tables.begin(), report.tables.end(),
                                    [&](const reporting::Table& table) { return table.name == name; });
    REQUIRE(found != report.tables.end());
    return *found;
}

inline std::size_t column_of(const reporting::Table& table, const std::string& key)
{
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const reporting::Column& c) { return c.key == key; });
    REQUIRE(column != table.columns.end());
    return static_cast<std::size_t>(column - table.columns.begin());
}

/// The cell of a column in the row whose first cell is `row` ("" is the line of totals), as machines read it.
inline std::string cell(const reporting::Table& table, const std::string& row, const std::string& key)
{
    const auto i = column_of(table, key);
    const auto type = table.columns[i].type;
    if (row.empty()) return reporting::machine_text(table.totals.at(i), type);
    for (const auto& cells : table.rows) {
        if (cells.front() == reporting::Cell{row}) return reporting::machine_text(cells.at(i), type);
    }
    return "no row " + row;
}

/// The cell of a column in the first row.
inline std::string first_cell(const reporting::Table& table, const std::string& key)
{
    REQUIRE_FALSE(table.rows.empty());
    const auto i = column_of(table, key);
    return reporting::machine_text(table.rows.front().at(i), table.columns[i].type);
}

}  // namespace vierkant::testing
