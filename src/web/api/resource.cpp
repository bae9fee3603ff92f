#include "web/api/resource.h"

#include "usecases/report_files.h"
#include "web/api/messages.h"

#include <charconv>

namespace vierkant::api {

namespace {

using reporting::ColumnType;

Json value_of(const reporting::Cell& cell, ColumnType type)
{
    if (std::holds_alternative<std::monostate>(cell)) return nullptr;
    const auto* number = std::get_if<std::int64_t>(&cell);
    if (type == ColumnType::count && number != nullptr) return *number;
    return reporting::machine_text(cell, type);
}

Json row_of(const reporting::Table& table, const reporting::Cells& cells)
{
    auto row = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        row[table.columns[i].key] = value_of(cells[i], table.columns[i].type);
    }
    return row;
}

}  // namespace

Json items_of(const reporting::Table& table)
{
    auto items = Json::array();
    for (const auto& cells : table.rows) items.push_back(row_of(table, cells));
    return items;
}

Json thing_of(const reporting::Report& report)
{
    const auto& first = report.tables.front();
    auto thing = row_of(first, first.rows.at(0));
    for (std::size_t i = 1; i < report.tables.size(); ++i) thing[report.tables[i].name] = items_of(report.tables[i]);
    return thing;
}

Json tables_of(const reporting::Report& report)
{
    auto json = Json::object();
    for (const auto& table : report.tables) json[table.name] = items_of(table);
    return json;
}

Result<Reply> paper_of(const Call& call, const reporting::Report& report, Json json)
{
    const auto& format = call.request.query["format"];
    if (format.empty() || format == "json") return Reply{200, std::move(json)};
    if (format != "pdf") return bad_input(format_unreadable, {{"value", format}}, "format");
    auto kept = report;
    kept.drawn_up_on = call.today;
    auto pdf = usecases::report_pdf(kept, call.language);
    if (!pdf) return pdf.refusal();
    return Reply{200, {}, "", std::move(*pdf), "application/pdf"};
}

Reply list_of(const reporting::Report& report)
{
    return {200, items_of(report.tables.front())};
}

Reply page_of(const reporting::Report& report, std::int64_t total)
{
    Reply reply{200, items_of(report.tables.front())};
    reply.total = total;
    return reply;
}

std::optional<std::int64_t> number_of(std::string_view text)
{
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return number;
}

Result<Money> money_in(const Call& call, std::string_view name)
{
    const auto& text = call.request.query[name];
    const auto amount = parse_money(text);
    if (!amount) return bad_input(amount_unreadable, {{"value", text}}, std::string{name});
    return *amount;
}

Result<Date> day_in(const Call& call, std::string_view name, Date otherwise)
{
    const auto& text = call.request.query[name];
    if (text.empty()) return otherwise;
    const auto day = parse_date(text);
    if (!day) return bad_input(day_unreadable, {{"value", text}}, std::string{name});
    return *day;
}

std::optional<Money> positive_money_if_there(formats::Fields& f, std::string_view key)
{
    if (!f.has(key)) return std::nullopt;
    return f.positive_money(key);
}

}  // namespace vierkant::api
