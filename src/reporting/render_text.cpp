#include "reporting/notes.h"
#include "reporting/render.h"

#include <algorithm>

namespace vierkant::reporting {

namespace {

/// Characters, not bytes: UTF-8 continuation bytes take no place on the screen.
std::size_t width(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_figure(ColumnType type)
{
    return type != ColumnType::text && type != ColumnType::date;
}

using Line = std::vector<std::string>;

std::string laid_out(const Line& line, const std::vector<std::size_t>& widths, const Table& table)
{
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string padding(widths[i] - width(line[i]), ' ');
        out += (i > 0 ? "  " : "") + (is_figure(table.columns[i].type) ? padding + line[i] : line[i] + padding);
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
}

Line line_of(const Cells& cells, const Table& table, Language language)
{
    Line line;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        line.push_back(people_text(cells.at(i), table.columns[i], language));
    return line;
}

/// Of a comparison, "op 31-12-2025" and "verschil" stand right after the figure they are of, without its name again.
std::string head_of(const Table& table, std::size_t at, Language language)
{
    const auto& title = table.columns[at].title.in(language);
    auto figure = at;
    while (figure > 0 && table.columns[figure].moment != Moment::now) --figure;
    if (figure == at) return title;
    const auto rest = title.substr(table.columns[figure].title.in(language).size());
    return rest.substr(rest.find_first_not_of(", "));
}

std::string text_of(const Table& table, Language language)
{
    std::string out = table.title.in(language) + "\n\n";
    if (table.rows.empty()) return out + empty_sentence(table, language) + "\n";

    std::vector<Line> lines(1);
    for (std::size_t i = 0; i < table.columns.size(); ++i) lines.front().push_back(head_of(table, i, language));
    for (const auto& row : table.rows) lines.push_back(line_of(row, table, language));
    if (!table.totals.empty()) {
        auto totals = line_of(table.totals, table, language);
        if (totals.front().empty()) totals.front() = language == Language::nl ? "Totaal" : "Total";
        lines.push_back(std::move(totals));
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
    }
    std::string rule;
    for (const auto w : widths) rule += (rule.empty() ? "" : "  ") + std::string(w, '-');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool before_totals = !table.totals.empty() && i + 1 == lines.size();
        if (i == 1 || before_totals) out += rule + "\n";
        out += laid_out(lines[i], widths, table);
    }
    if (has_hidden(table)) out += about_hidden(language) + "\n";
    return out;
}

}  // namespace

std::string render_text(const Table& table, Language language)
{
    return text_of(table, language);
}

std::string render_text(const Report& report, Language language)
{
    const bool nl = language == Language::nl;
    std::string out =
        report.title.in(language) + (nl ? " op " + dutch(report.as_of) : " as of " + to_text(report.as_of));
    if (report.compared_with)
        out += (nl ? ", vergeleken met " : ", compared with ") + show(*report.compared_with, language);
    out += "\n";
    for (const auto& parameter : report.parameters)
        out += parameter.title.in(language) + ": " + parameter.shown.in(language) + "\n";
    for (const auto& table : report.tables) out += "\n" + text_of(table, language);
    return out;
}

}  // namespace vierkant::reporting
