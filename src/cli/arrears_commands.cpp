#include "cli/arrears_messages.h"
#include "cli/commands.h"
#include "cli/loan_events.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "usecases/arrears_lists.h"
#include "usecases/calculate_late.h"
#include "usecases/call_in.h"
#include "usecases/charge_arrears.h"
#include "usecases/draw_letters.h"
#include "usecases/letter_words.h"
#include "usecases/preview_loan.h"

#include <filesystem>
#include <fstream>

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
    if (values.has("--dry-run")) {
        const auto event =
            usecases::call_in_event(*connection, values["number"], amount, *day, values["--ground"], context.today());
        if (!event) return context.refuse_with(event.refusal());
        const auto preview =
            usecases::preview_loan_event(*connection, values["number"], *event, context.today(), context.language());
        if (!preview) return context.refuse_with(preview.refusal());
        return context.print_report(*preview);
    }
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

void run_list(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::list_arrears(*connection, *as_of, context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_sent(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::list_letters(*connection, values["number"], context.today(), context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_claim(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::claim_list(*connection, values["kvk"], *as_of, context.language());
    if (!report) return context.refuse_with(report.refusal());
    context.print_report(*report);
}

void run_charge(Context& context, const Values& values)
{
    const usecases::ChargeRequest request{values["number"], values.has("--interest"), values.has("--costs")};
    if (!request.default_interest && !request.collection_costs) return context.refuse_with(wrong_usage(charge_what));
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto receipt = usecases::charge_arrears(*connection, context.task("arrears charge"), request);
    if (!receipt) return context.refuse_with(receipt.refusal());
    context.print(say(charged,
                      {{"loan", values["number"]},
                       {"interest", receipt->default_interest},
                       {"costs", receipt->collection_costs},
                       {"owed", receipt->owed}},
                      context.language()) +
                  "\n");
}

/// Writes one letter into the folder. An existing file is another letter, and stays.
Result<Done> keep_letter(const std::filesystem::path& folder, const usecases::DrawnLetter& letter)
{
    const auto path = folder / letter.file_name;
    if (std::filesystem::exists(path)) return wrong_usage(letter_exists, {{"file", path.string()}});
    std::ofstream file{path, std::ios::binary};
    file << letter.content;
    file.close();
    if (!file) return wrong_usage(letter_unwritable, {{"file", path.string()}});
    return Done{};
}

reporting::Report letter_report(const std::vector<usecases::DrawnLetter>& letters, Date as_of, Language language)
{
    using reporting::ColumnType;
    reporting::Table table{"letters",
                           {"Opgemaakte brieven", "Letters drawn up"},
                           {{"letter", {"Brief", "Letter"}, ColumnType::text},
                            {"number", {"Nummer", "Number"}, ColumnType::text},
                            {"debtor", {"Debiteur", "Debtor"}, ColumnType::text},
                            {"kind", {"Soort", "Kind"}, ColumnType::text},
                            {"amount", {"Met rente en kosten", "With interest and costs"}, ColumnType::money},
                            {"pay_by", {"Uiterlijk", "Pay by"}, ColumnType::date},
                            {"file", {"Bestand", "File"}, ColumnType::text}},
                           {},
                           {},
                           {"Er is nu geen brief te sturen.", "No letter is to be sent now."}};
    for (const auto& letter : letters) {
        table.rows.push_back({letter.number, letter.debt, letter.debtor, usecases::in_words(letter.kind, language),
                              letter.amount.in_cents(), to_text(letter.pay_by), letter.file_name});
    }
    return {"arrears-letters", {"Brieven", "Letters"}, as_of, {}, {std::move(table)}};
}

void run_letters(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    // Here --output names the folder of the letters; what was drawn up is told on standard output.
    const std::filesystem::path folder{context.output.empty() ? "letters" : context.output};
    context.output.clear();
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const usecases::LetterRequest request{
        *as_of, values["--number"], values.has("--html") ? usecases::LetterForm::html : usecases::LetterForm::text,
        context.language()};
    const auto letters = usecases::draw_letters(
        *connection, context.task("arrears letters"), request, [&](const auto& letter) -> Result<Done> {
            std::error_code failed;
            std::filesystem::create_directories(folder, failed);
            if (failed) return wrong_usage(letter_unwritable, {{"file", folder.string()}});
            return keep_letter(folder, letter);
        });
    if (!letters) return context.refuse_with(letters.refusal());
    context.print_report(letter_report(*letters, *as_of, context.language()));
}

}  // namespace

std::vector<Command> arrears_commands()
{
    const Option as_of{"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"};
    return {
        {"arrears list",
         "Toont wie te laat is, hoe lang en hoeveel, wat dat extra kost, en welke brief volgt.",
         "Shows who is late, how long and how much, what it costs on top, and which letter comes next.",
         {as_of},
         run_list},
        {"arrears letters",
         "Maakt de brieven op waarvan de dag gekomen is, in de map van --output (anders letters), en legt ze vast.",
         "Draws up the letters whose day has come, in the folder of --output (else letters), and registers them.",
         {{"--as-of", "datum van de brieven, jjjj-mm-dd; anders vandaag",
           "date of the letters, yyyy-mm-dd; else today"},
          {"--number", "alleen over deze lening of subsidie", "only about this loan or grant"},
          {"--html", "als HTML in plaats van platte tekst", "as HTML instead of plain text", false,
           Option::Takes::nothing}},
         run_letters},
        {"arrears sent",
         "Toont de brieven die over een lening of subsidie zijn uitgegaan.",
         "Shows the letters that went out about a loan or grant.",
         {{"number", "nummer van de lening of subsidie", "number of the loan or grant", true}},
         run_sent},
        {"arrears charge",
         "Schrijft rente bij verzuim of incassokosten bij op een lening die te laat is.",
         "Charges default interest or collection costs to a loan that is late.",
         {{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042", true},
          {"--interest", "de rente bij verzuim tot vandaag", "default interest until today", false,
           Option::Takes::nothing},
          {"--costs", "de incassokosten van de staffel, na een aanmaning",
           "collection costs by the scale, after a demand", false, Option::Takes::nothing}},
         run_charge},
        {"arrears claim",
         "Alles wat een onderneming op een dag verschuldigd is, om in te dienen bij de curator.",
         "All that an undertaking owes on a day, to be filed in its insolvency.",
         {{"kvk", "KvK-nummer van de onderneming", "KvK number of the undertaking", true}, as_of},
         run_claim},
        {"loan call-in",
         "Eist een lening op die te laat is: wat nog niet vervallen is wordt meteen verschuldigd.",
         "Calls in a loan that is late: what is not yet due falls due at once.",
         {{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042", true},
          {"--amount", "deel van de hoofdsom; anders alles", "part of the principal; else all of it"},
          {"--date", "de dag waarop het ingaat; anders vandaag", "the day it takes effect; else today"},
          {"--ground", "grond waar de lening niet te laat is, zoals faillissement",
           "ground where the loan is not late, such as insolvency"},
          loan_options::dry_run},
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
