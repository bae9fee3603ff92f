#include "web/tables.h"

#include "base/folded.h"
#include "reporting/fold_columns.h"
#include "reporting/render.h"
#include "usecases/report_codes.h"
#include "usecases/report_files.h"
#include "web/http/parse.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace vierkant::web {

namespace {

using reporting::Cell;
using reporting::Cells;
using reporting::Column;
using reporting::ColumnType;
using reporting::Report;
using reporting::Table;

constexpr std::size_t rows_a_page = 50;

bool is_figure(const Column& column)
{
    return column.type != ColumnType::text && column.type != ColumnType::date;
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "L-000042", "S-000007": a letter, a dash and a number.
bool is_number_of(std::string_view text, char letter)
{
    return text.size() > 2 && text[0] == letter && text[1] == '-' && all_digits(text.substr(2));
}

/// The page about what a text names; "" where there is none.
std::string address_of(const std::string& text, const Column& column)
{
    if (is_number_of(text, 'L')) return "/loans/" + text;
    if (is_number_of(text, 'S')) return "/grants/" + text;
    if (is_number_of(text, 'R')) return "/arrears/arrangements/" + text;
    if (is_number_of(text, 'O')) return "/orders";
    if (is_number_of(text, 'B')) return (column.key == "letter" ? "/arrears/letters/" : "/bank/lines/") + text;
    const bool dossier =
        text.size() == 9 && text[4] == '-' && all_digits(text.substr(0, 4)) && all_digits(text.substr(5));
    if (dossier) return "/applications/" + text;
    const auto slash = text.find('/');
    if (column.key == "measure" && text.size() == 3 && text[0] == 'M') return "/programme/" + text;
    if (column.key == "edition" && slash != std::string::npos) return "/schemes/" + text;
    if (column.key == "entry" && slash != std::string::npos) return "/ledger/" + text;
    if (column.key == "kvk" && text.size() == 8 && all_digits(text)) return "/undertakings/" + text;
    return {};
}

Html head_cell(const Visit& visit, const Column& column, const std::string& address)
{
    const http::Attributes attributes{{"scope", "col"}, {"class", "figure", is_figure(column)}};
    const auto title = column.title.in(visit.language);
    if (address.empty()) return tag("th", attributes, title);
    const bool sorted = visit.request.query["sort"] == column.key;
    const bool down = sorted && visit.request.query["order"] == "desc";
    auto sorting = attributes;
    if (sorted) sorting.push_back({"aria-sort", down ? "descending" : "ascending"});
    http::Fields query;
    for (const auto& [name, value] : visit.request.query.all()) {
        if (name != "sort" && name != "order" && name != "page" && name != "lang") query.add(name, value);
    }
    query.add("sort", column.key);
    if (sorted && !down) query.add("order", "desc");
    return tag("th", sorting, tag("a", {{"href", address + "?" + http::urlencoded(query)}}, title));
}

/// "31-60" or "T-000012" is not to be broken off.
bool is_short(const Cell& cell)
{
    constexpr std::size_t short_text = 10;
    const auto* const text = std::get_if<std::string>(&cell);
    return text != nullptr && text->size() <= short_text && text->find_first_of("- ") != std::string::npos;
}

/// The text of a cell, and what it leads to.
void add_content(http::Builder& html, const Visit& visit, const Cell& cell, const Column& column)
{
    const auto* number = std::get_if<std::int64_t>(&cell);
    const bool leads_nowhere =
        column.type == ColumnType::date || (number != nullptr && *number >= 0 && column.key != "work");
    if (leads_nowhere) {
        html.add_text(reporting::people_text(cell, column, visit.language));
    } else if (!std::holds_alternative<std::monostate>(cell)) {
        html.add(cell_html(visit, cell, column));
    }
}

/// The tags of a column's cells, and those of a short text among them.
struct CellTags {
    http::Tags usual;
    http::Tags of_short;
};

CellTags tags_of(const Table& table, std::size_t i)
{
    const bool figure = is_figure(table.columns[i]);
    const bool text = table.columns[i].type == ColumnType::text;
    const bool heads = i == 0 && !figure;
    const auto tags = [&](bool is_plain) {
        const std::array attributes{http::Attribute{"class", figure ? "figure" : "day", !is_plain},
                                    http::Attribute{"scope", "row", heads}};
        return http::Tags{heads ? "th" : "td", attributes};
    };
    return {tags(text), tags(text && i == 0)};
}

void add_row(http::Builder& html, const Visit& visit, const Table& table, const Cells& row,
             std::span<const CellTags> tags, bool total)
{
    static const http::Tags tr{"tr"};
    html.open(tr);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (!reporting::has_own_cell(column)) continue;
        const auto& cell_tags = is_short(row[i]) ? tags[i].of_short : tags[i].usual;
        html.open(cell_tags);
        if (total && i == 0 && std::holds_alternative<std::monostate>(row[i])) {
            html.add_text(visit.t("Totaal", "Total"));
        } else {
            add_content(html, visit, row[i], column);
            html.add(reporting::folded_below(table, row, i, visit.language));
        }
        html.close(cell_tags);
    }
    html.close(tr);
}

Html rows_html(const Visit& visit, const Table& table, std::span<const Cells> rows, bool total)
{
    std::vector<CellTags> tags;
    tags.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) tags.push_back(tags_of(table, i));
    http::Builder html;
    for (const auto& row : rows) add_row(html, visit, table, row, tags, total);
    return html.take();
}

Html table_with(const Visit& visit, const Table& table, const std::string& sort_address)
{
    const auto title = table.title.in(visit.language);
    if (table.rows.empty()) {
        const auto& own = table.empty.in(visit.language);
        return tag("section", {}, tag("h2", {}, title),
                   tag("p", {{"class", "nothing"}}, own.empty() ? visit.t("Er is niets.", "There is nothing.") : own));
    }
    std::vector<Html> heads;
    for (const auto& column : table.columns) {
        if (reporting::has_own_cell(column)) heads.push_back(head_cell(visit, column, sort_address));
    }
    const auto foot =
        table.totals.empty() ? Html{} : tag("tfoot", {}, rows_html(visit, table, {&table.totals, 1}, true));
    return tag("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", title}},
               tag("table", {}, tag("caption", {}, title), tag("thead", {}, http::element("tr", {}, heads)),
                   tag("tbody", {}, rows_html(visit, table, table.rows, false)), foot));
}

/// Figures by their size, texts by their folded letters, nothing last.
bool before(const Cell& a, const Cell& b)
{
    if (a.index() != b.index()) return a.index() > b.index() && a.index() != 3;
    if (const auto* number = std::get_if<std::int64_t>(&a)) return *number < std::get<std::int64_t>(b);
    if (const auto* text = std::get_if<std::string>(&a)) return folded(*text) < folded(std::get<std::string>(b));
    return false;
}

void sort_rows(Table& table, const std::string& key, bool down)
{
    const auto column =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& one) { return one.key == key; });
    if (column == table.columns.end()) return;
    const auto at = static_cast<std::size_t>(column - table.columns.begin());
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const Cells& a, const Cells& b) {
        return down ? before(b[at], a[at]) : before(a[at], b[at]);
    });
}

bool has_words(const Visit& visit, const Table& table, const Cells& row, const std::string& words)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (folded(reporting::people_text(row[i], table.columns[i], visit.language)).find(words) != std::string::npos)
            return true;
    }
    return false;
}

Html filter_form(const Visit& visit)
{
    std::vector<Html> kept;
    for (const auto& [name, value] : visit.request.query.all()) {
        if (name == "q" || name == "page" || name == "lang" || name == "format") continue;
        kept.push_back(tag("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    }
    return tag(
        "form", {{"action", visit.request.path}, {"method", "get"}, {"class", "filter"}}, http::joined(kept),
        tag("label", {{"for", "filter-words"}}, visit.t("Toon alleen met", "Show only with")),
        tag("input", {{"id", "filter-words"}, {"name", "q"}, {"type", "search"}, {"value", visit.request.query["q"]}}),
        tag("button", {{"type", "submit"}}, visit.t("Filter", "Filter")));
}

std::string with_query(const Visit& visit, const std::string& name, const std::string& value)
{
    http::Fields query;
    for (const auto& [key, kept] : visit.request.query.all()) {
        if (key != name && key != "lang") query.add(key, kept);
    }
    query.add(name, value);
    return visit.request.path + "?" + http::urlencoded(query);
}

Html page_links(const Visit& visit, std::size_t page_no, std::size_t pages, std::size_t rows)
{
    const auto count = std::to_string(rows) + " " + (rows == 1 ? visit.t("regel", "row") : visit.t("regels", "rows"));
    if (pages <= 1) return tag("p", {{"class", "count"}}, count);
    std::vector<Html> links{
        tag("span", {},
            count + ", " + visit.t("bladzijde ", "page ") + std::to_string(page_no) + "/" + std::to_string(pages))};
    if (page_no > 1)
        links.push_back(
            http::link(with_query(visit, "page", std::to_string(page_no - 1)), visit.t("Vorige", "Previous")));
    if (page_no < pages)
        links.push_back(
            http::link(with_query(visit, "page", std::to_string(page_no + 1)), visit.t("Volgende", "Next")));
    return tag("nav", {{"class", "count"}, {"aria-label", visit.t("Bladzijden", "Pages")}},
               http::joined(links, Html{" "}));
}

}  // namespace

Html cell_html(const Visit& visit, const Cell& cell, const Column& column)
{
    const auto text = reporting::people_text(cell, column, visit.language);
    if (const auto* named = std::get_if<std::string>(&cell); named != nullptr && column.type == ColumnType::text) {
        const auto& here = visit.request.path;
        const bool account = column.key == "debit" || column.key == "credit";
        if (account && here.starts_with("/ledger/"))
            return http::link(here + "?account=" + http::percent_encoded(*named), text);
        const auto address = address_of(*named, column);
        // Who administers users sees what was done, not the cases it was done on.
        const bool open = visit.may(Right::read) || address.starts_with("/schemes/");
        if (!address.empty() && open) return http::link(address, text);
    }
    const auto* number = std::get_if<std::int64_t>(&cell);
    if (number != nullptr && column.key == "work" && visit.may(Right::audit))
        return http::link("/audit/" + std::to_string(*number), text);
    if (number != nullptr && *number < 0) return tag("span", {{"class", "minus"}}, text);
    return column.type == ColumnType::text ? http::prose(text) : Html{text};
}

Html table_html(const Visit& visit, const Table& table)
{
    return table_with(visit, table, "");
}

namespace {

/// The list that says what the codes of a column mean; "" where they mean themselves.
std::string list_of(const Column& column)
{
    if (column.type != ColumnType::text || !column.codes.empty()) return {};
    if (column.key == "debit" || column.key == "credit") return "account";
    return column.key == "required_level" || column.key == "attained_level" ? "level" : column.key;
}

void add_words(const Visit& visit, std::span<Table> tables)
{
    std::set<std::string> names;
    for (const auto& table : tables) {
        for (const auto& column : table.columns) names.insert(list_of(column));
    }
    const auto lists = usecases::report_codes(visit.connection, names);
    for (auto& table : tables) {
        for (auto& column : table.columns) {
            const auto list = lists.find(list_of(column));
            if (list != lists.end()) column.codes = list->second;
        }
    }
}

}  // namespace

Table in_words(const Visit& visit, Table table)
{
    add_words(visit, {&table, 1});
    return table;
}

std::vector<Table> in_words(const Visit& visit, std::vector<Table> tables)
{
    add_words(visit, tables);
    return tables;
}

Html facts_html(const Visit& visit, const Table& table)
{
    std::vector<Html> facts;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto content = cell_html(visit, table.rows.front()[i], table.columns[i]);
        if (content.empty()) continue;
        facts.push_back(
            tag("div", {}, tag("dt", {}, table.columns[i].title.in(visit.language)), tag("dd", {}, content)));
    }
    return http::element("dl", {{"class", "facts"}}, facts);
}

std::optional<http::Response> exported(const Visit& visit, const Report& report)
{
    const auto& format = visit.request.query["format"];
    const auto name = report.name + "-" + to_text(report.as_of);
    if (format == "csv") {
        // One table: the one asked for, else the first. For a Dutch spreadsheet in Dutch, for others in English.
        auto wanted = visit.request.query["table"];
        const auto dialect =
            visit.language == Language::nl ? reporting::CsvDialect::nl : reporting::CsvDialect::international;
        for (const auto& table : report.tables) {
            if (!wanted.empty() && table.name != wanted) continue;
            return download(name + "-" + table.name + ".csv", "text/csv; charset=utf-8",
                            reporting::render_csv(table, dialect));
        }
    }
    if (format == "json")
        return download(name + ".json", "application/json", reporting::render_json(report, visit.language));
    if (format.empty()) return std::nullopt;
    auto kept = report;
    kept.drawn_up_on = visit.today;
    if (format == "xlsx") {
        return download(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        reporting::render_xlsx(kept, visit.language));
    }
    if (format == "html")
        return download(name + ".html", "text/html; charset=utf-8", usecases::report_page(kept, visit.language));
    if (format == "pdf") {
        const auto pdf = usecases::report_pdf(kept, visit.language);
        return pdf ? download(name + ".pdf", "application/pdf", *pdf) : refusal_page(visit, pdf.refusal(), 503);
    }
    return std::nullopt;
}

namespace {

Html save_as(const Visit& visit, std::initializer_list<std::pair<const char*, std::string>> forms)
{
    Html all = visit.t("Bewaar als ", "Save as ");
    for (const auto& [format, title] : forms) all += http::link(with_query(visit, "format", format), title) + Html{" "};
    return all;
}

}  // namespace

Html export_links(const Visit& visit)
{
    return tag("p", {{"class", "exports"}}, save_as(visit, {{"csv", "CSV"}, {"json", "JSON"}, {"xlsx", "XLSX"}}));
}

Html report_export_links(const Visit& visit)
{
    const auto page = visit.t("afdrukpagina (HTML)", "page to print (HTML)");
    if (usecases::can_print_pdf()) {
        return tag(
            "p", {{"class", "exports"}},
            save_as(visit, {{"pdf", "PDF"}, {"xlsx", "XLSX"}, {"csv", "CSV"}, {"json", "JSON"}, {"html", page}}));
    }
    return tag(
        "p", {{"class", "exports"}},
        save_as(visit, {{"xlsx", "XLSX"}, {"csv", "CSV"}, {"json", "JSON"}, {"html", page}}),
        visit.t("Een PDF maak je door de afdrukpagina af te drukken als PDF: op de server staat geen WeasyPrint.",
                "For a PDF, print the page to print as PDF: there is no WeasyPrint on the server."));
}

namespace {

/// The page asked for, from 1 on.
std::size_t page_asked(const Visit& visit)
{
    const auto& typed = visit.request.query["page"];
    return all_digits(typed) && typed.size() < 7 ? std::max<std::size_t>(1, std::stoul(typed)) : 1;
}

std::size_t pages_of(std::size_t rows)
{
    return std::max<std::size_t>(1, (rows + rows_a_page - 1) / rows_a_page);
}

}  // namespace

storage::ListPart part_asked(const Visit& visit)
{
    const auto& query = visit.request.query;
    storage::ListPart part{query["q"], query["sort"], query["order"] == "desc", 0, 0};
    if (query.has("format")) return part;
    part.most = static_cast<std::int64_t>(rows_a_page);
    part.first = static_cast<std::int64_t>((page_asked(visit) - 1) * rows_a_page);
    return part;
}

storage::ListPart part_asked(const Visit& visit, const std::string& sort, bool down)
{
    auto part = part_asked(visit);
    if (!part.sort.empty()) return part;
    part.sort = sort;
    part.down = down;
    return part;
}

http::Response part_page(Visit& visit, const Report& part, std::int64_t rows, const Html& above)
{
    if (auto file = exported(visit, part)) return *file;
    auto table = in_words(visit, part.tables.front());
    if (!visit.request.query["q"].empty())
        table.empty = {"Niets gevonden met deze woorden.", "Nothing found with these words."};
    const auto all = static_cast<std::size_t>(rows);
    const auto pages = pages_of(all);
    return page(visit, part.title.in(visit.language),
                above + filter_form(visit) + table_with(visit, table, visit.request.path) +
                    page_links(visit, std::min(page_asked(visit), pages), pages, all) + export_links(visit));
}

http::Response list_page(Visit& visit, const Report& report, const Html& above)
{
    auto shown = report;
    auto& table = shown.tables.front();
    table = in_words(visit, std::move(table));
    const auto& query = visit.request.query;
    if (const auto words = folded(query["q"]); !words.empty()) {
        std::erase_if(table.rows, [&](const Cells& row) { return !has_words(visit, table, row, words); });
        table.totals.clear();  // they are of all rows
        table.empty = {"Niets gevonden met deze woorden.", "Nothing found with these words."};
    }
    if (query.has("sort")) sort_rows(table, query["sort"], query["order"] == "desc");
    if (auto file = exported(visit, shown)) return *file;

    const auto rows = table.rows.size();
    const auto pages = pages_of(rows);
    const auto page_no = std::min(page_asked(visit), pages);
    const auto first = (page_no - 1) * rows_a_page;
    Table part = table;
    part.rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(first),
                     table.rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows, first + rows_a_page)));
    return page(visit, report.title.in(visit.language),
                above + filter_form(visit) + table_with(visit, part, visit.request.path) +
                    page_links(visit, page_no, pages, rows) + export_links(visit));
}

}  // namespace vierkant::web
