#include "formats/csv_record.h"

#include "formats/messages.h"

#include <algorithm>
#include <charconv>

namespace vierkant::formats {

namespace {

using Kind = CsvColumn::Kind;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// 15-01-2026 becomes 2026-01-15; anything else stays as it is.
std::string iso_date(const std::string& text)
{
    if (text.size() != 10 || text[2] != '-' || text[5] != '-' || !is_digit(text[0])) return text;
    return text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
}

/// 1234,50 becomes 1234.50. A dot would be read as thousands by one and as decimals by another: it makes the number
/// unreadable, and is refused as such.
std::string dotted(std::string text)
{
    for (char& c : text) c = c == ',' ? '.' : c == '.' ? ',' : c;
    return text;
}

}  // namespace

Result<Done> check_header(const CsvReader& reader, std::span<const CsvColumn> columns)
{
    std::string known;
    for (const auto& column : columns) {
        known += (known.empty() ? "" : ", ") + std::string{column.name};
        if (!column.required || reader.column(column.name)) continue;
        return bad_input(csv_column_missing, {{"column", std::string{column.name}}}, reader.place(1));
    }
    for (const auto& name : reader.header()) {
        const auto found =
            std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column.name == name; });
        if (found != columns.end()) continue;
        return bad_input(csv_column_unknown, {{"column", name.substr(0, 80)}, {"known", known}}, reader.place(1));
    }
    return Done{};
}

CsvRecord::CsvRecord(const CsvReader& reader, const CsvRow& row, std::span<const CsvColumn> columns, CsvNumbers numbers)
    : place_{reader.place(row.line)}
{
    const bool dutch = numbers == CsvNumbers::dutch;
    for (const auto& column : columns) {
        const auto at = reader.column(column.name);
        if (!at) continue;
        auto value = trimmed(row.fields.at(*at));
        if (dutch && column.kind == Kind::amount) value = dotted(std::move(value));
        if (dutch && column.kind == Kind::date) value = iso_date(value);
        if (!value.empty()) values_.emplace_back(column.name, std::move(value));
    }
}

const std::string& CsvRecord::operator[](std::string_view column) const
{
    static const std::string none;
    const auto found =
        std::find_if(values_.begin(), values_.end(), [&](const auto& value) { return value.first == column; });
    return found == values_.end() ? none : found->second;
}

void CsvRecord::put_text(Json& json, std::string_view column, std::string_view key) const
{
    if (has(column)) json[std::string{key.empty() ? column : key}] = (*this)[column];
}

void CsvRecord::put_integer(Json& json, std::string_view column) const
{
    if (!has(column)) return;
    const auto& text = (*this)[column];
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    json[std::string{column}] = whole ? Json(number) : Json(text);
}

void CsvRecord::put_flag(Json& json, std::string_view column) const
{
    if (!has(column)) return;
    const auto& text = (*this)[column];
    const bool yes = text == "ja" || text == "yes" || text == "true";
    const bool no = text == "nee" || text == "no" || text == "false";
    json[std::string{column}] = yes || no ? Json(yes) : Json(text);
}

Refusal CsvRecord::at_column(Refusal refusal) const
{
    const auto slash = refusal.where.rfind('/');
    if (refusal.where.starts_with(place_ + " /")) refusal.where = place(refusal.where.substr(slash + 1));
    return refusal;
}

}  // namespace vierkant::formats
