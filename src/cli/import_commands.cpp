#include "cli/commands.h"
#include "cli/import_messages.h"
#include "cli/messages.h"
#include "cli/read_value.h"
#include "reporting/render.h"
#include "usecases/import_portfolio.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace vierkant::cli {

namespace {

/// A file of rows is read as it streams in, and twice: it may be larger than what other commands take.
Result<std::ifstream> open_rows(const std::string& name)
{
    std::error_code none;
    std::ifstream file{name, std::ios::binary};
    if (file && std::filesystem::is_regular_file(name, none)) return file;
    const int why = std::filesystem::is_directory(name, none) ? EISDIR : errno == 0 ? EINVAL : errno;
    return bad_input(file_unreadable,
                     {{"file", name}, {"reason", std::strerror(why)}});  // NOLINT(concurrency-mt-unsafe)
}

usecases::ImportRows how_to_import(Context& context, const Values& values)
{
    return usecases::ImportRows{
        std::filesystem::path{values["file"]}.filename().string(),
        context.csv_dialect() == reporting::CsvDialect::nl ? formats::CsvNumbers::dutch
                                                           : formats::CsvNumbers::international,
        values.has("--skip-bad") ? usecases::BadRows::skip : usecases::BadRows::refuse,
        [&context](const Refusal& refusal) { context.say_aside(refusal.in(context.language())); },
        [&context](std::int64_t rows) {
            context.say_aside(say(rows_read, {{"rows", std::to_string(rows)}}, context.language()));
        }};
}

std::string amount_line(const Context& context, std::string_view text, Money amount)
{
    return fmt::format("  {:<36}{:>18}\n", text, context.language() == Language::nl ? dutch(amount) : english(amount));
}

std::string portfolio_text(const Context& context, const usecases::PortfolioReceipt& receipt)
{
    auto text = say(portfolio_taken_over,
                    {{"loans", std::to_string(receipt.loans)},
                     {"undertakings", std::to_string(receipt.undertakings)},
                     {"day", receipt.on}},
                    context.language()) +
                "\n";
    const auto add = [&](std::string_view nl, std::string_view en, Money amount) {
        text += amount_line(context, context.in_language(nl, en), amount);
    };
    add("toegekend", "awarded", receipt.awarded);
    add("uitbetaald", "disbursed", receipt.disbursed);
    add("afgelost", "repaid", receipt.repaid);
    add("kwijtgescholden en afgeboekt", "remitted and written off", receipt.written_off);
    add("uitstaand", "outstanding", receipt.outstanding);
    add("achterstand, met rente", "overdue, with interest", receipt.overdue);
    return text;
}

std::string portfolio_json(const usecases::PortfolioReceipt& receipt)
{
    const formats::Json json{{"taken_over_on", to_text(receipt.on)},
                             {"rows", receipt.rows},
                             {"bad_rows", receipt.bad},
                             {"loans", receipt.loans},
                             {"undertakings", receipt.undertakings},
                             {"awarded", to_text(receipt.awarded)},
                             {"disbursed", to_text(receipt.disbursed)},
                             {"repaid", to_text(receipt.repaid)},
                             {"given_up", to_text(receipt.written_off)},
                             {"outstanding", to_text(receipt.outstanding)},
                             {"overdue", to_text(receipt.overdue)}};
    return json.dump(2) + "\n";
}

void say_skipped(const Context& context, std::int64_t bad, std::int64_t rows)
{
    if (bad == 0) return;
    context.say_aside(
        say(rows_skipped, {{"bad", std::to_string(bad)}, {"rows", std::to_string(rows)}}, context.language()));
}

void run_import_portfolio(Context& context, const Values& values)
{
    const auto how = how_to_import(context, values);
    const auto on = read_date(values, "--on", context.today());
    if (!on) return context.refuse_with(on.refusal());
    auto file = open_rows(values["file"]);
    if (!file) return context.refuse_with(file.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::import_portfolio(*connection, context.task("import portfolio"), *file, how, *on);
    if (!receipt) return context.refuse_with(receipt.refusal());
    say_skipped(context, receipt->bad, receipt->rows);
    context.print_as({{"text", [&] { return portfolio_text(context, *receipt); }},
                      {"json", [&] { return portfolio_json(*receipt); }}});
}

void run_import_undertakings(Context& context, const Values& values)
{
    const auto how = how_to_import(context, values);
    auto file = open_rows(values["file"]);
    if (!file) return context.refuse_with(file.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::import_undertakings(*connection, context.task("undertaking import"), *file, how);
    if (!receipt) return context.refuse_with(receipt.refusal());
    say_skipped(context, receipt->bad, receipt->rows);
    const formats::Json json{
        {"rows", receipt->rows}, {"bad_rows", receipt->bad}, {"undertakings", receipt->undertakings}};
    const Arguments arguments{{"undertakings", std::to_string(receipt->undertakings)}};
    context.print_as({{"text", [&] { return say(undertakings_imported, arguments, context.language()) + "\n"; }},
                      {"json", [&] { return json.dump(2) + "\n"; }}});
}

}  // namespace

std::vector<Command> import_commands()
{
    using Takes = Option::Takes;
    const Option file{"file", "CSV-bestand", "CSV file", true};
    const Option skip{"--skip-bad", "neem de goede regels en sla de andere over",
                      "take the good rows and pass the others over", false, Takes::nothing};
    return {
        {"undertaking import",
         "Registreert ondernemingen uit een CSV-bestand (docs/reference/undertakings-csv.md): alle regels of geen.",
         "Registers undertakings from a CSV file (docs/reference/undertakings-csv.md): all rows or none.",
         {file, skip},
         run_import_undertakings},
        {"import portfolio",
         "Neemt bestaande leningen over uit een CSV-bestand (docs/reference/portfolio-csv.md): alle regels of geen.",
         "Takes over existing loans from a CSV file (docs/reference/portfolio-csv.md): all rows or none.",
         {file,
          {"--on", "dag van overname: zo stonden de leningen aan het eind daarvan; anders vandaag",
           "day of take-over: so the loans stood at its end; else today"},
          skip},
         run_import_portfolio},
    };
}

}  // namespace vierkant::cli
