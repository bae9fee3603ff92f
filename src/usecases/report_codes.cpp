#include "usecases/report_codes.h"

#include "base/folded.h"
#include "embedded/embedded.h"
#include "formats/json_reader.h"
#include "formats/reference_tables.h"
#include "reporting/codes.h"
#include "storage/report_query.h"

#include <algorithm>
#include <span>
#include <vector>

namespace vierkant::usecases {

namespace {

/// What ships with the program can be read: a test holds it.
template <class T>
T shipped(const Result<T>& read)
{
    verify(static_cast<bool>(read), "what ships with the program can be read");
    return *read;
}

std::string file(const std::string& name)
{
    const auto text = embedded::file(name);
    verify(text.has_value(), "a file that ships with the program is there");
    return std::string{*text};
}

/// The schemes that ship, and the kinds of cost that they pay.
void add_schemes(reporting::CodeLists& lists)
{
    reporting::CodeTitles::Map schemes;
    reporting::CodeTitles::Map categories{lists["category"].begin(), lists["category"].end()};
    for (const auto name : embedded::files_under("data/schemes/")) {
        if (!name.ends_with(".json")) continue;
        const auto scheme = shipped(formats::parse_json(*embedded::file(name), std::string{name}));
        if (!scheme.is_object() || !scheme.contains("code")) continue;
        schemes[scheme.value("code", "")] = {scheme.value("title_nl", ""), scheme.value("title_en", "")};
        if (!scheme.contains("cost_categories")) continue;
        for (const auto& kind : scheme.at("cost_categories").at("value"))
            categories[kind.value("code", "")] = {kind.value("title_nl", ""), kind.value("title_en", "")};
    }
    lists["scheme"] = std::move(schemes);
    lists["category"] = std::move(categories);
}

reporting::CodeLists read_shipped_codes()
{
    auto lists = shipped(reporting::read_codes(file("reports/codes.json"), "codes.json"));
    const std::string folder = "data/reference/";
    reporting::CodeTitles::Map municipalities;
    for (const auto& m :
         shipped(formats::read_municipalities(file(folder + "municipalities.csv"), "municipalities.csv")))
        municipalities[m.code] = {m.name, m.name};
    lists["municipality"] = std::move(municipalities);
    reporting::CodeTitles::Map levels;
    for (const auto& level :
         shipped(formats::read_education_levels(file(folder + "education_levels.csv"), "education_levels.csv")))
        levels[level.code] = {level.title_nl, level.title_en};
    lists["level"] = std::move(levels);
    add_schemes(lists);
    return lists;
}

/// What ships with the program does not change while it runs.
const reporting::CodeLists& shipped_codes()
{
    static const auto lists = read_shipped_codes();
    return lists;
}

reporting::CodeLists codes_with(storage::Connection& connection, std::span<const std::string_view> stored)
{
    auto lists = shipped_codes();
    for (const auto& [list, titles] : storage::stored_titles(connection, stored)) lists[list] = titles;
    return lists;
}

}  // namespace

reporting::CodeLists report_codes(storage::Connection& connection)
{
    return codes_with(connection, storage::stored_lists);
}

reporting::CodeLists report_codes(storage::Connection& connection, const std::set<std::string>& names)
{
    std::vector<std::string_view> stored;
    for (const auto list : storage::stored_lists) {
        if (names.contains(std::string{list})) stored.push_back(list);
    }
    return codes_with(connection, stored);
}

reporting::Report with_titles(storage::Connection& connection, reporting::Report report)
{
    std::set<std::string> names;
    for (const auto& table : report.tables) {
        for (const auto& column : table.columns) names.insert(column.key);
    }
    const auto lists = report_codes(connection, names);
    for (auto& table : report.tables) {
        for (auto& column : table.columns) {
            const auto list = lists.find(column.key);
            if (list != lists.end() && column.codes.empty()) column.codes = list->second;
        }
    }
    return report;
}

std::string codes_that_say(const reporting::CodeLists& lists, const std::string& list, const std::string& words)
{
    const auto wanted = folded(words);
    const auto titles = lists.find(list);
    std::string codes;
    if (wanted.empty() || titles == lists.end()) return codes;
    for (const auto& [code, title] : titles->second) {
        const bool says =
            folded(title.nl).find(wanted) != std::string::npos || folded(title.en).find(wanted) != std::string::npos;
        if (says) codes += "," + code + ",";
    }
    return codes;
}

}  // namespace vierkant::usecases
