#include "base/money.h"
#include "reporting/report.h"

namespace vierkant::reporting {

namespace {

/// Millionths moved `places` to the left, with two decimals or as many as it takes.
std::string fraction(std::int64_t number, std::size_t places)
{
    const bool negative = number < 0;
    auto digits = std::to_string(number);
    if (negative) digits.erase(0, 1);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    auto decimals = digits.substr(digits.size() - places);
    while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
    return (negative ? "-" : "") + digits.substr(0, digits.size() - places) + "." + decimals;
}

std::string number_text(std::int64_t number, ColumnType type)
{
    switch (type) {
        case ColumnType::money:
            return to_text(Money::cents(number));
        case ColumnType::percent:
            return fraction(number, 4);
        case ColumnType::decimal:
            return fraction(number, 6);
        case ColumnType::count:
        case ColumnType::text:
        case ColumnType::date:
            break;
    }
    return std::to_string(number);
}

/// Puts thousands marks before the decimal dot and the decimal mark in its place.
std::string grouped_number(std::string number, Language language)
{
    const char thousands = language == Language::nl ? '.' : ',';
    const auto dot = number.find('.');
    if (dot != std::string::npos) number[dot] = language == Language::nl ? ',' : '.';
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    for (auto at = dot == std::string::npos ? number.size() : dot; at > first + 3; at -= 3)
        number.insert(at - 3, 1, thousands);
    return number;
}

}  // namespace

std::string machine_text(const Cell& cell, ColumnType type)
{
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return number_text(*number, type);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (std::holds_alternative<Hidden>(cell)) return "*";
    return "";
}

std::string people_text(const Cell& cell, const Column& column, Language language)
{
    const auto type = column.type;
    const auto text = machine_text(cell, type);
    if (std::holds_alternative<std::int64_t>(cell))
        return grouped_number(text, language) + (type == ColumnType::percent ? " %" : "");
    if (type == ColumnType::date && language == Language::nl) {
        if (const auto day = parse_date(text)) return dutch(*day);
    }
    if (column.key == "month" && language == Language::nl && text.size() == 7 && text[4] == '-')
        return text.substr(5) + "-" + text.substr(0, 4);  // 2026-03
    const auto meaning = column.codes.find(text);
    return meaning == column.codes.end() ? text : meaning->second.in(language);
}

}  // namespace vierkant::reporting
