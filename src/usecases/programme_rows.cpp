#include "usecases/programme_rows.h"

#include "storage/programme_store.h"

#include <map>

namespace vierkant::usecases {

using programme::Series;
using reporting::Cell;
using reporting::Cells;

namespace {

Cell cell_of(const std::optional<Rate>& rate)
{
    return rate ? Cell{programme::to_hundredths(*rate).millionths} : Cell{};
}

/// Target, observed, difference, progress and source.
Cells held_against(const programme::Programme& programme, const programme::Observation& one)
{
    auto target = programme::target_on(programme, one.day);
    if (target) target = programme::to_hundredths(*target);
    return {cell_of(target), one.unemployment.millionths,
            target ? Cell{(one.unemployment - *target).millionths} : Cell{},
            cell_of(programme::progress(programme, one.unemployment)), one.source};
}

std::string code_of(Series series)
{
    return std::string{programme::name_of(series).code};
}

}  // namespace

std::vector<Cells> unemployment_standing(storage::Connection& connection, Date as_of, const std::string&)
{
    const auto programme = storage::stored_programme(connection);
    const auto known = storage::observations(connection);
    std::vector<Cells> rows;
    for (const auto& name : programme::series_names()) {
        const auto series = programme::series_until(known, name.series, as_of);
        if (series.empty()) continue;
        const auto& last = series.back();
        if (name.series != Series::programme) {
            rows.push_back(
                {code_of(name.series), to_text(last.day), {}, last.unemployment.millionths, {}, {}, last.source});
            continue;
        }
        Cells row{programme.definition, to_text(last.day)};
        for (auto& cell : held_against(programme, last)) row.push_back(std::move(cell));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Cells> unemployment_path(storage::Connection& connection, Date as_of, const std::string&)
{
    const auto programme = storage::stored_programme(connection);
    std::map<Date, Cells> days;
    for (const auto& point : programme.path)
        days[point.day] = {to_text(point.day), point.unemployment.millionths, {}, {}, {}, {}};
    for (const auto& one : programme::series_until(storage::observations(connection), Series::programme, as_of)) {
        Cells row{to_text(one.day)};
        for (auto& cell : held_against(programme, one)) row.push_back(std::move(cell));
        days[one.day] = std::move(row);
    }
    std::vector<Cells> rows;
    for (auto& [day, row] : days) rows.push_back(std::move(row));
    return rows;
}

std::vector<Cells> unemployment_elsewhere(storage::Connection& connection, Date as_of, const std::string&)
{
    const auto known = storage::observations(connection);
    std::vector<Cells> rows;
    for (const auto& name : programme::series_names()) {
        if (name.series == Series::programme) continue;
        for (const auto& one : programme::series_until(known, name.series, as_of))
            rows.push_back({code_of(name.series), to_text(one.day), one.unemployment.millionths, one.source});
    }
    return rows;
}

}  // namespace vierkant::usecases
