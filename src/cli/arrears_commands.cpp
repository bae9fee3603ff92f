#include "cli/arrears_messages.h"
#include "cli/commands.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "usecases/calculate_late.h"
#include "usecases/call_in.h"

namespace vierkant::cli {

namespace {

Result<arrears::LateRate> read_kind(const Values& values)
{
    const auto& typed = values["--kind"];
    if (typed.empty() || typed == "non-commercial") return arrears::LateRate::non_commercial;
    if (typed == "commercial") return arrears::LateRate::commercial;
    if (typed == "agreed") return arrears::LateRate::contractual;
    return wrong_usage(late_rate_unknown, {{"value", typed}});
}

void run_interest(Context& context, const Values& values)
{
    const auto sum = read_amount(values, "--amount");
    if (!sum) return context.refuse_with(sum.refusal());
    const auto from = read_date(values, "--from", context.today());
    if (!from) return context.refuse_with(from.refusal());
    const auto until = read_date(values, "--to", context.today());
    if (!until) return context.refuse_with(until.refusal());
    const auto kind = read_kind(values);
    if (!kind) return context.refuse_with(kind.refusal());
    Rate agreed;
    if (*kind == arrears::LateRate::contractual) {
        const auto typed = read_percent(values, "--percent");
        if (!typed) return context.refuse_with(typed.refusal());
        agreed = *typed;
    }
    const auto report = usecases::calculate_late_interest(*sum, *from, *until, *kind, agreed);
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_costs(Context& context, const Values& values)
{
    const auto principal = read_amount(values, "--amount");
    if (!principal) return context.refuse_with(principal.refusal());
    const auto report = usecases::calculate_collection_costs(*principal, context.today());
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

void run_call_in(Context& context, const Values& values)
{
    std::optional<Money> amount;
    if (values.has("--amount")) {
        const auto typed = read_amount(values, "--amount");
        if (!typed) return context.refuse_with(typed.refusal());
        amount = *typed;
    }
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::call_in_loan(*connection, context.task("loan call-in"), values["number"], amount,
                                                *day, values["--ground"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(say(called_in,
                      {{"loan", values["number"]},
                       {"event", std::to_string(receipt->event.value)},
                       {"outstanding", receipt->outstanding}},
                      context.language()) +
                  "\n");
}

}  // namespace

std::vector<Command> arrears_commands()
{
    return {
        {"loan call-in",
         "Eist een lening op die te laat is: wat nog niet vervallen is wordt meteen verschuldigd.",
         "Calls in a loan that is late: what is not yet due falls due at once.",
         {{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042", true},
          {"--amount", "deel van de hoofdsom; anders alles", "part of the principal; else all of it"},
          {"--date", "de dag waarop het ingaat; anders vandaag", "the day it takes effect; else today"},
          {"--ground", "grond waar de lening niet te laat is, zoals faillissement",
           "ground where the loan is not late, such as insolvency"}},
         run_call_in},
        {"arrears interest",
         "Rekent rente bij verzuim uit over één bedrag; heeft geen administratie nodig.",
         "Calculates default interest over one sum; needs no administration.",
         {{"--amount", "bedrag dat te laat is", "sum that is late", true},
          {"--from", "eerste dag waarop het te laat is", "first day on which it is late", true},
          {"--to", "dag van betaling; anders vandaag", "day of payment; else today"},
          {"--kind", "non-commercial (art. 6:119 BW), commercial (6:119a) of agreed; anders non-commercial",
           "non-commercial (art. 6:119 BW), commercial (6:119a) or agreed; else non-commercial"},
          {"--percent", "de afgesproken rente per jaar", "the agreed rate a year"}},
         run_interest},
        {"arrears costs",
         "Rekent incassokosten uit volgens de wettelijke staffel; heeft geen administratie nodig.",
         "Calculates collection costs by the statutory scale; needs no administration.",
         {{"--amount", "hoofdsom van de vordering", "principal of the claim", true}},
         run_costs},
    };
}

}  // namespace vierkant::cli
