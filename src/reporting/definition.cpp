#include "reporting/definition.h"

#include "formats/json_reader.h"
#include "reporting/messages.h"

#include <algorithm>

namespace vierkant::reporting {

namespace {

using formats::Fields;

Words read_words(Fields fields)
{
    Words words{fields.text("nl"), fields.text("en")};
    fields.refuse_unknown();
    return words;
}

void read_computation(Fields& f, std::string_view field, Source source, ColumnDefinition& out)
{
    auto keys = f.texts_or_none(field);
    const std::size_t wanted = source == Source::share ? 3 : 2;
    f.require(keys.size() == wanted, field, wrong_keys, {{"key", out.column.key}, {"number", std::to_string(wanted)}});
    if (keys.size() != wanted) return;
    out.source = source;
    out.denominator = keys.back();
    out.numerator = keys[wanted - 2];
    if (source == Source::share) out.amount = keys.front();
}

ColumnDefinition read_column(Fields& f)
{
    ColumnDefinition out;
    out.column.key = f.text("key");
    out.column.title = read_words(f.object("title"));
    out.column.type = f.one_of<ColumnType>("type", {{"text", ColumnType::text},
                                                    {"money", ColumnType::money},
                                                    {"count", ColumnType::count},
                                                    {"percent", ColumnType::percent},
                                                    {"date", ColumnType::date},
                                                    {"decimal", ColumnType::decimal}});
    out.totalled = f.flag_or("total", false);
    out.persons = f.flag_or("persons", false);
    out.codes = f.text_or("codes", "");
    out.part_of = f.text_or("part_of", "");
    out.shown = f.flag_or("shown", true);
    out.column.names_row = f.flag_or("names_row", false);
    if (f.has("ratio")) read_computation(f, "ratio", Source::ratio, out);
    if (f.has("per")) read_computation(f, "per", Source::per, out);
    if (f.has("share")) read_computation(f, "share", Source::share, out);
    if (f.has("days_since")) {
        out.source = Source::days;
        out.numerator = f.text("days_since");
    }
    f.refuse_unknown();
    return out;
}

bool has_query_column(const std::vector<ColumnDefinition>& columns, const std::string& key, bool date)
{
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnDefinition& c) {
        return c.column.key == key && c.source == Source::query && c.column.type != ColumnType::text &&
               (c.column.type == ColumnType::date) == date;
    });
}

void check_columns(Fields& f, const std::vector<ColumnDefinition>& columns)
{
    for (const auto& column : columns) {
        const auto& key = column.column.key;
        const auto same = std::count_if(columns.begin(), columns.end(),
                                        [&](const ColumnDefinition& other) { return other.column.key == key; });
        f.require(same == 1, "columns", double_column, {{"key", key}});
        for (const auto& name : {column.numerator, column.denominator, column.amount, column.part_of}) {
            const bool known = name.empty() || has_query_column(columns, name, column.source == Source::days);
            f.require(known, "columns", unknown_column, {{"key", key}, {"name", name}});
        }
    }
}

Chart read_chart(Fields& f)
{
    using Kind = Chart::Kind;
    Chart chart;
    chart.kind = f.one_of<Kind>("kind", {{"bars", Kind::bars},
                                         {"columns", Kind::columns},
                                         {"steps", Kind::steps},
                                         {"lines", Kind::lines},
                                         {"band", Kind::band},
                                         {"timeline", Kind::timeline}});
    chart.x = f.text("x");
    chart.series = f.texts_or_none("series");
    chart.stacked = f.flag_or("stacked", false);
    if (f.has("title")) chart.title = read_words(f.object("title"));
    f.refuse_unknown();
    return chart;
}

const ColumnDefinition* shown_column(const TableDefinition& table, const std::string& key)
{
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const ColumnDefinition& c) { return c.column.key == key && c.shown; });
    return found == table.columns.end() ? nullptr : &*found;
}

bool is_figure(const Column& column)
{
    return column.type != ColumnType::text && column.type != ColumnType::date;
}

/// A chart points at columns that are shown; its series are figures of one type.
void check_chart(Fields& f, const TableDefinition& table, const Chart& chart)
{
    const auto require = [&](bool condition, const std::string& key) {
        f.require(condition, "charts", chart_column, {{"table", table.name}, {"key", key}});
    };
    const auto* const labels = shown_column(table, chart.x);
    const bool days = labels != nullptr && labels->column.type == ColumnType::date;
    require(labels != nullptr && (days || chart.kind != Chart::Kind::timeline), chart.x);
    require(!chart.series.empty(), "");
    const auto* first = chart.series.empty() ? nullptr : shown_column(table, chart.series.front());
    for (const auto& key : chart.series) {
        const auto* column = shown_column(table, key);
        require(column != nullptr && is_figure(column->column) && first != nullptr &&
                    first->column.type == column->column.type,
                key);
    }
}

/// A table of another report, with the words that stand above it here.
TableDefinition read_taken_table(Fields& f)
{
    TableDefinition out;
    auto from = f.object("from");
    out.from =
        TakenTable{from.text("report"), from.text("table"), from.text_or("fund", ""), from.texts_or_none("without")};
    from.refuse_unknown();
    if (f.has("title")) out.title = read_words(f.object("title"));
    f.refuse_unknown();
    return out;
}

TableDefinition read_own_table(Fields& f)
{
    TableDefinition out;
    out.title = read_words(f.object("title"));
    out.figures = f.text_or("figures", "");
    if (out.figures.empty()) out.query = f.text("query");
    out.with = f.texts_or_none("with");
    out.nested = f.text_or("nested", "");
    if (f.has("empty")) out.empty = read_words(f.object("empty"));
    out.hide_below = f.integer_or("hide_below", 0, 100, 0);
    for (auto& column : f.objects("columns")) out.columns.push_back(read_column(column));
    check_columns(f, out.columns);
    if (!out.columns.empty() && !is_figure(out.columns.front().column)) out.columns.front().column.names_row = true;
    for (auto& chart : f.objects_or_none("charts")) {
        out.charts.push_back(read_chart(chart));
        check_chart(f, out, out.charts.back());
    }
    const bool known = out.nested.empty() || has_query_column(out.columns, out.nested, false);
    f.require(known, "nested", unknown_column, {{"key", "nested"}, {"name", out.nested}});
    f.refuse_unknown();
    return out;
}

TableDefinition read_table(Fields& f)
{
    const auto name = f.text("name");
    Words chapter;
    Words text;
    if (f.has("chapter")) chapter = read_words(f.object("chapter"));
    if (f.has("text")) text = read_words(f.object("text"));
    auto out = f.has("from") ? read_taken_table(f) : read_own_table(f);
    out.name = name;
    out.chapter = chapter;
    out.text = text;
    return out;
}

}  // namespace

Result<ReportDefinition> read_definition(std::string_view json, const std::string& source)
{
    const auto document = formats::parse_json(json, source);
    if (!document) return document.refusal();
    Fields f{*document, source};
    ReportDefinition out;
    out.name = f.text("name");
    out.title = read_words(f.object("title"));
    out.question = read_words(f.object("question"));
    out.parameters = f.texts_or_none("parameters");
    for (auto& table : f.objects("tables")) out.tables.push_back(read_table(table));
    for (const auto& table : out.tables) {
        const bool alike = table.from.has_value() == out.tables.front().from.has_value();
        f.require(alike, "tables", mixed_tables, {{"table", table.name}});
    }
    f.refuse_unknown();
    if (const auto& wrong = f.refusal()) return *wrong;
    return out;
}

bool ReportDefinition::is_of_one_fund() const
{
    return std::find(parameters.begin(), parameters.end(), "fund") != parameters.end();
}

std::vector<std::pair<std::string, std::string>> query_parameters(Date as_of, const std::string& fund)
{
    return {{"as_of", to_text(as_of)},
            {"fund", fund},
            {"days_30_ago", to_text(as_of - 30)},
            {"days_60_ago", to_text(as_of - 60)},
            {"days_90_ago", to_text(as_of - 90)},
            {"months_24_ahead", to_text(add_months(as_of, 24))},
            {"month_start", to_text(as_of).substr(0, 8) + "01"},
            {"year_start", to_text(as_of).substr(0, 5) + "01-01"},
            {"days_180_ago", to_text(as_of - 180)},
            {"years_3_ago", to_text(add_months(as_of, -36))}};
}

std::vector<Column> query_columns(const TableDefinition& table)
{
    std::vector<Column> columns;
    for (const auto& column : table.columns) {
        if (column.source == Source::query) columns.push_back(column.column);
    }
    return columns;
}

}  // namespace vierkant::reporting
