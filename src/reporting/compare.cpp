#include "reporting/compare.h"

#include <algorithm>
#include <map>

namespace vierkant::reporting {

namespace {

bool is_figure(const Column& column)
{
    return column.type != ColumnType::text && column.type != ColumnType::date;
}

bool adds_up(const Column& column)
{
    return column.type == ColumnType::money || column.type == ColumnType::count;
}

/// A row as it is now, as it was, or both; null where it was not there.
struct Pair {
    const Cells* now;
    const Cells* then;
};

/// What names a row, as one text; the place of the row where nothing does.
std::string name_of(const Table& table, const Cells& row, std::size_t place)
{
    std::string name;
    bool named = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].names_row) continue;
        named = true;
        name += machine_text(row[i], table.columns[i].type) + '\x1f';
    }
    return named ? name : std::to_string(place);
}

/// The rows of both days, each once. What is gone stands before what followed it.
std::vector<Pair> pairs_of(const Table& now, const Table& then)
{
    const auto rows = now.rows.size();
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < rows; ++i) places[name_of(now, now.rows[i], i)].push_back(i);
    std::vector<const Cells*> same(rows, nullptr);
    std::vector<std::vector<const Cells*>> gone(rows + 1);  // before which row of now, the last first
    auto before = rows;
    for (auto left = then.rows.size(); left > 0; --left) {
        const auto& row = then.rows[left - 1];
        const auto found = places.find(name_of(now, row, left - 1));
        if (found == places.end() || found->second.empty()) {
            gone[before].push_back(&row);
            continue;
        }
        before = found->second.back();
        found->second.pop_back();
        same[before] = &row;
    }
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i <= rows; ++i) {
        for (auto row = gone[i].rbegin(); row != gone[i].rend(); ++row) pairs.push_back({nullptr, *row});
        if (i < rows) pairs.push_back({&now.rows[i], same[i]});
    }
    return pairs;
}

Cell cell_of(const Cells* row, std::size_t i)
{
    return row == nullptr ? Cell{} : (*row)[i];
}

Cell difference(const Pair& pair, std::size_t i, const Column& column)
{
    const auto now = cell_of(pair.now, i);
    const auto then = cell_of(pair.then, i);
    if (std::holds_alternative<Hidden>(now) || std::holds_alternative<Hidden>(then)) return Hidden{};
    const auto value = [&](const Cells* row, const Cell& cell) -> std::optional<std::int64_t> {
        if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
        return row == nullptr && adds_up(column) ? std::optional<std::int64_t>{0} : std::nullopt;
    };
    const auto a = value(pair.now, now);
    const auto b = value(pair.then, then);
    return a && b ? Cell{*a - *b} : Cell{};
}

Cells both(const Table& table, const Pair& pair)
{
    Cells cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (!is_figure(column)) {
            cells.push_back(cell_of(pair.now != nullptr ? pair.now : pair.then, i));
            continue;
        }
        cells.push_back(cell_of(pair.now, i));
        cells.push_back(cell_of(pair.then, i));
        cells.push_back(difference(pair, i, column));
    }
    return cells;
}

std::vector<Column> columns_of(const Table& table, Date then)
{
    std::vector<Column> columns;
    for (const auto& column : table.columns) {
        columns.push_back(column);
        if (!is_figure(column)) continue;
        auto earlier = column;
        earlier.key += "_earlier";
        earlier.title = {column.title.nl + " op " + show(then, Language::nl),
                         column.title.en + " as of " + show(then, Language::en)};
        earlier.moment = Moment::earlier;
        earlier.names_row = false;
        auto came = column;
        came.key += "_difference";
        came.title = {column.title.nl + ", verschil", column.title.en + ", difference"};
        came.moment = Moment::difference;
        came.names_row = false;
        columns.push_back(std::move(earlier));
        columns.push_back(std::move(came));
    }
    return columns;
}

/// A chart of one row of figures shows those of then beside them.
std::vector<Chart> charts_of(const Table& table)
{
    auto charts = table.charts;
    for (auto& chart : charts) {
        if (chart.series.size() != 1) continue;
        chart.series.push_back(chart.series.front() + "_earlier");
        if (chart.title.nl.empty()) chart.title = table.title;
    }
    return charts;
}

Table both(const Table& now, const Table& then, Date day)
{
    auto table = now;
    table.columns = columns_of(now, day);
    table.charts = charts_of(now);
    table.rows.clear();
    for (const auto& pair : pairs_of(now, then)) table.rows.push_back(both(now, pair));
    if (!now.totals.empty() || !then.totals.empty()) {
        table.totals =
            both(now, {now.totals.empty() ? nullptr : &now.totals, then.totals.empty() ? nullptr : &then.totals});
    }
    return table;
}

bool tells_a_few(const Table& table, const Cells& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto& column = table.columns[i];
        const auto* came = std::get_if<std::int64_t>(&row[i]);
        if (column.hide_below == 0 || column.type != ColumnType::count || column.moment != Moment::difference) continue;
        if (came != nullptr && *came != 0 && *came < column.hide_below && -*came < column.hide_below) return true;
    }
    return false;
}

void hide_then(const Table& table, Cells& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (table.columns[i].hide_below > 0 && table.columns[i].moment != Moment::now) row[i] = Hidden{};
    }
}

void hide_few(std::vector<Table>& tables)
{
    bool rows = false;
    bool totals = false;
    for (const auto& table : tables) {
        rows = rows || std::any_of(table.rows.begin(), table.rows.end(),
                                   [&](const Cells& row) { return tells_a_few(table, row); });
        totals = totals || tells_a_few(table, table.totals);
    }
    for (auto& table : tables) {
        if (rows || totals) {
            for (auto& row : table.rows) hide_then(table, row);
        }
        if (totals) hide_then(table, table.totals);
    }
}

}  // namespace

Report compared(const Report& now, const Report& earlier)
{
    auto report = now;
    report.compared_with = earlier.as_of;
    report.tables.clear();
    verify(now.tables.size() == earlier.tables.size(), "reports that are compared have the same tables");
    for (std::size_t i = 0; i < now.tables.size(); ++i)
        report.tables.push_back(both(now.tables[i], earlier.tables[i], earlier.as_of));
    hide_few(report.tables);
    return report;
}

}  // namespace vierkant::reporting
