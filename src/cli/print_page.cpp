#include "cli/print_page.h"

#include "reporting/render.h"

#include <fmt/format.h>

#include <algorithm>

namespace vierkant::cli {

namespace {

std::string page_text(const reporting::Report& report, Language language)
{
    const auto& subject = report.tables.front();
    std::size_t room = 28;
    for (const auto& column : subject.columns) room = std::max(room, column.title.in(language).size() + 1);
    std::string page;
    for (std::size_t i = 0; i < subject.columns.size(); ++i) {
        const auto& column = subject.columns[i];
        const auto value = reporting::people_text(subject.rows.front()[i], column, language);
        const auto& title = column.title.in(language);
        const bool figure = column.type == reporting::ColumnType::money || column.type == reporting::ColumnType::count;
        page +=
            figure ? fmt::format("{:<{}}{:>16}\n", title, room, value) : fmt::format("{:<{}}{}\n", title, room, value);
    }
    auto rest = report;
    rest.tables.erase(rest.tables.begin());
    return page + "\n" + reporting::render_text(rest, language);
}

}  // namespace

void print_page(Context& context, const reporting::Report& report)
{
    if (context.format == "csv") return context.print_csv(report);
    context.print_as({{"text", [&] { return page_text(report, context.language()); }},
                      {"csv", {}},
                      {"json", [&] { return reporting::render_json(report, context.language()); }}});
}

}  // namespace vierkant::cli
