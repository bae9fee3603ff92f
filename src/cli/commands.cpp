#include "cli/commands.h"

#include "cli/messages.h"
#include "formats/terms_json.h"
#include "reporting/render.h"
#include "usecases/calculate_schedule.h"
#include "usecases/init_administration.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <fmt/format.h>

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

/// A line of text and an amount, aligned.
std::string amount_line(const Context& context, std::string_view text, Money amount)
{
    return fmt::format("  {:<44}{:>18}\n", text, context.language() == Language::nl ? dutch(amount) : english(amount));
}

std::string init_text(const Context& context, const usecases::InitReceipt& receipt)
{
    const bool nl = context.language() == Language::nl;
    auto text = fmt::format("{} ({} - {})\n", nl ? receipt.title_nl : receipt.title_en, to_text(receipt.first_day),
                            to_text(receipt.last_day));
    text +=
        amount_line(context, fmt::format("{} {}", receipt.measures, nl ? "maatregelen, samen" : "measures, together"),
                    receipt.measures_sum);
    text += amount_line(context, nl ? "gevraagd in het plan" : "asked in the plan", receipt.asked);
    text += amount_line(context, nl ? "verschil" : "difference", receipt.measures_sum - receipt.asked);
    text += fmt::format("  {} {}\n", receipt.baseline_rows,
                        nl ? "rijen nulmeting (vestigingen en banen, 1 april 2013)"
                           : "baseline rows (establishments and jobs, 1 April 2013)");
    for (const auto& fund : receipt.funds) {
        text += fmt::format("{}\n", nl ? fund.title_nl : fund.title_en);
        text += amount_line(context, nl ? "ingebracht kapitaal" : "capital paid in", fund.capital);
        text += amount_line(context, nl ? "beschikbaar" : "available", fund.available());
    }
    return text;
}

void run_init(Context& context, const Values& values)
{
    std::string programme;
    if (!values[0].empty()) {
        const auto text = read_file(values[0]);
        if (!text) return context.refuse_with(text.refusal());
        programme = *text;
    }
    storage::Connection connection{context.database};
    const auto receipt = usecases::init_administration(connection, context.task("init"), programme, values[0]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(init_text(context, *receipt));
}

void run_report(Context& context, const Values& values)
{
    const auto as_of = values[1].empty() ? context.today() : parse_date(values[1]);
    if (!as_of) return context.refuse_with(wrong_usage(as_of_unreadable, {{"value", values[1]}}));
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report =
        usecases::make_report(*connection, values[0], *as_of, values[2].empty() ? "revolving" : values[2]);
    if (!report) return context.refuse_with(report.refusal());
    if (context.format == "json") return context.print(reporting::render_json(*report, context.language()));
    if (context.format == "csv")
        return context.print(reporting::render_csv(report->tables.front(), reporting::CsvDialect::international));
    if (context.format == "text") return context.print(reporting::render_text(*report, context.language()));
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
        {"init",
         "Maakt de administratie: het plan met zijn 23 maatregelen en nulmeting, de fondsen en wat daarin is gestort.",
         "Makes the administration: the plan with its 23 measures and baseline, the funds and what was paid into them.",
         {{"--programme", "een eigen programmabestand (JSON) in plaats van dat van 2014",
           "a programme file of your own (JSON) instead of that of 2014"}},
         run_init},
        {"report",
         "Maakt een rapport van een fonds op een datum: repayment of social-return.",
         "Draws up a report of a fund as of a day: repayment or social-return.",
         {{"name", "naam van het rapport", "name of the report", true},
          {"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"},
          {"--fund", "fonds; anders revolving", "fund; else revolving"}},
         run_report},
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
