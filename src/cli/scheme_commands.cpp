#include "cli/commands.h"
#include "cli/messages.h"
#include "formats/scheme_json.h"
#include "storage/dossier_store.h"
#include "usecases/register_scheme.h"

namespace vierkant::cli {

namespace {

reporting::Report list_of(const std::vector<schemes::Scheme>& editions, Date today)
{
    using reporting::ColumnType;
    reporting::Table table{"schemes",
                           {"Regelingen", "Schemes"},
                           {{"scheme", {"Regeling", "Scheme"}, ColumnType::text},
                            {"title", {"Naam", "Title"}, ColumnType::text},
                            {"fund", {"Fonds", "Fund"}, ColumnType::text},
                            {"from", {"Vanaf", "From"}, ColumnType::date},
                            {"until", {"Tot en met", "Until"}, ColumnType::date},
                            {"least", {"Minimum", "Minimum"}, ColumnType::money},
                            {"most", {"Maximum", "Maximum"}, ColumnType::money}},
                           {},
                           {}};
    for (const auto& scheme : editions) {
        table.rows.push_back({scheme.code, scheme.title_nl, scheme.fund, to_text(scheme.from),
                              scheme.until ? reporting::Cell{to_text(*scheme.until)} : reporting::Cell{},
                              scheme.amount_least.value.in_cents(), scheme.amount_most.value.in_cents()});
    }
    return {"schemes", {"Regelingen", "Schemes"}, today, {}, {std::move(table)}};
}

void run_list(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    context.print_report(list_of(storage::scheme_editions(*connection), context.today()));
}

void run_show(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto on = values["--on"].empty() ? context.today() : parse_date(values["--on"]);
    if (!on) return context.refuse_with(wrong_usage(date_unreadable, {{"option", "--on"}, {"value", values["--on"]}}));
    const auto document = storage::scheme_document(*connection, values["scheme"], *on);
    if (!document) return context.refuse_with(refuse(no_such_scheme, {{"scheme", values["scheme"]}, {"day", *on}}));
    context.print(*document);
}

void run_add(Context& context, const Values& values)
{
    const auto text = read_file(values["--file"]);
    if (!text) return context.refuse_with(text.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto scheme = usecases::register_scheme(*connection, context.task("scheme add"), *text, values["--file"]);
    if (!scheme) return context.refuse_with(scheme.refusal());
    context.print(
        say(scheme_added, {{"scheme", schemes::title_of(*scheme)}, {"from", scheme->from}}, context.language()) + "\n");
}

}  // namespace

std::vector<Command> scheme_commands()
{
    return {
        {"scheme list",
         "Toont de regelingen, per uitgave met de eerste dag waarop die geldt (text, csv of json).",
         "Lists the schemes, each edition with the first day it holds (text, csv or json).",
         {},
         run_list},
        {"scheme show",
         "Toont de regels van een regeling zoals ze op een dag gelden: elk met de plaats waar hij op rust.",
         "Shows the rules of a scheme as they hold on a day: each with the passage it rests on.",
         {{"scheme", "code, zoals investment-loan", "code, such as investment-loan", true},
          {"--on", "dag, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"}},
         run_show},
        {"scheme add",
         "Registreert een nieuwe uitgave van een regeling uit een JSON-bestand.",
         "Registers a new edition of a scheme from a JSON file.",
         {{"--file", "JSON-bestand (docs/reference/scheme.schema.json)",
           "JSON file (docs/reference/scheme.schema.json)", true}},
         run_add},
    };
}

}  // namespace vierkant::cli
