#include "cli/commands.h"
#include "cli/grant_messages.h"
#include "cli/loan_events.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "usecases/proof_production.h"

namespace vierkant::cli {

namespace {

void run_invoice(Context& context, const Values& values)
{
    const auto amount = read_amount(values, "--amount");
    if (!amount) return context.refuse_with(amount.refusal());
    const auto day = read_date(values, "--date", context.today());
    if (!day) return context.refuse_with(day.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const grants::Invoice invoice{
        {values["--category"], *amount}, values["--supplier"], *day, values["--evidence"], context.actor};
    const auto receipt =
        usecases::register_invoice(*connection, context.task("loan invoice"), values["number"], invoice);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(say(invoice_registered,
                      {{"loan", receipt->loan}, {"drawable", receipt->drawable}, {"drawn", receipt->drawn}},
                      context.language()) +
                  "\n");
}

void run_invoices(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::list_invoices(*connection, values["number"], context.today());
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

void run_settle(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    if (values.has("--dry-run")) {
        const auto preview = usecases::preview_settlement(*connection, context.task("loan settle"), values["number"],
                                                          context.language());
        if (!preview) return context.refuse_with(preview.refusal());
        return context.print_report(*preview);
    }
    const auto receipt = usecases::settle_proof_loan(*connection, context.task("loan settle"), values["number"]);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(say(loan_settled,
                      {{"loan", receipt->loan},
                       {"drawable", receipt->drawable},
                       {"released", receipt->released},
                       {"overpaid", receipt->overpaid}},
                      context.language()) +
                  "\n");
}

}  // namespace

std::vector<Command> proof_production_commands()
{
    const Option number{"number", "nummer van de lening, zoals L-000001", "number of the loan, such as L-000001", true};
    return {
        {"loan invoice",
         "Registreert een factuur bij een lening voor proefproductie; zoveel meer kan worden opgenomen.",
         "Registers an invoice of a proof-production loan; so much more may be drawn.",
         {number,
          {"--category", "kostensoort van de regeling, zoals advice", "cost category of the scheme, such as advice",
           true},
          {"--amount", "bedrag zonder btw", "amount without VAT", true},
          {"--supplier", "leverancier", "supplier", true},
          {"--date", "datum van de factuur; anders vandaag", "date of the invoice; else today"},
          {"--evidence", "nummer van de factuur en waar zij bewaard is", "number of the invoice and where it is kept",
           true}},
         run_invoice},
        {"loan invoices",
         "Toont de facturen van een lening voor proefproductie en wat daarop kan worden opgenomen.",
         "Shows the invoices of a proof-production loan and what may be drawn on them.",
         {number},
         run_invoices},
        {"loan settle",
         "Stelt een lening voor proefproductie vast op de facturen; wat te veel is opgenomen wordt meteen opgeëist.",
         "Settles a proof-production loan on its invoices; what was drawn too much is called in at once.",
         {number, loan_options::dry_run},
         run_settle},
    };
}

}  // namespace vierkant::cli
