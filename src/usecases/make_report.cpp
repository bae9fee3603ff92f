#include "usecases/make_report.h"

#include "embedded/embedded.h"
#include "reporting/compare.h"
#include "reporting/definition.h"
#include "storage/report_query.h"
#include "usecases/forecast.h"
#include "usecases/messages.h"
#include "usecases/report_codes.h"

#include <algorithm>
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

std::string query_text(const std::string& home, const std::string& query)
{
    const auto sql = embedded::file(home + "/" + query);
    verify(sql.has_value(), "a report's query file is there");
    return std::string{*sql};
}

std::vector<reporting::Parameter> parameters_of(const reporting::ReportDefinition& definition, const std::string& fund,
                                                const reporting::CodeLists& codes)
{
    if (!definition.is_of_one_fund()) return {};
    return {{"fund", fund, {"Fonds", "Fund"}, codes.at("fund").at(fund)}};
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
    reporting::Report report{definition.name,    definition.title, as_of, parameters_of(definition, fund, codes), {},
                             definition.question};
    const auto parameters = reporting::query_parameters(as_of, fund);
    const auto home = std::string{folder} + definition.name;
    const auto rows_of = [&](const reporting::TableDefinition& table) -> Result<std::vector<reporting::Cells>> {
        if (!table.figures.empty()) return figures(table.figures);
        const auto sql = (table.with.empty() ? "" : query_text(home, table.with)) + query_text(home, table.query);
        return storage::run_query(connection, sql, reporting::query_columns(table), parameters);
    };
    for (const auto& table : definition.tables) {
        const auto rows = rows_of(table);
        if (!rows) return rows.refusal();
        report.tables.push_back(reporting::make_table(table, *rows, as_of, codes));
    }
    reporting::hide_totals_told_elsewhere(definition, report.tables);
    return report;
}

/// The figures of a report as everybody gets them: under the assumptions that ship with the program.
Figures usual_figures(storage::Connection& connection, Date as_of, const std::string& fund)
{
    ForecastRequest request;
    request.fund = fund;
    request.as_of = as_of;
    const auto forecast = std::make_shared<FundForecast>(connection, request);
    return [forecast](std::string_view figures) { return forecast->rows(figures); };
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
