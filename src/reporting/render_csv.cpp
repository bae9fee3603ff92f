#include "reporting/render.h"

#include <algorithm>

namespace vierkant::reporting {

namespace {

std::string quoted(const std::string& field, char separator)
{
    if (field.find_first_of(std::string{"\"\r\n"} + separator) == std::string::npos) return field;
    std::string out = "\"";
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string field_of(const Cell& cell, ColumnType type, CsvDialect dialect)
{
    auto field = machine_text(cell, type);
    if (std::holds_alternative<std::string>(cell)) {
        const bool runs = !field.empty() && std::string_view{"=+-@\t\r"}.find(field.front()) != std::string_view::npos;
        return runs ? "'" + field : field;
    }
    if (dialect == CsvDialect::nl) std::replace(field.begin(), field.end(), '.', ',');
    return field;
}

}  // namespace

std::string render_csv(const Table& table, CsvDialect dialect)
{
    const char separator = dialect == CsvDialect::nl ? ';' : ',';
    std::string out = dialect == CsvDialect::nl ? "\xEF\xBB\xBF" : "";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) out += separator;
        out += quoted(table.columns[i].key, separator);
    }
    out += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (i > 0) out += separator;
            out += quoted(field_of(row.at(i), table.columns[i].type, dialect), separator);
        }
        out += "\r\n";
    }
    return out;
}

std::vector<CsvFile> render_csv_files(const Report& report, CsvDialect dialect)
{
    std::vector<CsvFile> files;
    for (const auto& table : report.tables) files.push_back({table.name + ".csv", render_csv(table, dialect)});
    return files;
}

}  // namespace vierkant::reporting
