#include "cli/commands.h"
#include "cli/messages.h"
#include "formats/terms_json.h"
#include "reporting/render.h"
#include "usecases/calculate_schedule.h"
#include "usecases/make_report.h"

namespace vierkant::cli {

namespace {

void run_schedule(Context& context, const Values& values)
{
    const auto text = read_file(values["--terms"]);
    if (!text) return context.refuse_with(text.refusal());
    const auto schedule = usecases::calculate_schedule(*text, values["--terms"]);
    if (!schedule) return context.refuse_with(schedule.refusal());
    context.print_as({{"text", [&] { return formats::schedule_text(*schedule, context.language()); }},
                      {"csv", [&] { return formats::schedule_csv(*schedule); }},
                      {"json", [&] { return formats::schedule_json(*schedule).dump(2) + "\n"; }}});
}

void print_list(Context& context)
{
    const auto entries = usecases::list_reports();
    const auto language = context.language();
    reporting::Table table{"reports", {"Rapporten", "Reports"}, {}, {}, {}};
    table.columns = {{"report", {"Naam", "Name"}},
                     {"title", {"Rapport", "Report"}},
                     {"question", {"Vraag die het beantwoordt", "Question it answers"}}};
    for (const auto& entry : entries)
        table.rows.push_back({entry.name, entry.title.in(language), entry.question.in(language)});
    context.print_as({{"text", [&] { return reporting::render_text(table, language); }},
                      {"csv", [&] { return reporting::render_csv(table, context.csv_dialect()); }},
                      {"json", [&] { return reporting::render_json(table, language); }}});
}

void run_report(Context& context, const Values& values)
{
    if (values["name"] == "list") return print_list(context);
    const auto as_of = values["--as-of"].empty() ? context.today() : parse_date(values["--as-of"]);
    if (!as_of) return context.refuse_with(wrong_usage(as_of_unreadable, {{"value", values["--as-of"]}}));
    const auto compare = parse_date(values["--compare"]);
    if (!compare && !values["--compare"].empty()) {
        return context.refuse_with(
            wrong_usage(date_unreadable, {{"value", values["--compare"]}, {"option", "--compare"}}));
    }
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::make_report(*connection, values["name"], *as_of,
                                              values["--fund"].empty() ? "revolving" : values["--fund"], compare);
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

}  // namespace

std::vector<Command> report_commands()
{
    return {
        {"schedule",
         "Rekent een aflosschema uit van leningvoorwaarden in een JSON-bestand; heeft geen administratie nodig.",
         "Calculates a repayment schedule from terms in a JSON file; needs no administration.",
         {{"--terms", "JSON-bestand met de voorwaarden", "JSON file with the terms", true}},
         run_schedule},
        {"report",
         "Maakt een rapport op een peildatum, ook als xlsx, html of pdf (--format); report list noemt de rapporten.",
         "Draws up a report as of a day, also as xlsx, html or pdf (--format); report list names the reports.",
         {{"name", "naam van het rapport, of list", "name of the report, or list", true},
          {"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"},
          {"--compare", "eerdere dag om elk cijfer mee te vergelijken, jjjj-mm-dd",
           "earlier day to compare each figure with, yyyy-mm-dd"},
          {"--fund", "fonds; anders revolving", "fund; else revolving"}},
         run_report},
    };
}

}  // namespace vierkant::cli
