#include "usecases/job_tables.h"

#include "usecases/report_codes.h"

namespace vierkant::usecases {

namespace {

using reporting::ColumnType;

const reporting::Column level_column{"level", {"Niveau", "Level"}};
const reporting::Column group_column{"target_group", {"Doelgroep", "Target group"}};
const reporting::Column kind_column{"kind", {"Soort", "Kind"}};
const reporting::Column jobs_column{"jobs", {"Banen", "Jobs"}, ColumnType::count};

reporting::Column with_codes(reporting::Column column, const reporting::CodeLists& codes, const std::string& list)
{
    column.codes = codes.at(list);
    return column;
}

std::vector<reporting::Column> line_columns(const reporting::CodeLists& codes)
{
    return {with_codes(level_column, codes, "level"), with_codes(group_column, codes, "target_group"),
            with_codes(kind_column, codes, "job_kind"), jobs_column};
}

reporting::Cells cells_of(const social_return::JobLine& line)
{
    return {line.level, line.target_group.empty() ? std::string{"NONE"} : line.target_group,
            std::string{line.kind == social_return::JobKind::created ? "new" : "kept"}, line.jobs};
}

reporting::Table promised_table(const JobsOfDossier& jobs, const reporting::CodeLists& codes)
{
    reporting::Table table{"promised", {"Toegezegd", "Promised"}, line_columns(codes), {}, {}};
    for (const auto& line : jobs.promised) table.rows.push_back(cells_of(line));
    return table;
}

reporting::Table measured_table(const JobsOfDossier& jobs, const reporting::CodeLists& codes)
{
    reporting::Table table{"measured", {"Gemeten", "Measured"}, line_columns(codes), {}, {}};
    table.columns.insert(table.columns.begin(), {"measured_on", {"Meetdatum", "Measured on"}, ColumnType::date});
    table.columns.push_back({"evidence", {"Bewijsstuk", "Evidence"}});
    for (const auto& measurement : jobs.measurements) {
        for (const auto& line : measurement.lines) {
            auto cells = cells_of(line);
            cells.insert(cells.begin(), to_text(measurement.measured_on));
            cells.emplace_back(measurement.evidence);
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

}  // namespace

reporting::Report report_of(storage::Connection& connection, const JobsOfDossier& jobs, Date today)
{
    const auto codes = report_codes(connection);
    const auto& award = jobs.award;
    const reporting::Words undertaking{award.undertaking, award.undertaking};
    const reporting::Words number{award.dossier_number, award.dossier_number};
    return {"jobs",
            {"Banen", "Jobs"},
            today,
            {{"dossier", award.dossier_number, {"Dossier", "Dossier"}, number},
             {"undertaking", award.undertaking, {"Onderneming", "Undertaking"}, undertaking}},
            {promised_table(jobs, codes), measured_table(jobs, codes)}};
}

reporting::Report list_due_measurements(storage::Connection& connection, Date today)
{
    reporting::Table table{"due",
                           {"Metingen die nog moeten", "Measurements still to be made"},
                           {{"dossier", {"Dossier", "Dossier"}},
                            {"undertaking", {"Onderneming", "Undertaking"}},
                            {"promised_on", {"Toegezegd op", "Promised on"}, ColumnType::date},
                            {"months", {"Meting na maanden", "Months after"}, ColumnType::count},
                            {"due", {"Meten per", "Due"}, ColumnType::date},
                            {"last_measured", {"Laatst gemeten", "Last measured"}, ColumnType::date}},
                           {},
                           {},
                           {"Alle metingen zijn gedaan.", "All measurements have been made."}};
    for (const auto& [dossier, due] : due_measurements(connection, today)) {
        table.rows.push_back(
            {dossier.dossier_number, dossier.undertaking, to_text(dossier.promised_on), std::int64_t{due.months},
             to_text(due.day),
             dossier.last_measured ? reporting::Cell{to_text(*dossier.last_measured)} : reporting::Cell{}});
    }
    return {"jobs", {"Banen", "Jobs"}, today, {}, {std::move(table)}};
}

}  // namespace vierkant::usecases
