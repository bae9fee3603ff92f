#include "cli/commands.h"
#include "cli/loan_events.h"
#include "cli/loan_messages.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "formats/loan_event_json.h"
#include "usecases/loan_debtor.h"
#include "usecases/loan_drawing.h"
#include "usecases/preview_loan.h"
#include "usecases/reset_rates.h"

#include <memory>
#include <utility>

/// What changes a loan's plan or its debtor.
namespace vierkant::cli {

namespace {

using lending::Event;
using lending::EventKind;
using lending::PeriodInterest;

void run_reschedule(Context& context, const Values& values)
{
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    const auto text = read_file(values["--terms"]);
    if (!text) return context.refuse_with(text.refusal());
    Event event{EventId{}, *day, EventKind::rescheduling};
    {
        auto connection = open_administration(context);
        if (!connection) return context.refuse_with(connection.refusal());
        const auto terms = usecases::terms_in_force(*connection, values["number"], *day);
        if (!terms) return context.refuse_with(terms.refusal());
        auto plan = formats::read_rescheduling(*text, values["--terms"], *terms);
        if (!plan) return context.refuse_with(plan.refusal());
        event.new_plan = std::make_shared<const lending::Rescheduling>(std::move(*plan));
    }
    record_event(context, values, event);
}

Result<PeriodInterest> read_holiday_interest(const Values& values)
{
    static const std::pair<std::string_view, PeriodInterest> known[]{{"due", PeriodInterest::due},
                                                                     {"deferred", PeriodInterest::deferred},
                                                                     {"capitalised", PeriodInterest::capitalised}};
    const auto& typed = values["--interest"];
    if (typed.empty()) return PeriodInterest::due;
    for (const auto& [name, interest] : known) {
        if (typed == name) return interest;
    }
    return wrong_usage(interest_unknown, {{"value", typed}});
}

void run_holiday(Context& context, const Values& values)
{
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    const auto count = read_number(values, "--instalments");
    if (!count) return context.refuse_with(count.refusal());
    const auto interest = read_holiday_interest(values);
    if (!interest) return context.refuse_with(interest.refusal());
    Event event{EventId{}, *day, EventKind::holiday};
    event.number = static_cast<std::int32_t>(std::min<std::int64_t>(*count, 10'000));
    event.interest = *interest;
    event.extends = !values.has("--same-end");
    record_event(context, values, event);
}

void run_transfer(Context& context, const Values& values)
{
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    Event event{EventId{}, *day, EventKind::transfer};
    {
        auto connection = open_administration(context);
        if (!connection) return context.refuse_with(connection.refusal());
        const auto debtor = usecases::debtor_called(*connection, values["number"], values["--kvk"]);
        if (!debtor) return context.refuse_with(debtor.refusal());
        event.debtor = *debtor;
    }
    record_event(context, values, event);
}

void run_milestone(Context& context, const Values& values)
{
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    const auto tranche = read_number(values, "--tranche");
    if (!tranche) return context.refuse_with(tranche.refusal());
    Event event{EventId{}, *day, EventKind::milestone};
    event.number = static_cast<std::int32_t>(std::min<std::int64_t>(*tranche, 10'000));
    record_event(context, values, event);
}

void run_close(Context& context, const Values& values)
{
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    record_event(context, values, {EventId{}, *day, EventKind::closing});
}

void run_pay_off(Context& context, const Values& values)
{
    const auto day = read_date(values, "--on", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::quote_pay_off(*connection, values["number"], *day);
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

void run_drawing(Context& context, const Values& values)
{
    const auto day = read_date(values, "--as-of", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::loan_drawing(*connection, values["number"], *day);
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

void run_reset_rates(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::reset_rates(*connection, context.task("loan reset-rates"), !values.has("--dry-run"),
                                              context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

}  // namespace

std::vector<Command> loan_change_commands()
{
    using namespace loan_options;
    return {
        {"loan reschedule",
         "Herschikt een lening: een nieuw aflosschema vanaf een dag.",
         "Reschedules a loan: a new repayment plan from a day on.",
         {number,
          {"--terms",
           "JSON-bestand met het nieuwe schema en \"arrears\": capitalised (achterstand bij de hoofdsom), spread "
           "(verdeeld) of frozen (aan het eind)",
           "JSON file with the new plan and \"arrears\": capitalised (added to the principal), spread (in equal "
           "parts) or frozen (at the end)",
           true},
          value_date,
          note,
          dry_run},
         run_reschedule},
        {"loan holiday",
         "Geeft een betaalpauze: de volgende termijnen zijn zonder aflossing.",
         "Grants a payment holiday: the next instalments are without principal.",
         {number,
          {"--instalments", "aantal termijnen", "number of instalments", true},
          {"--interest",
           "rente in de pauze: due (gewoon betalen), deferred (na de pauze) of capitalised (bij de hoofdsom)",
           "interest meanwhile: due (paid as usual), deferred (after the holiday) or capitalised (to the principal)"},
          {"--same-end", "de looptijd blijft; de termijnen erna worden hoger",
           "the term stays; the instalments after it become higher", false, Option::Takes::nothing},
          value_date,
          note,
          dry_run},
         run_holiday},
        {"loan reset-rates",
         "Herziet de rente van alle leningen die de basisrente van de EU volgen, op de dagen die daarvoor zijn "
         "afgesproken.",
         "Resets the rate of all loans that follow the EU base rate, on the days agreed for that.",
         {{"--dry-run", "boekt niets, maar toont wat er zou veranderen", "books nothing, but shows what would change",
           false, Option::Takes::nothing}},
         run_reset_rates},
        {"loan waive",
         "Zet kwijtschelding van rente klaar; een ander geeft haar vrij.",
         "Prepares a waiver of interest; someone else releases it.",
         {number, amount, order_date, note, dry_run},
         [](Context& context, const Values& values) {
             prepare_order(context, values, storage::OrderKind::interest_waiver);
         }},
        {"loan transfer",
         "Legt vast dat een andere onderneming de schuld overneemt.",
         "Records that another undertaking takes the debt over.",
         {number,
          {"--kvk", "KvK-nummer van de nieuwe schuldenaar", "trade register number of the new debtor", true},
          value_date,
          note,
          dry_run},
         run_transfer},
        {"loan milestone",
         "Legt vast dat een mijlpaal is gehaald; het deel dat ervan afhangt kan worden opgenomen.",
         "Records that a milestone was reached; the tranche that depends on it may be drawn.",
         {number,
          {"--tranche", "nummer van het deel, vanaf 1", "number of the tranche, from 1 on", true},
          value_date,
          note,
          dry_run},
         run_milestone},
        {"loan close",
         "Sluit een lening waarop niets meer verschuldigd is; wat niet is opgenomen gaat terug naar het fonds.",
         "Closes a loan on which nothing is owed; what was not drawn returns to the fund.",
         {number, value_date, note, dry_run},
         run_close},
        {"loan drawing",
         "Toont hoe een lening wordt opgenomen: delen, mijlpalen, en wat nu kan worden uitbetaald.",
         "Shows how a loan is drawn: tranches, milestones, and what may be paid out now.",
         {number, {"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"}},
         run_drawing},
        {"loan pay-off",
         "Toont wat op een dag nodig is om een lening helemaal af te lossen. Boekt niets.",
         "Shows what is needed to pay a loan off on a day. Books nothing.",
         {number, {"--on", "de dag van betaling, jjjj-mm-dd; anders vandaag", "the day of payment; else today"}},
         run_pay_off},
    };
}

}  // namespace vierkant::cli
