#include "reporting/definition.h"
#include "reporting/hide_persons.h"

#include <algorithm>
#include <set>

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

std::size_t index_of(const TableDefinition& definition, const std::string& key)
{
    const auto found = std::find_if(definition.columns.begin(), definition.columns.end(),
                                    [&](const ColumnDefinition& c) { return c.column.key == key; });
    verify(found != definition.columns.end(), "a computed column names a column of its table");
    return static_cast<std::size_t>(found - definition.columns.begin());
}

const std::int64_t* number_in(const Cells& row, const TableDefinition& definition, const std::string& key)
{
    return std::get_if<std::int64_t>(&row[index_of(definition, key)]);
}

Cell days_since(const Cell& cell, Date as_of)
{
    const auto* text = std::get_if<std::string>(&cell);
    const auto day = text == nullptr ? std::nullopt : parse_date(*text);
    return day ? Cell{std::int64_t{as_of - *day}} : Cell{};
}

/// Two decimals of a percentage are steps of 100 millionths; two decimals of a decimal, steps of 10,000.
Cell computed(const TableDefinition& definition, const ColumnDefinition& column, const Cells& row, Date as_of)
{
    if (column.source == Source::days) return days_since(row[index_of(definition, column.numerator)], as_of);
    for (const auto& key : {column.numerator, column.denominator}) {
        if (std::holds_alternative<Hidden>(row[index_of(definition, key)])) return Hidden{};
    }
    const auto* n = number_in(row, definition, column.numerator);
    const auto* d = number_in(row, definition, column.denominator);
    if (n == nullptr || d == nullptr || *d == 0) return {};
    if (column.source == Source::per) return divide_half_up(*n, *d);
    if (column.source == Source::share) {
        const auto* amount = number_in(row, definition, column.amount);
        if (amount == nullptr) return {};
        return divide_half_up(Wide{*amount} * *n, *d);
    }
    const std::int64_t step = column.column.type == ColumnType::percent ? 100 : 10'000;
    return divide_half_up(Wide{*n} * (1'000'000 / step), *d) * step;
}

void compute(const TableDefinition& definition, Cells& row, Date as_of)
{
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        const auto& column = definition.columns[i];
        if (column.source != Source::query) row[i] = computed(definition, column, row, as_of);
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

/// Hides what is of too few persons. The whole comes before its parts, and its true figures are kept aside for them.
void hide_persons(const TableDefinition& definition, std::vector<Cells>& rows, Cells& totals)
{
    if (definition.hide_below == 0) return;
    const auto true_rows = rows;
    const auto true_totals = totals;
    for (const bool parts : {false, true}) {
        for (std::size_t i = 0; i < definition.columns.size(); ++i) {
            const auto& column = definition.columns[i];
            if (!column.persons || column.part_of.empty() == parts) continue;
            PersonsColumn persons{i, std::nullopt, std::nullopt, column.totalled, definition.hide_below};
            if (!definition.nested.empty()) persons.nested = index_of(definition, definition.nested);
            if (parts) persons.whole = index_of(definition, column.part_of);
            hide_column(persons, true_rows, true_totals, rows, totals);
        }
    }
}

/// Leaves out the columns that are only there to compute with.
Cells shown(const TableDefinition& definition, const Cells& row)
{
    Cells out;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (definition.columns[i].shown) out.push_back(row[i]);
    }
    return out;
}

/// Whether a figure counts persons, or is made of such a count.
bool tells_persons(const TableDefinition& table, const ColumnDefinition& column)
{
    if (column.persons) return true;
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnDefinition& other) {
        return other.persons && (other.column.key == column.numerator || other.column.key == column.denominator);
    });
}

Column described(const TableDefinition& table, const ColumnDefinition& definition, const CodeLists& lists)
{
    auto column = definition.column;
    if (tells_persons(table, definition)) column.hide_below = table.hide_below;
    if (definition.codes.empty()) return column;
    const auto list = lists.find(definition.codes);
    verify(list != lists.end(), "a report's list of codes is known");
    column.codes = list->second;
    return column;
}

}  // namespace

Table make_table(const TableDefinition& definition, const std::vector<Cells>& rows, Date as_of, const CodeLists& lists)
{
    Table table{definition.name,    definition.title, {}, {}, {}, definition.empty, definition.charts,
                definition.chapter, definition.text};
    for (const auto& column : definition.columns) {
        if (column.shown) table.columns.push_back(described(definition, column, lists));
    }
    std::vector<Cells> all;
    for (const auto& row : rows) all.push_back(laid_out(definition, row));
    Cells totals(definition.columns.size());
    for (std::size_t i = 0; i < totals.size(); ++i) {
        if (definition.columns[i].totalled) totals[i] = total_of(all, i);
    }
    hide_persons(definition, all, totals);
    for (auto& row : all) {
        compute(definition, row, as_of);
        table.rows.push_back(shown(definition, row));
    }
    compute(definition, totals, as_of);
    const bool has_totals = std::any_of(definition.columns.begin(), definition.columns.end(),
                                        [](const ColumnDefinition& c) { return c.totalled; });
    if (has_totals && !table.rows.empty()) table.totals = shown(definition, totals);
    return table;
}

void hide_totals_told_elsewhere(const ReportDefinition& definition, std::vector<Table>& tables)
{
    std::set<std::string> hidden;
    const auto each_total = [&](const auto& take) {
        for (std::size_t t = 0; t < tables.size(); ++t) {
            for (std::size_t i = 0; i < tables[t].totals.size(); ++i) {
                const auto& key = tables[t].columns[i].key;
                take(definition.tables[t].columns[index_of(definition.tables[t], key)], tables[t].totals[i]);
            }
        }
    };
    each_total([&](const ColumnDefinition& column, Cell& total) {
        if (column.persons && std::holds_alternative<Hidden>(total)) hidden.insert(column.column.key);
    });
    each_total([&](const ColumnDefinition& column, Cell& total) {
        if (hidden.contains(column.column.key) || hidden.contains(column.numerator) ||
            hidden.contains(column.denominator)) {
            total = Hidden{};
        }
    });
}

}  // namespace vierkant::reporting
