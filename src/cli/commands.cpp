#include "cli/commands.h"

#include "cli/messages.h"
#include "formats/terms_json.h"
#include "usecases/calculate_schedule.h"
#include "usecases/verify_administration.h"

namespace vierkant::cli {

namespace {

void run_schedule(Context& context, const Values& values)
{
    const auto text = read_file(values[0]);
    if (!text) return context.refuse_with(text.refusal());
    const auto schedule = usecases::calculate_schedule(*text, values[0]);
    if (!schedule) return context.refuse_with(schedule.refusal());
    if (context.format == "json") return context.print(formats::schedule_json(*schedule).dump(2) + "\n");
    if (context.format == "csv") return context.print(formats::schedule_csv(*schedule));
    if (context.format == "text") return context.print(formats::schedule_text(*schedule, context.language()));
    context.refuse_with(wrong_usage(format_unknown, {{"format", context.format}, {"known", "text, csv, json"}}));
}

void run_verify(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto problems = usecases::verify_administration(*connection);
    for (const auto& problem : problems) context.refuse_with(problem);
    if (problems.empty()) context.print(say(verified, {}, context.language()) + "\n");
}

}  // namespace

std::span<const Command> commands()
{
    static const std::vector<Command> all{
        {"schedule",
         "Rekent een aflosschema uit van leningvoorwaarden in een JSON-bestand; heeft geen administratie nodig.",
         "Calculates a repayment schedule from terms in a JSON file; needs no administration.",
         {{"--terms", "JSON-bestand met de voorwaarden", "JSON file with the terms", true}},
         run_schedule},
        {"verify",
         "Rekent de administratie na: keten van handelingen, boekingen en totalen. Vindt wat buiten het programma om "
         "is gewijzigd.",
         "Recomputes the administration: chain of works, entries and totals. Finds what was changed behind the "
         "program's back.",
         {},
         run_verify},
    };
    return all;
}

std::string command_reference()
{
    std::string text =
        "# Commands\n\nMade of the program's own table of commands. Global options: `--db`, `--today`, `--lang`, "
        "`--as`, `--format`, `--output`.\n";
    for (const auto& command : commands()) {
        text += "\n## vierkant " + std::string{command.words} + "\n\n" + std::string{command.nl} + "\n\n" +
                std::string{command.en} + "\n";
        if (!command.options.empty()) text += "\n| option | | |\n|---|---|---|\n";
        for (const auto& option : command.options) {
            text += "| `" + std::string{option.name} + "`" + (option.required ? " (required)" : "") + " | " +
                    std::string{option.nl} + " | " + std::string{option.en} + " |\n";
        }
    }
    return text;
}

}  // namespace vierkant::cli
