#include "usecases/make_report.h"

#include "domain/state_aid/de_minimis.h"
#include "embedded/embedded.h"
#include "reporting/compare.h"
#include "reporting/definition.h"
#include "storage/fund_store.h"
#include "storage/report_query.h"
#include "usecases/forecast.h"
#include "usecases/messages.h"
#include "usecases/reference_data.h"
#include "usecases/report_codes.h"
#include "usecases/report_rows.h"

#include <algorithm>
#include <map>
#include <memory>

namespace vierkant::usecases {

namespace {

constexpr std::string_view folder = "reports/";
constexpr std::string_view file = "/report.json";

template <class Names>
std::string listed(const Names& names)
{
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + std::string{name};
    return text;
}

Result<reporting::ReportDefinition> definition_of(const std::string& name)
{
    const auto home = std::string{folder} + name;
    return reporting::read_definition(*embedded::file(home + std::string{file}), home);
}

/// A query beside the report, or one that several reports share.
std::string query_text(const std::string& report, const std::string& query)
{
    auto sql = embedded::file(std::string{folder} + report + "/" + query);
    if (!sql) sql = embedded::file(std::string{folder} + "shared/" + query);
    verify(sql.has_value(), "a report's query file is there");
    return std::string{*sql};
}

/// The parameters of a query, with what only this administration and the tables of law know.
std::vector<std::pair<std::string, std::string>> parameters_on(storage::Connection& connection, Date as_of,
                                                               const std::string& fund)
{
    auto parameters = reporting::query_parameters(as_of, fund);
    const auto id = storage::fund_of_code(connection, fund);
    parameters.emplace_back("fund_id", std::to_string(id ? id->value : 0));
    const auto rules = state_aid::de_minimis_on(reference_tables().limits, as_of);
    parameters.emplace_back("de_minimis_ceiling", std::to_string(rules ? rules->ceiling.in_cents() : 0));
    return parameters;
}

std::vector<reporting::Parameter> parameters_of(const reporting::ReportDefinition& definition, const std::string& fund,
                                                const reporting::CodeLists& codes)
{
    if (!definition.is_of_one_fund()) return {};
    return {{"fund", fund, {"Fonds", "Fund"}, codes.at("fund").at(fund)}};
}

Result<std::vector<reporting::Table>> own_tables(storage::Connection& connection,
                                                 const reporting::ReportDefinition& definition, Date as_of,
                                                 const std::string& fund, const reporting::CodeLists& codes,
                                                 const Figures& figures)
{
    std::vector<reporting::Table> tables;
    const auto parameters = parameters_on(connection, as_of, fund);
    const auto rows_of = [&](const reporting::TableDefinition& table) -> Result<std::vector<reporting::Cells>> {
        if (!table.figures.empty()) return figures(table.figures);
        std::string sql;
        for (const auto& clause : table.with) sql += query_text(definition.name, clause);
        sql += query_text(definition.name, table.query);
        return storage::run_query(connection, sql, reporting::query_columns(table), parameters);
    };
    for (const auto& table : definition.tables) {
        const auto rows = rows_of(table);
        if (!rows) return rows.refusal();
        tables.push_back(reporting::make_table(table, *rows, as_of, codes));
    }
    reporting::hide_totals_told_elsewhere(definition, tables);
    return tables;
}

/// The figures of a report as everybody gets them: under the assumptions that ship with the program.
Figures usual_figures(storage::Connection& connection, Date as_of, const std::string& fund)
{
    ForecastRequest request;
    request.fund = fund;
    request.as_of = as_of;
    const auto forecast = std::make_shared<FundForecast>(connection, request);
    return [forecast, &connection, as_of, fund](std::string_view figures) -> Result<std::vector<reporting::Cells>> {
        if (has_report_rows(figures)) return report_rows(connection, figures, as_of, fund);
        return forecast->rows(figures);
    };
}

void leave_out(reporting::Table& table, const std::vector<std::string>& keys)
{
    for (auto i = table.columns.size(); i > 0; --i) {
        if (std::find(keys.begin(), keys.end(), table.columns[i - 1].key) == keys.end()) continue;
        const auto at = static_cast<std::ptrdiff_t>(i - 1);
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows) row.erase(row.begin() + at);
        if (!table.totals.empty()) table.totals.erase(table.totals.begin() + at);
    }
}

/// The tables of other reports, each of those drawn up once.
Result<std::vector<reporting::Table>> taken_tables(storage::Connection& connection,
                                                   const reporting::ReportDefinition& definition, Date as_of,
                                                   const reporting::CodeLists& codes)
{
    std::map<std::pair<std::string, std::string>, std::vector<reporting::Table>> drawn;
    std::vector<reporting::Table> tables;
    for (const auto& wanted : definition.tables) {
        auto& source = drawn[{wanted.from->report, wanted.from->fund}];
        if (source.empty()) {
            const auto other = definition_of(wanted.from->report);
            verify(static_cast<bool>(other), "a report that ships with the program can be read");
            const auto& fund = wanted.from->fund;
            auto own = own_tables(connection, *other, as_of, fund, codes, usual_figures(connection, as_of, fund));
            if (!own) return own.refusal();
            source = *std::move(own);
        }
        const auto found = std::find_if(source.begin(), source.end(), [&](const reporting::Table& table) {
            return table.name == wanted.from->table;
        });
        verify(found != source.end(), "a table that is taken from another report is there");
        auto table = *found;
        leave_out(table, wanted.from->without);
        table.name = wanted.name;
        if (!wanted.title.nl.empty()) table.title = wanted.title;
        table.chapter = wanted.chapter;
        table.text = wanted.text;
        tables.push_back(std::move(table));
    }
    return tables;
}

Result<reporting::Report> draw_up(storage::Connection& connection, const reporting::ReportDefinition& definition,
                                  Date as_of, const std::string& fund, const Figures& figures)
{
    const auto codes = report_codes(connection);
    const auto& funds = codes.at("fund");
    if (definition.is_of_one_fund() && !funds.contains(fund)) {
        std::vector<std::string> known;
        for (const auto& [code, title] : funds) known.push_back(code);
        return refuse(fund_unknown, {{"fund", fund}, {"known", listed(known)}});
    }
    auto tables = definition.is_put_together() ? taken_tables(connection, definition, as_of, codes)
                                               : own_tables(connection, definition, as_of, fund, codes, figures);
    if (!tables) return tables.refusal();
    return reporting::Report{definition.name,    definition.title,   as_of, parameters_of(definition, fund, codes),
                             *std::move(tables), definition.question};
}

Result<reporting::ReportDefinition> definition_called(const std::string& name)
{
    const auto names = report_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        return refuse(report_unknown, {{"report", name}, {"known", listed(names)}});
    }
    return definition_of(name);
}

}  // namespace

std::vector<std::string> report_names()
{
    std::vector<std::string> names;
    for (const auto name : embedded::files_under(folder)) {
        if (!name.ends_with(file)) continue;
        names.emplace_back(name.substr(folder.size(), name.size() - folder.size() - file.size()));
    }
    return names;
}

std::vector<ReportEntry> list_reports()
{
    std::vector<ReportEntry> entries;
    for (const auto& name : report_names()) {
        const auto definition = definition_of(name);
        verify(static_cast<bool>(definition), "a report that ships with the program can be read");
        entries.push_back({name, definition->title, definition->question});
    }
    return entries;
}

Result<reporting::Report> make_report(storage::Connection& connection, const std::string& name, Date as_of,
                                      const std::string& fund, const std::optional<Date>& compare_with)
{
    if (compare_with && !(*compare_with < as_of))
        return refuse(not_earlier, {{"earlier", *compare_with}, {"as_of", as_of}});
    const auto definition = definition_called(name);
    if (!definition) return definition.refusal();

    connection.begin_reading();
    auto report = draw_up(connection, *definition, as_of, fund, usual_figures(connection, as_of, fund));
    if (report && compare_with) {
        const auto figures = usual_figures(connection, *compare_with, fund);
        const auto earlier = draw_up(connection, *definition, *compare_with, fund, figures);
        if (earlier) report = reporting::compared(*report, *earlier);
    }
    connection.rollback();
    return report;
}

Result<reporting::Report> make_report(storage::Connection& connection, const std::string& name, Date as_of,
                                      const std::string& fund, const Figures& figures)
{
    const auto definition = definition_called(name);
    if (!definition) return definition.refusal();
    connection.begin_reading();
    auto report = draw_up(connection, *definition, as_of, fund, figures);
    connection.rollback();
    return report;
}

}  // namespace vierkant::usecases
