#include "usecases/make_report.h"

#include "embedded/embedded.h"
#include "reporting/definition.h"
#include "storage/fund_store.h"
#include "storage/report_query.h"
#include "usecases/messages.h"

#include <algorithm>

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

Result<reporting::Report> make_report(storage::Connection& connection, const std::string& name, Date as_of,
                                      const std::string& fund)
{
    const auto names = report_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        return refuse(report_unknown, {{"report", name}, {"known", listed(names)}});
    }
    const auto home = std::string{folder} + name;
    const auto definition = reporting::read_definition(*embedded::file(home + std::string{file}), home);
    if (!definition) return definition.refusal();

    std::vector<std::string> funds;
    for (const auto& standing : storage::fund_standings(connection)) funds.push_back(standing.code);
    if (std::find(funds.begin(), funds.end(), fund) == funds.end()) {
        return refuse(fund_unknown, {{"fund", fund}, {"known", listed(funds)}});
    }

    reporting::Report report{definition->name, definition->title, as_of, {{"fund", fund}}, {}};
    const auto parameters = reporting::query_parameters(as_of, fund);
    connection.begin_reading();
    for (const auto& table : definition->tables) {
        const auto sql = embedded::file(home + "/" + table.query);
        verify(sql.has_value(), "a report's query file is there");
        report.tables.push_back(reporting::make_table(
            table, storage::run_query(connection, *sql, reporting::query_columns(table), parameters)));
    }
    connection.rollback();
    return report;
}

}  // namespace vierkant::usecases
