#include "usecases/list_undertakings.h"

#include "embedded/embedded.h"
#include "formats/reference_tables.h"
#include "usecases/report_codes.h"
#include "usecases/undertaking_messages.h"

#include <functional>
#include <map>

namespace vierkant::usecases {

namespace {

using parties::Activity;
using parties::Sector;

parties::ActivityTable activities()
{
    const auto text = embedded::file("data/reference/sbi.csv");
    verify(text.has_value(), "the program carries its own data");
    auto table = formats::read_activities(*text, "sbi.csv");
    verify(static_cast<bool>(table), "the program's own table can be read");
    return *std::move(table);
}

std::map<std::string, std::string> municipality_names()
{
    const auto text = embedded::file("data/reference/municipalities.csv");
    verify(text.has_value(), "the program carries its own data");
    const auto rows = formats::read_municipalities(*text, "municipalities.csv");
    verify(static_cast<bool>(rows), "the program's own table can be read");
    std::map<std::string, std::string> names;
    for (const auto& row : *rows) names[row.code] = row.name;
    return names;
}

bool is_in(const std::optional<Activity>& activity, const std::string& sector)
{
    if (!activity) return sector == parties::name_of(Sector::none);
    return sector == parties::name_of(activity->sector) ||
           (activity->technology && sector == parties::name_of(Sector::technology));
}

std::optional<Refusal> unknown_sector(const std::string& sector)
{
    std::string known;
    for (const auto candidate : {Sector::industry, Sector::technology, Sector::logistics, Sector::none}) {
        if (sector.empty() || sector == parties::name_of(candidate)) return std::nullopt;
        known += (known.empty() ? "" : ", ") + std::string{parties::name_of(candidate)};
    }
    return wrong_usage(sector_unknown, {{"sector", sector}, {"known", known}});
}

/// Of the activities in use, those of the sectors that are wanted.
std::string activities_of(storage::Connection& connection, const parties::ActivityTable& table,
                          const std::function<bool(const std::string& sector)>& wanted)
{
    std::string codes;
    for (const auto& code : storage::activities_in_use(connection)) {
        const auto activity = table.find(*parties::ActivityCode::parse(code));
        for (const auto sector : {Sector::industry, Sector::technology, Sector::logistics, Sector::none}) {
            const std::string name{parties::name_of(sector)};
            if (!is_in(activity, name) || !wanted(name)) continue;
            codes += "," + code + ",";
            break;
        }
    }
    return codes;
}

/// The database knows codes; a list shows sectors and the names of municipalities.
storage::UndertakingFilter with_codes(storage::Connection& connection, storage::UndertakingFilter filter,
                                      const std::string& sector, const parties::ActivityTable& table)
{
    if (!sector.empty()) {
        filter.activities = activities_of(connection, table, [&](const auto& name) { return name == sector; });
        if (filter.activities.empty()) filter.activities = ",";  // nobody is in that sector
    }
    if (filter.part.words.empty()) return filter;
    const auto lists = report_codes(connection);
    filter.word_municipalities = codes_that_say(lists, "municipality", filter.part.words);
    const auto sectors = codes_that_say(lists, "sector", filter.part.words);
    if (!sectors.empty())
        filter.word_activities = activities_of(
            connection, table, [&](const auto& name) { return sectors.find("," + name + ",") != std::string::npos; });
    return filter;
}

}  // namespace

Result<reporting::Report> list_undertakings(storage::Connection& connection, const storage::UndertakingFilter& filter,
                                            const std::string& sector, Date today)
{
    using reporting::ColumnType;
    if (const auto unknown = unknown_sector(sector)) return *unknown;
    const auto table = activities();
    const auto places = municipality_names();
    reporting::Table list{"undertakings",
                          {"Ondernemingen", "Undertakings"},
                          {{"kvk", {"KvK", "KvK"}},
                           {"name", {"Naam", "Name"}},
                           {"sbi", {"SBI", "SBI"}},
                           {"sector", {"Sector", "Sector"}},
                           {"municipality_code", {"Gemeentecode", "Municipality code"}},
                           {"municipality", {"Gemeente", "Municipality"}}},
                          {},
                          {}};
    for (const auto& line : storage::list_undertakings(connection, with_codes(connection, filter, sector, table))) {
        const auto activity = table.find(*parties::ActivityCode::parse(line.sbi_main));
        const auto place = places.find(line.municipality);
        list.rows.push_back({line.kvk, line.name, line.sbi_main,
                             std::string{parties::name_of(activity ? activity->sector : Sector::none)},
                             line.municipality, place == places.end() ? std::string{} : place->second});
    }
    return with_titles(connection, {"undertakings", {"Ondernemingen", "Undertakings"}, today, {}, {std::move(list)}});
}

std::int64_t count_undertakings(storage::Connection& connection, const storage::UndertakingFilter& filter,
                                const std::string& sector)
{
    return storage::count_undertakings(connection, with_codes(connection, filter, sector, activities()));
}

Result<storage::StoredUndertaking> show_undertaking(storage::Connection& connection, const std::string& kvk)
{
    const auto number = parties::KvkNumber::parse(kvk);
    if (!number) return number.refusal();
    auto found = storage::find_undertaking(connection, *number);
    if (!found) return refuse(undertaking_unknown, {{"kvk", number->text()}});
    return *std::move(found);
}

}  // namespace vierkant::usecases
