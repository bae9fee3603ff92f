#include "cli/commands.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "usecases/loan_statement.h"

namespace vierkant::cli {

namespace {

void run_statement(Context& context, const Values& values)
{
    const auto from = read_date_if_given(values, "--from");
    if (!from) return context.refuse_with(from.refusal());
    const auto until = read_date(values, "--until", context.today());
    if (!until) return context.refuse_with(until.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report =
        usecases::loan_statement(*connection, values["number"], *from, *until, context.today(), context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_confirm(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report =
        usecases::loan_confirmation(*connection, values["number"], *as_of, context.today(), context.language());
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

}  // namespace

std::vector<Command> statement_commands()
{
    const Option number{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042", true};
    return {
        {"loan statement",
         "Rekeningoverzicht voor de leningnemer: elke vervallen post, elke betaling en waarop zij is afgeboekt, met "
         "het "
         "saldo na elke regel.",
         "Statement of account for the borrower: every due item, every payment and what it settled, with the balance "
         "after each line.",
         {number,
          {"--from", "eerste dag; anders de dag van toekenning", "first day; else the day of the award"},
          {"--until", "laatste dag; anders vandaag", "last day; else today"}},
         run_statement},
        {"loan confirm",
         "Saldobevestiging voor de accountant: wat op een dag open staat, naar soort.",
         "Confirmation of balance for the accountant: what is owed on a day, by kind.",
         {number, {"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"}},
         run_confirm},
    };
}

}  // namespace vierkant::cli
