#include "cli/bank_text.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "usecases/match_line.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace vierkant::cli {

namespace {

/// A statement is read as it streams in: it may be larger than what other commands take.
Result<std::ifstream> open_file(const std::string& name)
{
    std::error_code none;
    std::ifstream file{name, std::ios::binary};
    const bool folder = std::filesystem::is_directory(name, none);
    if (file && !folder) return file;
    const int why = folder ? EISDIR : errno;
    return bad_input(file_unreadable,
                     {{"file", name}, {"reason", std::strerror(why)}});  // NOLINT(concurrency-mt-unsafe)
}

/// Each file is a work of its own: a bad one does not hold up the others, and each answers for itself.
void run_import(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto files = values.all("file");
    std::vector<usecases::ImportReceipt> receipts;
    auto worst = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto task = context.task("bank import");
        if (!task.idempotency_key.empty() && files.size() > 1) task.idempotency_key += "/" + std::to_string(i + 1);
        auto file = open_file(files[i]);
        if (!file) {
            context.refuse_with(file.refusal());
        } else {
            try {
                const auto name = std::filesystem::path{files[i]}.filename().string();
                const auto receipt = usecases::import_statement(*connection, task, *file, name);
                if (receipt) {
                    receipts.push_back(*receipt);
                } else {
                    context.refuse_with(receipt.refusal());
                }
            } catch (const storage::AlreadyDone& done) {
                if (files.size() == 1) throw;
                context.say_aside(say(already_done, {{"receipt", done.receipt()}}, context.language()));
            }
        }
        worst = std::max(worst, context.exit_status);
    }
    context.print_as({{"text", [&] { return import_text(receipts, context.language()); }},
                      {"json", [&] { return import_json(receipts, context.language()); }}});
    context.exit_status = std::max(worst, context.exit_status);
}

void run_unmatched(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto lines = usecases::list_unmatched(*connection, values["--fund"]);
    if (!lines) return context.refuse_with(lines.refusal());
    context.print_as({{"text", [&] { return unmatched_text(*lines, context.language()); }},
                      {"json", [&] { return unmatched_json(*lines, context.language()); }}});
}

void run_lines(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto lines = usecases::list_bank_lines(*connection, values["--fund"]);
    if (!lines) return context.refuse_with(lines.refusal());
    context.print_as({{"text", [&] { return lines_text(*lines, context.language()); }},
                      {"csv", [&] { return lines_csv(*lines); }},
                      {"json", [&] { return lines_json(*lines, context.language()); }}});
}

void run_match(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const usecases::MatchRequest request{values["line"],         values["--loan"],      values["--grant"],
                                         values["--transfer"],   values["--return-of"], values["--funder"],
                                         values.has("--ignore"), values["--reason"]};
    const auto receipt = usecases::match_line(*connection, context.task("bank match"), request);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(match_text(*receipt, context.language()));
}

void run_funders(Context& context, const Values&)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto references = usecases::list_funder_references(*connection);
    context.print_as(
        {{"text", [&] { return funders_text(references); }}, {"json", [&] { return funders_json(references); }}});
}

const Option of_fund{"--fund", "alleen dit fonds", "this fund only"};

}  // namespace

std::vector<Command> bank_commands()
{
    return {
        {"bank import",
         "Leest bankafschriften (camt.053) in en boekt wat erop staat. Elk bestand geheel of niet; een afschrift dat "
         "er al "
         "is verandert niets.",
         "Imports bank statements (camt.053) and books what they show. Each file wholly or not at all; a statement "
         "that is "
         "there already changes nothing.",
         {{"file", "een of meer bestanden", "one or more files", true, Option::Takes::values}},
         run_import},
        {"bank unmatched",
         "Toont de bankregels op vraagposten: waarom, wat het kan zijn, en de opdracht om ze te koppelen.",
         "Shows the bank lines in suspense: why, what each may be, and the command to link it.",
         {of_fund},
         run_unmatched},
        {"bank match",
         "Koppelt een bankregel die op vraagposten staat; wie en waarom blijft bewaard.",
         "Links a bank line that is in suspense; who and why is kept.",
         {{"line", "nummer van de regel, B-000012", "number of the line, B-000012", true},
          {"--loan", "betaling op deze lening", "payment on this loan"},
          {"--grant", "terugbetaling van wat op deze subsidie is teruggevorderd",
           "repayment of what was reclaimed of this grant"},
          {"--transfer", "deze betaling van ons, of aan ons aangekondigd", "this payment of ours, or announced to us"},
          {"--return-of", "draait deze bankregel terug", "undoes this bank line"},
          {"--funder", "storting van deze financier", "paid in by this funder"},
          {"--ignore", "hoort nergens bij; blijft op vraagposten", "belongs to nothing; stays in suspense", false,
           Option::Takes::nothing},
          {"--reason", "waarom; verplicht bij --ignore", "why; required with --ignore"}},
         run_match},
        {"bank lines",
         "Toont alle bankregels met wat zij geworden zijn.",
         "Shows all bank lines with what became of them.",
         {of_fund},
         run_lines},
        {"bank funders",
         "Toont per fonds de rekening en het betalingskenmerk waaraan de storting van een financier wordt herkend.",
         "Shows per fund the account and the payment reference by which a funder's contribution is recognised.",
         {},
         run_funders},
    };
}

}  // namespace vierkant::cli
