#include "usecases/observe_unemployment.h"

#include "storage/programme_store.h"

#include <algorithm>

namespace vierkant::usecases {

using reporting::Cell;
using reporting::ColumnType;

Result<ObservationReceipt> observe_unemployment(storage::Connection& connection, const storage::Task& task,
                                                const programme::Observation& observation)
{
    storage::Work work{connection, task};
    const auto programme = storage::stored_programme(connection);
    const auto known = storage::observations(connection);
    if (auto right = programme::check_observation(observation, known, programme.from, task.today); !right)
        return right.refusal();
    const auto number = storage::add_observation(work, observation);
    work.commit(std::to_string(number));
    ObservationReceipt receipt{number, observation.day, observation.unemployment, {}, {}};
    if (observation.series == programme::Series::programme) {
        const auto shown = [](const std::optional<Rate>& rate) {
            return rate ? std::optional{programme::to_hundredths(*rate)} : std::nullopt;
        };
        receipt.target = shown(programme::target_on(programme, observation.day));
        receipt.progress = shown(programme::progress(programme, observation.unemployment));
    }
    return receipt;
}

reporting::Report list_observations(storage::Connection& connection, Date today)
{
    auto all = storage::stored_observations(connection);
    const auto replaced_by = [&all](std::int64_t number) -> Cell {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.value.replaces == number; });
        return found == all.end() ? Cell{} : Cell{found->value.number};
    };
    reporting::CodeTitles::Map series;
    for (const auto& name : programme::series_names()) series[std::string{name.code}] = {name.words.nl, name.words.en};
    reporting::Table table{"observations",
                           {"Vastgelegde werkloosheid", "Unemployment recorded"},
                           {{"observation", {"Nr", "No"}, ColumnType::count},
                            {"day", {"Dag", "Day"}, ColumnType::date},
                            {"unemployment", {"Werkloosheid", "Unemployment"}, ColumnType::percent},
                            {"series", {"Reeks", "Series"}, ColumnType::text, series},
                            {"source", {"Bron", "Source"}},
                            {"replaces", {"Verbetert", "Corrects"}, ColumnType::count},
                            {"replaced_by", {"Verbeterd door", "Corrected by"}, ColumnType::count},
                            {"note", {"Toelichting", "Note"}},
                            {"by", {"Door", "By"}}},
                           {},
                           {}};
    table.empty = {"Er is nog geen werkelijke werkloosheid vastgelegd.", "No real unemployment was recorded yet."};
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return all[b].value.day < all[a].value.day; });
    for (const auto i : order) {
        const auto& [one, actor] = all[i];
        table.rows.push_back({one.number, to_text(one.day), one.unemployment.millionths,
                              std::string{programme::name_of(one.series).code}, one.source,
                              one.replaces ? Cell{*one.replaces} : Cell{}, replaced_by(one.number), one.note, actor});
    }
    return {"observations", table.title, today, {}, {table}};
}

}  // namespace vierkant::usecases
