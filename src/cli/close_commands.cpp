#include "cli/closing_messages.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/read_value.h"
#include "usecases/close_period.h"

#include <algorithm>

namespace vierkant::cli {

namespace {

constexpr std::int64_t loans_between_words = 10'000;

std::string amount_text(const Context& context, Money amount)
{
    return context.language() == Language::nl ? dutch(amount) : english(amount);
}

void run_day(Context& context, const Values& values)
{
    const auto until = read_date(values, "--until", context.today() - 1);
    if (!until) return context.refuse_with(until.refusal());
    const auto from = read_date_if_given(values, "--from");
    if (!from) return context.refuse_with(from.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto tell = [&](const usecases::CloseProgress& progress) {
        if (progress.loans_done % loans_between_words != 0) return;
        context.say_aside(say(closing_goes_on,
                              {{"fund", progress.fund},
                               {"done", std::to_string(progress.loans_done)},
                               {"loans", std::to_string(progress.loans)},
                               {"day", progress.until}},
                              context.language()));
    };
    const auto receipts =
        usecases::close_days(*connection, context.task("close day"), {*until, values["--fund"], *from}, tell);
    if (!receipts) return context.refuse_with(receipts.refusal());
    const bool nothing = std::all_of(receipts->begin(), receipts->end(), [](const auto& one) { return !one.first; });
    if (nothing) context.say_aside(say(days_were_closed, {{"day", *until}}, context.language()));
    context.print_report(usecases::report_of(*receipts, *until));
}

void run_period(Context& context, const Values& values)
{
    const auto until = read_date(values, "--until", context.today());
    if (!until) return context.refuse_with(until.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipts = usecases::close_period(*connection, context.task("close period"),
                                                 {*until, values["--fund"], values["--note"]}, context.language());
    if (!receipts) return context.refuse_with(receipts.refusal());
    const bool nothing =
        std::all_of(receipts->begin(), receipts->end(), [](const auto& one) { return one.closed_before; });
    if (nothing) context.say_aside(say(period_was_closed, {{"day", *until}}, context.language()));
    for (const auto& one : *receipts) {
        if (one.period.suspense.is_zero() && one.period.in_transit.is_zero()) continue;
        context.say_aside(say(period_closed_with_open,
                              {{"fund", one.fund.code},
                               {"suspense", amount_text(context, one.period.suspense)},
                               {"in_transit", amount_text(context, one.period.in_transit)}},
                              context.language()));
    }
    context.print_report(usecases::report_of(*receipts, *until));
}

void run_show(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::show_closings(*connection, values["--fund"], context.today());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_interest(Context& context, const Values& values)
{
    const auto& typed = values["--book"];
    if (typed != "day" && typed != "month") {
        return context.refuse_with(wrong_usage(interest_booking_unknown, {{"value", typed}}));
    }
    const bool by_day = typed == "day";
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto fund =
        usecases::set_interest_booking(*connection, context.task("close interest"), values["--fund"],
                                       by_day ? storage::InterestBooking::daily : storage::InterestBooking::monthly);
    if (!fund) return context.refuse_with(fund.refusal());
    const auto what = by_day ? context.in_language("dag", "day") : context.in_language("maand", "month");
    context.print(say(interest_booking_set, {{"fund", fund->code}, {"what", std::string{what}}}, context.language()) +
                  "\n");
}

const Option of_fund{"--fund", "alleen dit fonds", "this fund only"};

}  // namespace

std::vector<Command> close_commands()
{
    return {
        {"close day",
         "Sluit elke dag die nog open is: boekt de rente, laat vervallen wat vervalt en werkt de achterstanden bij. "
         "Een "
         "dag twee keer sluiten verandert niets.",
         "Closes each day that is open: books interest, lets what is due fall due and brings arrears up to date. "
         "Closing a day twice changes nothing.",
         {{"--until", "laatste dag die gesloten wordt; anders gisteren", "last day to be closed; else yesterday"},
          of_fund,
          {"--from", "eerste dag, alleen bij de eerste keer; anders de dag waarop het fonds begint",
           "first day, for the first time only; else the day on which the fund begins"}},
         run_day},
        {"close period",
         "Sluit een periode: daarna wordt er niets meer in geboekt, ook niet door het programma. Toont en bewaart de "
         "proef- en saldibalans.",
         "Closes a period: from then on nothing is booked in it, not by the program either. Shows and keeps the trial "
         "balance.",
         {{"--until", "laatste dag van de maand, het kwartaal of het jaar", "last day of the month, quarter or year",
           true},
          of_fund,
          {"--note", "waarom de periode dicht mag terwijl er iets openstaat; geen namen",
           "why the period may be closed while something is open; no names"}},
         run_period},
        {"close show",
         "Toont hoe ver de fondsen gesloten zijn en welke perioden gesloten zijn.",
         "Shows how far the funds are closed, and the periods that are.",
         {of_fund},
         run_show},
        {"close interest",
         "Legt vast of een fonds de rente per dag boekt of per maand; anders per maand.",
         "Sets whether a fund books interest by the day or by the month; else by the month.",
         {{"--fund", "het fonds", "the fund", true}, {"--book", "day of month", "day or month", true}},
         run_interest},
    };
}

}  // namespace vierkant::cli
