#include "reporting/definition.h"

#include <algorithm>

namespace vierkant::reporting {

namespace {

__extension__ using Wide = __int128;

std::int64_t divide_half_up(Wide numerator, Wide denominator)
{
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide n = numerator < 0 ? -numerator : numerator;
    const Wide d = denominator < 0 ? -denominator : denominator;
    const Wide rounded = (2 * n + d) / (2 * d);
    verify(rounded <= INT64_MAX, "a computed figure fits 64 bits");
    return static_cast<std::int64_t>(negative ? -rounded : rounded);
}

/// Two decimals of a percentage are steps of 100 millionths; two decimals of a decimal, steps of 10,000.
Cell computed(const ColumnDefinition& column, const Cell& numerator, const Cell& denominator)
{
    if (const auto* hidden = std::get_if<Hidden>(&numerator)) return *hidden;
    if (const auto* hidden = std::get_if<Hidden>(&denominator)) return *hidden;
    const auto* n = std::get_if<std::int64_t>(&numerator);
    const auto* d = std::get_if<std::int64_t>(&denominator);
    if (n == nullptr || d == nullptr || *d == 0) return {};
    if (column.source == Source::per) return divide_half_up(*n, *d);
    const std::int64_t step = column.column.type == ColumnType::percent ? 100 : 10'000;
    return divide_half_up(Wide{*n} * (1'000'000 / step), *d) * step;
}

std::size_t index_of(const TableDefinition& definition, const std::string& key)
{
    const auto found = std::find_if(definition.columns.begin(), definition.columns.end(),
                                    [&](const ColumnDefinition& c) { return c.column.key == key; });
    verify(found != definition.columns.end(), "a computed column names a column of its table");
    return static_cast<std::size_t>(found - definition.columns.begin());
}

void compute(const TableDefinition& definition, Cells& row)
{
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        const auto& column = definition.columns[i];
        if (column.source == Source::query) continue;
        row[i] = computed(column, row[index_of(definition, column.numerator)],
                          row[index_of(definition, column.denominator)]);
    }
}

Cell total_of(const std::vector<Cells>& rows, std::size_t i)
{
    std::int64_t sum = 0;
    for (const auto& row : rows) {
        const auto* number = std::get_if<std::int64_t>(&row[i]);
        if (number == nullptr) continue;
        verify(!__builtin_add_overflow(sum, *number, &sum), "a total fits 64 bits");
    }
    return sum;
}

/// Hides small counts in column `i`, and as many of the next smallest as it takes that `total` does not tell them.
void hide_persons(std::vector<Cells>& rows, std::size_t i, std::int64_t below, Cell& total)
{
    std::vector<Cell*> counted;
    for (auto& row : rows) {
        if (const auto* n = std::get_if<std::int64_t>(&row[i]); n != nullptr && *n > 0) counted.push_back(&row[i]);
    }
    std::stable_sort(counted.begin(), counted.end(), [](const Cell* a, const Cell* b) {
        return std::get<std::int64_t>(*a) < std::get<std::int64_t>(*b);
    });
    std::int64_t hidden_sum = 0;
    std::size_t hidden = 0;
    for (Cell* cell : counted) {
        const auto n = std::get<std::int64_t>(*cell);
        const bool told = hidden > 0 && (hidden < 2 || hidden_sum < below);
        if (n >= below && !told) break;
        *cell = Hidden{below};
        hidden_sum += n;
        ++hidden;
    }
    if (hidden > 0 && (hidden < 2 || hidden_sum < below)) total = Hidden{below};
}

Cells laid_out(const TableDefinition& definition, const Cells& given)
{
    Cells row(definition.columns.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (definition.columns[i].source == Source::query) row[i] = given.at(next++);
    }
    verify(next == given.size(), "a row of the query is as long as its columns");
    return row;
}

}  // namespace

Table make_table(const TableDefinition& definition, const std::vector<Cells>& rows)
{
    Table table{definition.name, definition.title, {}, {}, {}};
    for (const auto& column : definition.columns) table.columns.push_back(column.column);
    for (const auto& row : rows) table.rows.push_back(laid_out(definition, row));

    Cells totals(table.columns.size());
    const bool has_totals = std::any_of(definition.columns.begin(), definition.columns.end(),
                                        [](const ColumnDefinition& c) { return c.totalled; });
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = definition.columns[i];
        if (column.source == Source::query && column.totalled) totals[i] = total_of(table.rows, i);
        if (column.persons && definition.hide_below > 0) hide_persons(table.rows, i, definition.hide_below, totals[i]);
    }
    for (auto& row : table.rows) compute(definition, row);
    compute(definition, totals);
    if (has_totals && !table.rows.empty()) table.totals = std::move(totals);
    return table;
}

}  // namespace vierkant::reporting
