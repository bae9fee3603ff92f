#include "cli/commands.h"
#include "reporting/render.h"
#include "usecases/job_tables.h"

namespace vierkant::cli {

namespace {

void print_tables(Context& context, const reporting::Report& report)
{
    const auto language = context.language();
    context.print_as({{"text", [&] { return reporting::render_text(report, language); }},
                      {"csv", [&] { return reporting::render_csv(report.tables.back(), context.csv_dialect()); }},
                      {"json", [&] { return reporting::render_json(report, language); }}});
}

void print_jobs(Context& context, storage::Connection& connection, const usecases::JobsOfDossier& jobs)
{
    print_tables(context, usecases::report_of(connection, jobs, context.today()));
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
    print_tables(context, usecases::list_due_measurements(*connection, context.today()));
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
