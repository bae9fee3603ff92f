#include "cli/commands.h"
#include "reporting/render.h"
#include "usecases/jobs.h"
#include "usecases/report_codes.h"

namespace vierkant::cli {

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

reporting::Table promised_table(const usecases::JobsOfDossier& jobs, const reporting::CodeLists& codes)
{
    reporting::Table table{"promised", {"Toegezegd", "Promised"}, line_columns(codes), {}, {}};
    for (const auto& line : jobs.promised) table.rows.push_back(cells_of(line));
    return table;
}

reporting::Table measured_table(const usecases::JobsOfDossier& jobs, const reporting::CodeLists& codes)
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

void print_tables(Context& context, const reporting::Report& report)
{
    const auto language = context.language();
    context.print_as({{"text", [&] { return reporting::render_text(report, language); }},
                      {"csv", [&] { return reporting::render_csv(report.tables.back(), context.csv_dialect()); }},
                      {"json", [&] { return reporting::render_json(report, language); }}});
}

void print_jobs(Context& context, storage::Connection& connection, const usecases::JobsOfDossier& jobs)
{
    const auto codes = usecases::report_codes(connection);
    const auto& award = jobs.award;
    const reporting::Words undertaking{award.undertaking, award.undertaking};
    const reporting::Words number{award.dossier_number, award.dossier_number};
    print_tables(context, {"jobs",
                           {"Banen", "Jobs"},
                           context.today(),
                           {{"dossier", award.dossier_number, {"Dossier", "Dossier"}, number},
                            {"undertaking", award.undertaking, {"Onderneming", "Undertaking"}, undertaking}},
                           {promised_table(jobs, codes), measured_table(jobs, codes)}});
}

void run_realise(Context& context, const Values& values)
{
    const auto text = read_file(values["--file"]);
    if (!text) return context.refuse_with(text.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto jobs =
        usecases::realise_jobs(*connection, context.task("jobs realise"), values["dossier"], *text, values["--file"]);
    if (!jobs) return context.refuse_with(jobs.refusal());
    print_jobs(context, *connection, *jobs);
}

void run_show(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto jobs = usecases::show_jobs(*connection, values["dossier"]);
    if (!jobs) return context.refuse_with(jobs.refusal());
    print_jobs(context, *connection, *jobs);
}

void run_list(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
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
    for (const auto& [dossier, due] : usecases::due_measurements(*connection, context.today())) {
        table.rows.push_back(
            {dossier.dossier_number, dossier.undertaking, to_text(dossier.promised_on), std::int64_t{due.months},
             to_text(due.day),
             dossier.last_measured ? reporting::Cell{to_text(*dossier.last_measured)} : reporting::Cell{}});
    }
    print_tables(context, {"jobs", {"Banen", "Jobs"}, context.today(), {}, {table}});
}

}  // namespace

std::vector<Command> job_commands()
{
    return {
        {"jobs realise",
         "Registreert de banen die op een meetdatum zijn gevonden, uit een JSON-bestand; zonder persoonsgegevens.",
         "Registers the jobs found on a measurement date, from a JSON file; without personal data.",
         {{"dossier", "dossiernummer", "number of the dossier", true},
          {"--file", "JSON-bestand met de meting", "JSON file with the measurement", true}},
         run_realise},
        {"jobs show",
         "Toont de toegezegde en gemeten banen van een dossier.",
         "Shows the promised and measured jobs of a dossier.",
         {{"dossier", "dossiernummer", "number of the dossier", true}},
         run_show},
        {"jobs list",
         "Noemt de dossiers waarvan de meting na 12, 24 of 36 maanden nog moet.",
         "Names the dossiers whose measurement after 12, 24 or 36 months is still to be made.",
         {{"--due", "alleen wat nu gemeten moet worden (altijd zo)", "only what is due now (always so)", false,
           Option::Takes::nothing}},
         run_list},
    };
}

}  // namespace vierkant::cli
