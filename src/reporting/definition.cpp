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
    const auto ratio = f.texts_or_none("ratio");
    const auto per = f.texts_or_none("per");
    if (f.has("ratio") || f.has("per")) {
        const auto& keys = f.has("ratio") ? ratio : per;
        out.source = f.has("ratio") ? Source::ratio : Source::per;
        f.require(keys.size() == 2, f.has("ratio") ? "ratio" : "per", two_keys, {{"key", out.column.key}});
        if (keys.size() == 2) {
            out.numerator = keys[0];
            out.denominator = keys[1];
        }
    }
    f.refuse_unknown();
    return out;
}

bool is_query_figure(const std::vector<ColumnDefinition>& columns, const std::string& key)
{
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnDefinition& c) {
        return c.column.key == key && c.source == Source::query && c.column.type != ColumnType::text &&
               c.column.type != ColumnType::date;
    });
}

void check_columns(Fields& f, const std::vector<ColumnDefinition>& columns)
{
    for (const auto& column : columns) {
        const auto& key = column.column.key;
        const auto same = std::count_if(columns.begin(), columns.end(),
                                        [&](const ColumnDefinition& other) { return other.column.key == key; });
        f.require(same == 1, "columns", double_column, {{"key", key}});
        if (column.source == Source::query) continue;
        for (const auto& name : {column.numerator, column.denominator})
            f.require(is_query_figure(columns, name), "columns", unknown_column, {{"key", key}, {"name", name}});
    }
}

TableDefinition read_table(Fields& f)
{
    TableDefinition out;
    out.name = f.text("name");
    out.title = read_words(f.object("title"));
    out.query = f.text("query");
    out.hide_below = f.integer_or("hide_below", 0, 100, 0);
    for (auto& column : f.objects("columns")) out.columns.push_back(read_column(column));
    check_columns(f, out.columns);
    f.refuse_unknown();
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
    f.refuse_unknown();
    if (const auto& wrong = f.refusal()) return *wrong;
    return out;
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
            {"year_start", to_text(as_of).substr(0, 5) + "01-01"}};
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
