#include "formats/json_reader.h"
#include "reporting/render.h"

namespace vierkant::reporting {

namespace {

using formats::Json;

std::string_view type_name(ColumnType type)
{
    switch (type) {
        case ColumnType::text:
            return "text";
        case ColumnType::money:
            return "money";
        case ColumnType::count:
            return "count";
        case ColumnType::percent:
            return "percent";
        case ColumnType::date:
            return "date";
        case ColumnType::decimal:
            return "decimal";
    }
    return "text";
}

Json json_of(const Cell& cell, ColumnType type)
{
    if (std::holds_alternative<std::monostate>(cell)) return nullptr;
    if (const auto* number = std::get_if<std::int64_t>(&cell); number && type == ColumnType::count) return *number;
    return machine_text(cell, type);
}

Json json_of(const Cells& cells, const Table& table)
{
    Json row = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        row[table.columns[i].key] = json_of(cells.at(i), table.columns[i].type);
    return row;
}

Json json_of(const Table& table, Language language)
{
    Json out = {{"name", table.name}, {"title", table.title.in(language)}};
    out["columns"] = Json::array();
    for (const auto& column : table.columns) {
        Json described = Json::object();
        described["key"] = column.key;
        described["title"] = column.title.in(language);
        described["type"] = type_name(column.type);
        out["columns"].push_back(std::move(described));
    }
    out["rows"] = Json::array();
    for (const auto& row : table.rows) out["rows"].push_back(json_of(row, table));
    if (!table.totals.empty()) out["totals"] = json_of(table.totals, table);
    return out;
}

}  // namespace

std::string render_json(const Table& table, Language language)
{
    return json_of(table, language).dump(2) + "\n";
}

std::string render_json(const Report& report, Language language)
{
    Json out = Json::object();
    out["report"] = report.name;
    out["as_of"] = to_text(report.as_of);
    if (report.compared_with) out["compared_with"] = to_text(*report.compared_with);
    out["parameters"] = Json::object();
    for (const auto& parameter : report.parameters) out["parameters"][parameter.key] = parameter.value;
    out["tables"] = Json::array();
    for (const auto& table : report.tables) out["tables"].push_back(json_of(table, language));
    return out.dump(2) + "\n";
}

}  // namespace vierkant::reporting
