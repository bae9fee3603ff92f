#include "web/folds.h"

#include "web/tables.h"

#include <algorithm>

namespace vierkant::web {

namespace {

using reporting::Table;

constexpr std::size_t short_enough = 15;

std::size_t place_of(const Table& table, const std::string& key)
{
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& one) { return one.key == key; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

/// The rows of one year, under their own caption.
struct Year {
    int year;
    Table table;
};

std::vector<Year> years_of(Table&& table, std::size_t day)
{
    std::vector<Year> years;
    for (auto& row : table.rows) {
        const auto* written = std::get_if<std::string>(&row[day]);
        const auto date = written == nullptr ? std::nullopt : parse_date(*written);
        const int year = date ? date->year() : (years.empty() ? 0 : years.back().year);
        if (years.empty() || years.back().year != year) {
            const auto number = std::to_string(year);
            years.push_back({year, {table.name, table.title, table.columns, {}, {}}});
            years.back().table.title = {table.title.nl + " " + number, table.title.en + " " + number};
        }
        years.back().table.rows.push_back(std::move(row));
    }
    return years;
}

std::string sums_in_words(const Visit& visit, const Table& table, const std::vector<std::string>& keys)
{
    std::string words;
    for (const auto& key : keys) {
        const auto at = place_of(table, key);
        if (at == table.columns.size()) continue;
        std::int64_t sum = 0;
        for (const auto& row : table.rows) {
            if (const auto* cents = std::get_if<std::int64_t>(&row[at])) sum += *cents;
        }
        if (sum == 0) continue;
        auto title = table.columns[at].title.in(visit.language);
        title.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(title.front())));
        words += (words.empty() ? "" : ", ") + title + " " + visit.shown(Money::cents(sum));
    }
    return words;
}

int nearest(const std::vector<Year>& years, int wanted)
{
    return std::min_element(
               years.begin(), years.end(),
               [&](const Year& a, const Year& b) { return std::abs(a.year - wanted) < std::abs(b.year - wanted); })
        ->year;
}

}  // namespace

Html by_year_html(const Visit& visit, Table table, const Folding& folding)
{
    const auto day = place_of(table, folding.day);
    if (table.rows.size() <= short_enough || day == table.columns.size()) return table_html(visit, table);
    const auto title = table.title;
    auto years = years_of(std::move(table), day);
    if (years.size() == 1) {
        years.front().table.title = title;
        return table_html(visit, years.front().table);
    }
    const int open = nearest(years, folding.open_year);
    Html parts = tag("h2", {}, title.in(visit.language));
    for (const auto& one : years) {
        const auto rows = std::to_string(one.table.rows.size()) + " " +
                          (one.table.rows.size() == 1 ? visit.t("regel", "row") : visit.t("regels", "rows"));
        parts += tag("details", {{"class", "fold"}, {"open", "", folding.all_open || one.year == open}},
                     tag("summary", {}, tag("strong", {}, std::to_string(one.year)), tag("span", {}, rows),
                         tag("span", {}, sums_in_words(visit, one.table, folding.sums))),
                     table_html(visit, one.table));
    }
    return parts;
}

Html last_rows_html(const Visit& visit, const Table& table, std::size_t most, const std::string& all_at)
{
    if (table.rows.size() <= most) return table_html(visit, table);
    Table part{table.name, table.title, table.columns, {}, {}};
    part.rows.assign(table.rows.end() - static_cast<std::ptrdiff_t>(most), table.rows.end());
    return table_html(visit, part) + tag("p", {}, visit.t("De laatste ", "The last ") + std::to_string(most) + ". ",
                                         http::link(all_at, visit.t("Alle regels", "All rows")));
}

}  // namespace vierkant::web
