#include "cli/commands.h"
#include "cli/messages.h"
#include "usecases/init_administration.h"
#include "usecases/verify_administration.h"

#include <fmt/format.h>

namespace vierkant::cli {

namespace {

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
    if (!receipt.unemployment.empty()) {
        const auto& [from, first] = receipt.unemployment.front();
        const auto& [until, last] = receipt.unemployment.back();
        text += say(unemployment_path, {{"first", first}, {"from", from}, {"last", last}, {"until", until}},
                    context.language()) +
                "\n";
    }
    text +=
        say(editions_registered, {{"editions", std::to_string(receipt.scheme_editions)}}, context.language()) + "\n";
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
    if (!values["--programme"].empty()) {
        const auto text = read_file(values["--programme"]);
        if (!text) return context.refuse_with(text.refusal());
        programme = *text;
    }
    storage::Connection connection{context.database};
    const auto receipt =
        usecases::init_administration(connection, context.task("init"), programme, values["--programme"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(init_text(context, *receipt));
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

std::vector<Command> administration_commands()
{
    return {
        {"init",
         "Maakt de administratie: het plan met zijn 23 maatregelen en nulmeting, de fondsen en wat daarin is gestort.",
         "Makes the administration: the plan with its 23 measures and baseline, the funds and what was paid into them.",
         {{"--programme", "een eigen programmabestand (JSON) in plaats van dat van 2014",
           "a programme file of your own (JSON) instead of that of 2014"}},
         run_init},
        {"verify",
         "Rekent de administratie na: keten van handelingen, boekingen en totalen. Vindt wat buiten het programma om "
         "is gewijzigd.",
         "Recomputes the administration: chain of works, entries and totals. Finds what was changed behind the "
         "program's back.",
         {},
         run_verify},
    };
}

}  // namespace vierkant::cli
