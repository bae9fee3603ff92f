#include "markup/html.h"
#include "reporting/draw_chart.h"
#include "reporting/fold_columns.h"
#include "reporting/notes.h"
#include "reporting/render.h"

#include <algorithm>

namespace vierkant::reporting {

namespace {

using markup::Attributes;
using markup::Html;
using markup::tag;

constexpr std::ptrdiff_t upright_columns = 7;  ///< with a wider table, the report lies on its side on paper
constexpr std::ptrdiff_t easy_columns = 5;     ///< with more, the letters of a table are smaller

struct Page {
    const Report& report;
    Language language;
    [[nodiscard]] std::string t(std::string_view nl, std::string_view en) const
    {
        return std::string{language == Language::nl ? nl : en};
    }
};

bool is_figure(const Column& column)
{
    return column.type != ColumnType::text && column.type != ColumnType::date;
}

Html row_html(const Page& page, const Table& table, const Cells& row, bool total)
{
    std::vector<Html> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (!has_own_cell(column)) continue;
        const bool names_row = i == 0 && !is_figure(column);
        const bool empty_total = total && i == 0 && std::holds_alternative<std::monostate>(row[i]);
        Attributes attributes{{"class", is_figure(column) ? "figure" : "day", column.type != ColumnType::text}};
        if (names_row) attributes.push_back({"scope", "row"});
        cells.push_back(tag(names_row ? "th" : "td", attributes,
                            empty_total ? Html{page.t("Totaal", "Total")}
                                        : Html{people_text(row[i], column, page.language)} +
                                              folded_below(table, row, i, page.language)));
    }
    return markup::element("tr", {}, cells);
}

Html grid(const Page& page, const Table& table)
{
    std::vector<Html> heads;
    for (const auto& column : table.columns) {
        if (!has_own_cell(column)) continue;
        heads.push_back(
            tag("th", {{"scope", "col"}, {"class", "figure", is_figure(column)}}, column.title.in(page.language)));
    }
    std::vector<Html> rows;
    for (const auto& row : table.rows) rows.push_back(row_html(page, table, row, false));
    const auto foot = table.totals.empty() ? Html{} : tag("tfoot", {}, row_html(page, table, table.totals, true));
    return tag("table", {}, tag("caption", {}, table.title.in(page.language)),
               tag("thead", {}, markup::element("tr", {}, heads)), markup::element("tbody", {}, rows), foot);
}

/// Cells in a row, as it stands on a page.
std::ptrdiff_t cells_of(const Table& table)
{
    return std::count_if(table.columns.begin(), table.columns.end(), has_own_cell);
}

Html table_section(const Page& page, const Table& table)
{
    Html content;
    if (const auto& text = table.text.in(page.language); !text.empty()) content += tag("p", {{"class", "text"}}, text);
    content += charts_html(table, page.language);
    if (table.rows.empty()) {
        content += tag("h3", {}, table.title.in(page.language)) +
                   tag("p", {{"class", "nothing"}}, empty_sentence(table, page.language));
    } else {
        content += grid(page, table);
    }
    if (has_hidden(table)) content += tag("p", {{"class", "note"}}, about_hidden(page.language));
    return tag("section", {{"class", cells_of(table) > easy_columns ? "table close" : "table"}}, content);
}

bool is_wide(const Table& table)
{
    return cells_of(table) > upright_columns && !table.rows.empty();
}

Html fact(const std::string& title, const std::string& value)
{
    return tag("div", {}, tag("dt", {}, title), tag("dd", {}, value));
}

/// As a window, and the foot of each printed page, names it.
std::string title_of(const Page& page)
{
    return page.report.title.in(page.language) + ", " + show(page.report.as_of, page.language);
}

Html head_of(const Page& page)
{
    const auto& report = page.report;
    Html facts = fact(page.t("Peildatum", "As of"), show(report.as_of, page.language));
    if (report.compared_with)
        facts += fact(page.t("Vergeleken met", "Compared with"), show(*report.compared_with, page.language));
    for (const auto& parameter : report.parameters)
        facts += fact(parameter.title.in(page.language), parameter.shown.in(page.language));
    if (report.drawn_up_on)
        facts += fact(page.t("Opgemaakt op", "Drawn up on"), show(*report.drawn_up_on, page.language));
    const auto& question = report.question.in(page.language);
    return tag("header", {}, tag("p", {{"class", "house"}}, "Vierkant voor werk"),
               tag("h1", {{"data-running", title_of(page)}}, report.title.in(page.language)),
               question.empty() ? Html{} : tag("p", {{"class", "question"}}, question),
               tag("dl", {{"class", "about"}}, facts));
}

bool begins_chapter(const Table& table, Language language)
{
    return !table.chapter.in(language).empty();
}

/// The chapters of a report that has them, each with the page on which it begins when printed.
Html contents(const Page& page)
{
    std::vector<Html> items;
    std::size_t number = 0;
    for (const auto& table : page.report.tables) {
        if (!begins_chapter(table, page.language)) continue;
        const auto address = "#chapter-" + std::to_string(++number);
        items.push_back(tag("li", {}, markup::link(address, table.chapter.in(page.language))));
    }
    if (items.size() < 2) return {};
    return tag("nav", {{"class", "contents"}}, tag("h2", {}, page.t("Inhoud", "Contents")),
               markup::element("ol", {}, items));
}

Html body_of(const Page& page)
{
    Html all;
    std::size_t number = 0;
    for (const auto& table : page.report.tables) {
        if (begins_chapter(table, page.language)) {
            all += tag("h2", {{"id", "chapter-" + std::to_string(++number)}, {"class", "chapter"}},
                       table.chapter.in(page.language));
        }
        all += table_section(page, table);
    }
    return all;
}

}  // namespace

std::string render_html(const Report& report, Language language, std::string_view style)
{
    const Page page{report, language};
    const bool wide = std::any_of(report.tables.begin(), report.tables.end(), is_wide);
    // The style is the program's own file: it goes in as it is, so that the page is one file.
    const auto head = tag("meta", {{"charset", "utf-8"}}) +
                      tag("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
                      tag("title", {}, title_of(page)) + Html::trusted("<style>\n" + std::string{style} + "</style>");
    const auto document =
        tag("html", {{"lang", language == Language::nl ? "nl" : "en"}}, tag("head", {}, head),
            tag("body", {{"class", "lying", wide}}, head_of(page), contents(page), tag("main", {}, body_of(page))));
    return "<!doctype html>\n" + document.markup() + "\n";
}

}  // namespace vierkant::reporting
