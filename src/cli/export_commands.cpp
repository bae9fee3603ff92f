#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/read_value.h"
#include "reporting/render.h"
#include "usecases/export_journal.h"

namespace vierkant::cli {

namespace {

void run_export_journal(Context& context, const Values& values)
{
    auto format = formats::journal_format(context.format);
    if (!format) {
        return context.refuse_with(
            wrong_usage(format_unknown, {{"format", context.format}, {"known", formats::journal_formats()}}));
    }
    if (*format == formats::JournalFormat::csv && context.csv_dialect() == reporting::CsvDialect::nl) {
        format = formats::JournalFormat::csv_dutch;
    }
    const auto from = read_date_if_given(values, "--from");
    if (!from) return context.refuse_with(from.refusal());
    const auto until = read_date_if_given(values, "--until");
    if (!until) return context.refuse_with(until.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    context.print_streamed([&](std::ostream& out) {
        return usecases::export_journal(*connection, {values["--fund"], *from, *until}, *format, out);
    });
}

}  // namespace

std::vector<Command> export_commands()
{
    return {
        {"export journal",
         "Schrijft het journaal voor een ander programma: --format hledger, ledger, beancount of csv.",
         "Writes the journal for another program: --format hledger, ledger, beancount or csv.",
         {{"--fund", "alleen dit fonds; anders alle", "only this fund; else all"},
          {"--from", "eerste dag, jjjj-mm-dd; anders vanaf het begin",
           "first day, yyyy-mm-dd; else from the beginning"},
          {"--until", "laatste dag, jjjj-mm-dd; anders tot het eind", "last day, yyyy-mm-dd; else to the end"}},
         run_export_journal},
    };
}

}  // namespace vierkant::cli
