#include "cli/commands.h"
#include "cli/loan_events.h"
#include "cli/loan_messages.h"
#include "cli/messages.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "usecases/loan_booking.h"
#include "usecases/loan_orders.h"
#include "usecases/preview_loan.h"
#include "usecases/release_order.h"
#include "usecases/show_loan.h"

namespace vierkant::cli {

namespace {

using lending::EventKind;
using storage::OrderKind;

std::string amount_text(const Context& context, Money amount)
{
    return context.language() == Language::nl ? dutch(amount) : english(amount);
}

void run_show(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::show_loan(*connection, values["number"], *as_of, context.language());
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

void run_schedule(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::loan_schedule(*connection, values["number"], *as_of);
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_list(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const storage::LoanFilter filter{values.has("--late"), values["--scheme"], values["--municipality"]};
    const auto report = usecases::list_loans(*connection, filter, context.today(), context.language());
    context.print_report(report);
}

Result<lending::Excess> read_excess(const Values& values)
{
    const auto& typed = values["--excess"];
    if (typed.empty()) return lending::Excess::agreed;
    if (typed == "shorten") return lending::Excess::shorten;
    if (typed == "lower") return lending::Excess::lower;
    if (typed == "advance") return lending::Excess::advance;
    return wrong_usage(excess_unknown, {{"value", typed}});
}

/// The event as typed; only what belongs to its kind is looked at.
Result<lending::Event> read_event(const Values& values, EventKind kind, Date today)
{
    const auto day = read_date(values, "--date", today);
    if (!day) return day.refusal();
    lending::Event event{EventId{}, *day, kind};
    if (kind == EventKind::rate_change) {
        const auto rate = read_percent(values, "--percent");
        if (!rate) return rate.refusal();
        event.rate = *rate;
        return event;
    }
    if (kind == EventKind::reversal) {
        const auto target = read_number(values, "--event");
        if (!target) return target.refusal();
        event.reverses = EventId{*target};
        return event;
    }
    const auto amount = read_amount(values, "--amount");
    if (!amount) return amount.refusal();
    const auto excess = read_excess(values);
    if (!excess) return excess.refusal();
    event.amount = *amount;
    event.excess = *excess;
    return event;
}

void record(Context& context, const Values& values, EventKind kind)
{
    const auto event = read_event(values, kind, context.today());
    if (!event) return context.refuse_with(event.refusal());
    record_event(context, values, *event);
}

/// Shows what an event would do; books nothing.
void preview(Context& context, const Values& values, const lending::Event& event)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report =
        usecases::preview_loan_event(*connection, values["number"], event, context.today(), context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

const Option iban{"--iban", "rekening waarop betaald wordt; anders die van de onderneming",
                  "account to be paid; else that of the undertaking"};
const Option excess{"--excess",
                    "wat meer betaald is dan vervallen: shorten (eerder klaar), lower (lagere termijnen) of advance "
                    "(vooruitbetaald)",
                    "what was paid beyond what is due: shorten (done earlier), lower (lower instalments) or advance "
                    "(paid ahead)"};

Command event_command(std::string_view words, std::string_view nl, std::string_view en, std::vector<Option> options,
                      EventKind kind)
{
    return {words, nl, en, std::move(options),
            [kind](Context& context, const Values& values) { record(context, values, kind); }};
}

Command order_command(std::string_view words, std::string_view nl, std::string_view en, std::vector<Option> options,
                      OrderKind kind)
{
    return {words, nl, en, std::move(options),
            [kind](Context& context, const Values& values) { prepare_order(context, values, kind); }};
}

}  // namespace

void record_event(Context& context, const Values& values, const lending::Event& event)
{
    if (values.has("--dry-run")) return preview(context, values, event);
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt =
        usecases::record_loan_event(*connection, context.task("loan event"), values["number"], event, values["--note"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(say(event_recorded,
                      {{"event", std::to_string(receipt->event.value)},
                       {"loan", values["number"]},
                       {"outstanding", amount_text(context, receipt->outstanding)}},
                      context.language()) +
                  "\n");
}

void prepare_order(Context& context, const Values& values, OrderKind kind)
{
    const auto amount = read_amount(values, "--amount");
    if (!amount) return context.refuse_with(amount.refusal());
    const auto day = read_date_if_given(values, "--date");
    if (!day) return context.refuse_with(day.refusal());
    if (values.has("--dry-run")) {
        return preview(context, values,
                       {EventId{}, day->value_or(context.today()), usecases::event_kind(kind), *amount});
    }
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto order =
        usecases::prepare_loan_order(*connection, context.task("loan order"),
                                     {values["number"], kind, *amount, *day, values["--iban"], values["--note"]});
    if (!order) return context.refuse_with(order.refusal());
    context.print(say(order_prepared, {{"order", order->number}, {"amount", amount_text(context, order->order.amount)}},
                      context.language()) +
                  "\n");
}

std::vector<Command> loan_commands()
{
    using namespace loan_options;
    return {
        {"loan show",
         "Toont alles van een lening op een dag: voorwaarden, stand, achterstand, gebeurtenissen, waarop betaald is en "
         "de "
         "boekingen.",
         "Shows everything about a loan on a day: terms, standing, arrears, events, what was paid, and the postings.",
         {number, as_of},
         run_show},
        {"loan schedule",
         "Toont de termijnen van een lening: wat verviel en betaald is, en wat nog komt.",
         "Shows the instalments of a loan: what fell due and was paid, and what is to come.",
         {number, as_of},
         run_schedule},
        {"loan list",
         "Toont de leningen met uitstaand bedrag, achterstand en volgende vervaldag.",
         "Lists the loans with what is outstanding, in arrears and due next.",
         {{"--late", "alleen met achterstand", "only those in arrears", false, Option::Takes::nothing},
          {"--scheme", "alleen van deze regeling", "only of this scheme"},
          {"--municipality", "alleen in deze gemeente (GMnnnn)", "only in this municipality (GMnnnn)"}},
         run_list},
        order_command("loan disburse", "Zet een uitbetaling klaar; een ander geeft haar vrij met order release.",
                      "Prepares a disbursement; someone else releases it with order release.",
                      {number, amount, order_date, iban, note, dry_run}, OrderKind::disbursement),
        event_command("loan repay", "Boekt een ontvangen betaling: eerst wat vervallen is, de rest naar --excess.",
                      "Books a payment received: what is due first, the rest by --excess.",
                      {number, amount, value_date, excess, note, dry_run}, EventKind::payment),
        event_command("loan prepay", "Boekt een extra aflossing van wat nog niet vervallen is.",
                      "Books an extra repayment of what is not yet due.",
                      {number, amount, value_date, excess, note, dry_run}, EventKind::prepayment),
        event_command("loan reverse", "Draait een gebeurtenis terug: een storno of een vergissing.",
                      "Undoes an event: a bank return or a mistake.",
                      {number,
                       {"--event", "nummer van de gebeurtenis (loan show)", "number of the event (loan show)", true},
                       value_date,
                       note,
                       dry_run},
                      EventKind::reversal),
        event_command("loan rate", "Legt een nieuwe rente vast vanaf een dag.", "Records a new rate from a day on.",
                      {number,
                       {"--percent", "rente per jaar, zoals 4.25", "rate a year, such as 4.25", true},
                       value_date,
                       note,
                       dry_run},
                      EventKind::rate_change),
        event_command("loan fee", "Brengt kosten in rekening; ze zijn meteen verschuldigd.",
                      "Charges costs; they are due at once.", {number, amount, value_date, note, dry_run},
                      EventKind::fee),
        event_command("loan recover", "Boekt wat na een afboeking toch ontvangen is.",
                      "Books what was received after a write-off.", {number, amount, value_date, note, dry_run},
                      EventKind::recovery),
        order_command("loan refund", "Zet de teruggave klaar van wat te veel ontvangen is; een ander geeft haar vrij.",
                      "Prepares paying back what was received too much; someone else releases it.",
                      {number, amount, order_date, iban, note, dry_run}, OrderKind::refund),
        order_command("loan remit", "Zet een kwijtschelding klaar; een ander geeft haar vrij.",
                      "Prepares a remission; someone else releases it.", {number, amount, order_date, note, dry_run},
                      OrderKind::remission),
        order_command("loan write-off", "Zet een afboeking klaar; een ander geeft haar vrij.",
                      "Prepares a write-off; someone else releases it.", {number, amount, order_date, note, dry_run},
                      OrderKind::write_off),
    };
}

}  // namespace vierkant::cli
