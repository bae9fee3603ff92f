#include "usecases/follow_measure.h"

#include "domain/programme/messages.h"
#include "storage/programme_store.h"

#include <algorithm>

namespace vierkant::usecases {

using reporting::Cell;
using reporting::ColumnType;

Result<std::int64_t> follow_measure(storage::Connection& connection, const storage::Task& task,
                                    const programme::MeasureRecord& record)
{
    storage::Work work{connection, task};
    const auto plan = storage::stored_programme(connection);
    const auto measures = storage::stored_measures(connection);
    const auto known = storage::measure_records(connection);
    if (auto right = programme::check_record(record, known, measures, plan.from, task.today); !right)
        return right.refusal();
    const auto number = storage::add_measure_record(work, record);
    work.commit(std::to_string(number));
    return number;
}

Result<reporting::Report> list_measure_records(storage::Connection& connection, const std::string& measure, Date today)
{
    const auto measures = storage::stored_measures(connection);
    const bool known =
        std::any_of(measures.begin(), measures.end(), [&](const auto& one) { return one.code == measure; });
    if (!measure.empty() && !known) return refuse(programme::measure_unknown, {{"measure", measure}});
    auto all = storage::stored_measure_records(connection);
    const auto replaced_by = [all](std::int64_t number) -> Cell {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.value.replaces == number; });
        return found == all.end() ? Cell{} : Cell{found->value.number};
    };
    std::erase_if(all, [&](const auto& one) { return !measure.empty() && one.value.measure != measure; });
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return b.value.day < a.value.day; });
    reporting::CodeTitles::Map status;
    for (const auto& name : programme::measure_status_names())
        status[std::string{name.code}] = {name.words.nl, name.words.en};
    reporting::Table table{"records",
                           {"Vastgelegde stand van maatregelen", "Measures as recorded"},
                           {{"record", {"Stand", "Record"}, ColumnType::count},
                            {"measure", {"Maatregel", "Measure"}},
                            {"day", {"Dag", "Day"}, ColumnType::date},
                            {"status", {"Hoe het staat", "Status"}, ColumnType::text, status},
                            {"spent", {"Besteed door anderen", "Spent by others"}, ColumnType::money},
                            {"replaces", {"Verbetert", "Corrects"}, ColumnType::count},
                            {"replaced_by", {"Verbeterd door", "Corrected by"}, ColumnType::count},
                            {"note", {"Toelichting", "Note"}},
                            {"reason", {"Wat er niet klopte", "What was wrong"}},
                            {"by", {"Door", "By"}}},
                           {},
                           {}};
    table.empty = {"Hiervan is nog geen stand vastgelegd.", "Nothing was recorded of this yet."};
    for (const auto& [one, actor] : all) {
        table.rows.push_back(
            {one.number, one.measure, to_text(one.day), std::string{programme::name_of(one.status).code},
             one.spent ? Cell{one.spent->in_cents()} : Cell{}, one.replaces ? Cell{*one.replaces} : Cell{},
             replaced_by(one.number), one.note, one.reason, actor});
    }
    return reporting::Report{"records", table.title, today, {}, {table}};
}

}  // namespace vierkant::usecases
