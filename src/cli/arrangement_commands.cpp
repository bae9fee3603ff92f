#include "cli/arrears_messages.h"
#include "cli/commands.h"
#include "cli/print_page.h"
#include "cli/read_value.h"
#include "formats/arrangement_json.h"
#include "usecases/arrangements.h"

namespace vierkant::cli {

namespace {

constexpr std::int64_t most_terms = 120;
constexpr int days_a_week = 7;

/// Equal terms, of so many weeks or months.
Result<Done> read_rhythm(const Values& values, Date today, usecases::ArrangementRequest& request)
{
    const auto count = read_number(values, "--instalments");
    if (!count) return count.refusal();
    if (*count < 1 || *count > most_terms) {
        return wrong_usage(arrangement_count, {{"most", std::to_string(most_terms)}});
    }
    request.count = static_cast<int>(*count);
    const auto first = read_date(values, "--first", today);
    if (!first) return first.refusal();
    request.first = *first;
    const auto every = values.has("--every") ? read_number(values, "--every") : Result<std::int64_t>{1};
    if (!every) return every.refusal();
    if (*every < 1 || *every > most_terms)
        return wrong_usage(arrangement_count, {{"most", std::to_string(most_terms)}});
    const bool weeks = values["--unit"] == "week";
    if (!weeks && values.has("--unit") && values["--unit"] != "month") {
        return wrong_usage(arrangement_unit, {{"value", values["--unit"]}});
    }
    request.every_months = weeks ? 0 : static_cast<int>(*every);
    request.every_days = weeks ? days_a_week * static_cast<int>(*every) : 0;
    return Done{};
}

Result<usecases::ArrangementRequest> read_request(const Values& values, Date today)
{
    usecases::ArrangementRequest request{.loan_number = values["number"], .terms = {}, .note = values["--note"]};
    if (values.has("--plan") == values.has("--instalments")) return wrong_usage(arrangement_how);
    if (!values.has("--plan")) {
        if (auto read = read_rhythm(values, today, request); !read) return read.refusal();
        return request;
    }
    const auto text = read_file(values["--plan"]);
    if (!text) return text.refusal();
    auto terms = formats::read_arrangement_terms(*text, values["--plan"]);
    if (!terms) return terms.refusal();
    request.terms = std::move(*terms);
    if (request.terms.empty()) return wrong_usage(arrangement_how);
    return request;
}

reporting::Report plan_of(const usecases::ArrangementReceipt& receipt)
{
    using reporting::ColumnType;
    reporting::Table table{"terms",
                           {"Termijnen", "Terms"},
                           {{"due", {"Te betalen op", "To be paid on"}, ColumnType::date},
                            {"amount", {"Bedrag", "Amount"}, ColumnType::money}},
                           {},
                           {}};
    for (const auto& term : receipt.agreed.terms) table.rows.push_back({to_text(term.due), term.amount.in_cents()});
    table.totals = {reporting::Cell{}, receipt.agreed.amount.in_cents()};
    return {"arrangement-plan", {"Betalingsregeling", "Arrangement"}, receipt.agreed.agreed_on, {}, {std::move(table)}};
}

void run_agree(Context& context, const Values& values)
{
    const auto request = read_request(values, context.today());
    if (!request) return context.refuse_with(request.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const bool dry = values.has("--dry-run");
    const auto receipt =
        usecases::agree_arrangement(*connection, context.task("arrears arrangement agree"), *request, !dry);
    if (!receipt) return context.refuse_with(receipt.refusal());
    if (dry) return context.print_report(plan_of(*receipt));
    const auto& terms = receipt->agreed.terms;
    context.print(say(arrangement_agreed,
                      {{"number", receipt->number},
                       {"loan", request->loan_number},
                       {"late", receipt->agreed.amount},
                       {"count", std::to_string(terms.size())},
                       {"first", terms.front().due},
                       {"amount", terms.front().amount}},
                      context.language()) +
                  "\n");
}

void run_list(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    context.print_report(usecases::list_arrangements(*connection, *as_of, context.language()));
}

void run_show(Context& context, const Values& values)
{
    const auto as_of = read_date(values, "--as-of", context.today());
    if (!as_of) return context.refuse_with(as_of.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto report = usecases::show_arrangement(*connection, values["number"], *as_of, context.language());
    if (!report) return context.refuse_with(report.refusal());
    print_page(context, *report);
}

void run_end(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto ended = usecases::end_arrangement(*connection, context.task("arrears arrangement end"), values["number"],
                                                 values["--reason"]);
    if (!ended) return context.refuse_with(ended.refusal());
    context.print(say(arrangement_ended, {{"number", values["number"]}}, context.language()) + "\n");
}

}  // namespace

std::vector<Command> arrangement_commands()
{
    const Option as_of{"--as-of", "peildatum, jjjj-mm-dd; anders vandaag", "day, yyyy-mm-dd; else today"};
    const Option number{"number", "nummer van de regeling, zoals R-000003",
                        "number of the arrangement, such as R-000003", true};
    return {
        {"arrears arrangement agree",
         "Spreekt af dat wat van een lening te laat is in termijnen wordt betaald; zolang dat gebeurt, gaan er geen "
         "brieven "
         "uit.",
         "Agrees that what is late of a loan is paid in terms; as long as that happens no letters go out.",
         {{"number", "nummer van de lening, zoals L-000042", "number of the loan, such as L-000042", true},
          {"--instalments", "aantal gelijke termijnen", "number of equal terms"},
          {"--first", "dag van de eerste termijn, jjjj-mm-dd; anders vandaag",
           "day of the first term, yyyy-mm-dd; else today"},
          {"--every", "om de zoveel maanden of weken; anders 1", "every so many months or weeks; else 1"},
          {"--unit", "month of week; anders month", "month or week; else month"},
          {"--plan", "JSON-bestand met eigen termijnen, in plaats van gelijke",
           "JSON file of own terms, instead of equal ones"},
          {"--note", "toelichting; geen namen", "note; no names"},
          {"--dry-run", "legt niets vast, maar toont de termijnen", "keeps nothing, but shows the terms", false,
           Option::Takes::nothing}},
         run_agree},
        {"arrears arrangement list",
         "Toont de betalingsregelingen en of ze worden nagekomen (text, csv of json).",
         "Lists the arrangements and whether they are kept (text, csv or json).",
         {as_of},
         run_list},
        {"arrears arrangement show",
         "Toont een betalingsregeling met haar termijnen en hoe zij ervoor staat.",
         "Shows an arrangement with its terms and how it stands.",
         {number, as_of},
         run_show},
        {"arrears arrangement end",
         "Beëindigt een betalingsregeling; de oude achterstand geldt weer.",
         "Ends an arrangement; the arrears stand as they did.",
         {number, {"--reason", "de reden", "the reason", true}},
         run_end},
    };
}

}  // namespace vierkant::cli
