#include "storage/report_query.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::storage {

namespace {

struct Bound {
    std::string sql;
    std::vector<Value> values;
};

bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// `:name` outside quotes becomes `?`, once for each time it stands there. Comments are left out: a driver may take a
/// colon in them for a parameter.
Bound bind(std::string_view sql, const std::vector<std::pair<std::string, std::string>>& parameters)
{
    Bound bound;
    bool quoted = false;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (!quoted && sql.substr(at, 2) == "--") {
            at = std::min(sql.find('\n', at), sql.size() - 1);
            bound.sql += '\n';
            continue;
        }
        if (sql[at] == '\'') quoted = !quoted;
        if (quoted || sql[at] != ':' || at + 1 == sql.size() || !is_name(sql[at + 1])) {
            bound.sql += sql[at];
            continue;
        }
        auto end = at + 1;
        while (end < sql.size() && is_name(sql[end])) ++end;
        const auto name = sql.substr(at + 1, end - at - 1);
        const auto found =
            std::find_if(parameters.begin(), parameters.end(), [&](const auto& known) { return known.first == name; });
        verify(found != parameters.end(), "a report's query uses known parameters");
        bound.sql += '?';
        bound.values.emplace_back(found->second);
        at = end - 1;
    }
    return bound;
}

}  // namespace

std::vector<reporting::Cells> run_query(Connection& connection, std::string_view sql,
                                        const std::vector<reporting::Column>& columns,
                                        const std::vector<std::pair<std::string, std::string>>& parameters)
{
    const auto bound = bind(sql, parameters);
    std::string kinds;
    for (const auto& column : columns) {
        const bool text = column.type == reporting::ColumnType::text || column.type == reporting::ColumnType::date;
        kinds += text ? 't' : 'i';
    }
    std::vector<reporting::Cells> rows;
    connection.each(bound.sql, bound.values, kinds, [&](const Row& row) {
        auto& cells = rows.emplace_back();
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (row.is_null(i)) {
                cells.emplace_back();
            } else if (kinds[i] == 't') {
                cells.emplace_back(row.text(i));
            } else {
                cells.emplace_back(row.integer(i));
            }
        }
    });
    return rows;
}

namespace {

std::string_view titles_query(std::string_view list)
{
    if (list == "fund") return "SELECT 'fund', code, title_nl, title_en FROM fund";
    if (list == "account") return "SELECT 'account', code, title_nl, title_en FROM account";
    if (list == "measure") return "SELECT 'measure', measure_code, title_nl, title_en FROM measure";
    verify(list == "baseline", "the list is one of those that are stored");
    return "SELECT 'baseline', code, title_nl, title_en FROM baseline";
}

}  // namespace

reporting::CodeLists stored_titles(Connection& connection, std::span<const std::string_view> lists)
{
    std::map<std::string, reporting::CodeTitles::Map> titles;
    std::string query;
    for (const auto list : lists) {
        titles[std::string{list}] = {};
        query += (query.empty() ? "" : " UNION ALL ") + std::string{titles_query(list)};
    }
    if (query.empty()) return {};
    connection.each(query, {}, "tttt", [&](const Row& row) {
        titles[row.text(0)][row.text(1)] = {row.text(2), row.text(3)};
    });
    return {titles.begin(), titles.end()};
}

}  // namespace vierkant::storage
