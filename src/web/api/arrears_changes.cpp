// Arrears: arrangements, letters, and what is claimed in an insolvency.

#include "formats/arrangement_json.h"
#include "storage/arrears_store.h"
#include "usecases/arrangements.h"
#include "usecases/arrears_lists.h"
#include "usecases/calculate_late.h"
#include "usecases/collateral.h"
#include "usecases/draw_letters.h"
#include "usecases/letter_words.h"
#include "web/api/change.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using formats::Fields;
using Type = Field::Type;

constexpr std::string_view loan_pattern = "/loans/{number}";
constexpr std::string_view arrangement_pattern = "/arrangements/{number}";
constexpr int most_terms = 120;
constexpr int days_a_week = 7;

// Arrangements

Result<Reply> list_arrangements(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    return list_of(usecases::list_arrangements(call.connection, *day, call.language));
}

Result<Reply> show_arrangement(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto report = usecases::show_arrangement(call.connection, call.parts["number"], *day, call.language);
    if (!report) return report.refusal();
    return Reply{200, thing_of(*report)};
}

/// Equal instalments, or terms of their own.
Result<usecases::ArrangementRequest> arrangement_in(const Call& call, Fields& f)
{
    usecases::ArrangementRequest request{
        .loan_number = call.parts["number"], .terms = {}, .note = f.text_or("note", "")};
    if (f.has("terms") == f.has("instalments")) return bad_input(terms_or_rhythm, {}, std::string{body_name});
    for (auto& term : f.objects_or_none("terms")) {
        const auto due = term.date("due");
        request.terms.push_back({due, term.positive_money("amount")});
        term.refuse_unknown();
    }
    if (f.has("instalments")) {
        request.count = static_cast<int>(f.integer("instalments", 1, most_terms));
        request.first = f.date("first");
        const auto every = static_cast<int>(f.integer_or("every", 1, most_terms, 1));
        const bool weeks = f.has("unit") && f.one_of<bool>("unit", {{"month", false}, {"week", true}});
        request.every_months = weeks ? 0 : every;
        request.every_days = weeks ? days_a_week * every : 0;
    }
    return request;
}

Result<Reply> agree(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) { return arrangement_in(call, f); });
    if (!request) return request.refusal();
    const bool dry = call.is_dry_run();
    const auto receipt =
        usecases::agree_arrangement(call.connection, call.task("arrears arrangement agree"), *request, !dry);
    if (!receipt) return receipt.refusal();
    auto terms = Json::array();
    for (const auto& term : receipt->agreed.terms) {
        terms.push_back({{"due", to_text(term.due)}, {"amount", to_text(term.amount)}});
    }
    Json json{{"loan", request->loan_number}, {"amount", to_text(receipt->agreed.amount)}, {"terms", std::move(terms)}};
    if (dry) {
        json["dry_run"] = true;
        return Reply{200, std::move(json)};
    }
    json["arrangement"] = receipt->number;
    return Reply{201, std::move(json), "/arrangements/" + receipt->number};
}

Result<Reply> end_arrangement(Call& call)
{
    const auto reason = read_body(call, [](Fields& f) { return f.text("reason"); });
    if (!reason) return reason.refusal();
    const auto& number = call.parts["number"];
    const auto ended =
        usecases::end_arrangement(call.connection, call.task("arrears arrangement end"), number, *reason);
    if (!ended) return ended.refusal();
    return Reply{201, {{"arrangement", number}}, "/arrangements/" + number};
}

// Letters

Result<Reply> list_letters(Call& call)
{
    return list_of(usecases::list_all_letters(call.connection, call.today, call.language));
}

Result<Reply> list_letters_about(Call& call)
{
    const auto report = usecases::list_letters(call.connection, call.parts["number"], call.today, call.language);
    if (!report) return report.refusal();
    return list_of(*report);
}

Result<Reply> list_due_letters(Call& call)
{
    const auto report =
        usecases::letters_to_draw(call.connection, call.today, call.request.query["number"], call.language);
    if (!report) return report.refusal();
    return list_of(*report);
}

Result<Reply> show_letter(Call& call)
{
    const auto& number = call.parts["letter"];
    const auto found = storage::all_letters(call.connection, number);
    if (found.empty()) return refuse(letter_unknown, {{"letter", number}});
    const auto& [letter, debt, debtor] = found.front();
    const auto paper = storage::paper_of(call.connection, number);
    const bool html = paper && paper->form == storage::LetterPaper::Form::html;
    return Reply{200,
                 {{"letter", number},
                  {"about", debt},
                  {"debtor", debtor},
                  {"kind", usecases::code_of(letter.sent.kind)},
                  {"drawn_on", to_text(letter.sent.drawn_on)},
                  {"pay_by", to_text(letter.sent.pay_by)},
                  {"late", to_text(letter.amount)},
                  {"digest", letter.digest},
                  {"form", html ? "html" : "text"},
                  {"text", paper ? Json(paper->content) : Json(nullptr)}}};
}

Result<Reply> draw_letters(Call& call)
{
    const auto request = read_body(call, [&](Fields& f) {
        return usecases::LetterRequest{
            call.today, f.text_or("number", ""), usecases::LetterForm::text,
            f.one_of_or<Language>("language", {{"nl", Language::nl}, {"en", Language::en}}, Language::nl)};
    });
    if (!request) return request.refusal();
    const auto letters = usecases::draw_letters(call.connection, call.task("arrears letters"), *request,
                                                [](const auto&) -> Result<Done> { return Done{}; });
    if (!letters) return letters.refusal();
    auto drawn = Json::array();
    for (const auto& letter : *letters) {
        drawn.push_back({{"letter", letter.number},
                         {"about", letter.debt},
                         {"debtor", letter.debtor},
                         {"kind", usecases::code_of(letter.kind)},
                         {"amount", to_text(letter.amount)},
                         {"pay_by", to_text(letter.pay_by)}});
    }
    return Reply{201, {{"letters", std::move(drawn)}}, "/letters"};
}

// The rest

Result<Reply> show_claim(Call& call)
{
    const auto day = day_in(call, "as-of", call.today);
    if (!day) return day.refusal();
    const auto report = usecases::claim_list(call.connection, call.parts["kvk"], *day, call.language);
    if (!report) return report.refusal();
    auto json = tables_of(*report);
    json["as_of"] = to_text(*day);
    return Reply{200, std::move(json)};
}

Result<Reply> release_collateral(Call& call)
{
    struct Release {
        std::int64_t item;
        Date day;
        std::string reason;
    };
    const auto told = read_body(call, [&](Fields& f) {
        return Release{f.integer("item", 1, std::int64_t{1} << 40), f.optional_date("date").value_or(call.today),
                       f.text("reason")};
    });
    if (!told) return told.refusal();
    const auto& loan = call.parts["number"];
    const auto done = usecases::release_collateral(call.connection, call.task("loan collateral release"), loan,
                                                   told->item, told->day, told->reason);
    if (!done) return done.refusal();
    return Reply{201, {{"loan", loan}, {"number", told->item}}, "/loans/" + loan + "/risk"};
}

const Field as_of{"as-of", Type::date, false, "peildatum; anders vandaag"};

// Calculators

Result<Reply> late_interest(Call& call)
{
    const auto& query = call.request.query;
    const auto amount = money_in(call, "amount");
    if (!amount) return amount.refusal();
    const auto from = day_in(call, "from", call.today);
    if (!from) return from.refusal();
    const auto until = day_in(call, "until", call.today);
    if (!until) return until.refusal();
    const auto& kind = query["kind"];
    const auto agreed = parse_percent(query["percent"]);
    if ((kind == "agreed") != agreed.has_value()) return bad_input(percent_or_kind, {}, "percent");
    if (!kind.empty() && kind != "commercial" && kind != "non-commercial" && kind != "agreed") {
        return bad_input(percent_or_kind, {}, "kind");
    }
    const auto rate = agreed                 ? arrears::LateRate::contractual
                      : kind == "commercial" ? arrears::LateRate::commercial
                                             : arrears::LateRate::non_commercial;
    const auto report = usecases::calculate_late_interest(*amount, *from, *until, rate, agreed.value_or(Rate{}));
    if (!report) return report.refusal();
    const auto& table = report->tables.front();
    const reporting::Table total{table.name, table.title, table.columns, {table.totals}, {}};
    return Reply{200, {{"parts", items_of(table)}, {"total", items_of(total).front()["interest"]}}};
}

Result<Reply> collection_costs(Call& call)
{
    const auto amount = money_in(call, "amount");
    if (!amount) return amount.refusal();
    const auto report = usecases::calculate_collection_costs(*amount, call.today);
    if (!report) return report.refusal();
    return Reply{200, thing_of(*report)};
}

}  // namespace

std::vector<Route> arrears_changes()
{
    constexpr auto loans = Scope::loans_write;
    auto agreement =
        change("/loans/{number}/arrangements", Right::handle, loans, "agreeArrangement",
               "Spreekt af dat wat te laat is in termijnen wordt betaald: gelijke (instalments) of eigen (terms)",
               {{"instalments", Type::integer, false, "aantal gelijke termijnen"},
                {"first", Type::date, false, "dag van de eerste; bij instalments"},
                {"every", Type::integer, false, "om de zoveel; anders 1"},
                {"unit", Type::text, false, "month of week; anders month"},
                {"terms", Type::objects, false, "eigen termijnen: due en amount"},
                {"note", Type::text, false, "toelichting; geen namen"}},
               agree);
    agreement.query = {{"dry-run", Type::flag, false, "true: legt niets vast, maar toont de termijnen"}};
    return {
        {.pattern = "/arrangements",
         .operation = "listArrangements",
         .nl = "De betalingsregelingen en of zij worden nagekomen",
         .query = {as_of},
         .handle = list_arrangements},
        {.pattern = arrangement_pattern,
         .operation = "getArrangement",
         .nl = "Een betalingsregeling met haar termijnen",
         .query = {as_of},
         .handle = show_arrangement},
        guarded(loan_pattern, std::move(agreement)),
        guarded(arrangement_pattern,
                change("/arrangements/{number}/endings", Right::handle, loans, "endArrangement",
                       "Beëindigt een betalingsregeling", {{"reason", Type::text, true, "reden"}}, end_arrangement)),
        {.pattern = "/letters",
         .operation = "listLetters",
         .nl = "De brieven die zijn uitgegaan, de laatste eerst",
         .handle = list_letters},
        {.pattern = "/loans/{number}/letters",
         .operation = "listLoanLetters",
         .nl = "De brieven over een lening die te laat is of was",
         .handle = list_letters_about},
        {.pattern = "/grants/{number}/letters",
         .operation = "listGrantLetters",
         .nl = "De brieven over een teruggevorderde subsidie",
         .handle = list_letters_about},
        {.pattern = "/due-letters",
         .operation = "listDueLetters",
         .nl = "De brieven waarvan de dag gekomen is",
         .query = {{"number", Type::text, false, "alleen over deze lening of subsidie"}},
         .handle = list_due_letters},
        {.pattern = "/letters/{letter}",
         .operation = "getLetter",
         .nl = "Een brief met zijn tekst",
         .handle = show_letter},
        change("/letters", Right::handle, loans, "drawLetters", "Maakt de brieven op waarvan de dag gekomen is",
               {{"number", Type::text, false, "alleen over deze lening of subsidie"},
                {"language", Type::text, false, "nl of en; anders nl"}},
               draw_letters),
        {.pattern = "/late-interest",
         .operation = "calculateLateInterest",
         .nl = "Rekent rente bij verzuim uit over een bedrag, los van een lening",
         .query = {{"amount", Type::money, true, "bedrag dat te laat is"},
                   {"from", Type::date, true, "te laat vanaf"},
                   {"until", Type::date, false, "betaald op; anders vandaag"},
                   {"kind", Type::text, false, "non-commercial, commercial of agreed; anders non-commercial"},
                   {"percent", Type::percent, false, "bij agreed: de afgesproken rente per jaar"}},
         .handle = late_interest},
        {.pattern = "/collection-costs",
         .operation = "calculateCollectionCosts",
         .nl = "Rekent incassokosten uit volgens de wettelijke staffel",
         .query = {{"amount", Type::money, true, "hoofdsom die te laat is"}},
         .handle = collection_costs},
        {.pattern = "/undertakings/{kvk}/claim",
         .operation = "getClaim",
         .nl = "Alles wat een onderneming op een dag verschuldigd is, voor de curator",
         .query = {as_of},
         .handle = show_claim},
        guarded(loan_pattern, change("/loans/{number}/collateral-releases", Right::handle, loans, "releaseCollateral",
                                     "Geeft een zekerheid vrij",
                                     {{"item", Type::integer, true, "nummer van de zekerheid"},
                                      {"date", Type::date, false, "anders vandaag"},
                                      {"reason", Type::text, true, "waarom; geen namen"}},
                                     release_collateral)),
    };
}

}  // namespace vierkant::api
