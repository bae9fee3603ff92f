#include "cli/commands.h"
#include "cli/messages.h"
#include "domain/dossiers/messages.h"
#include "formats/offer_json.h"
#include "formats/verdict_json.h"
#include "reporting/render.h"
#include "usecases/assess_application.h"
#include "usecases/decide_application.h"
#include "usecases/follow_application.h"
#include "usecases/propose_decision.h"
#include "usecases/register_application.h"
#include "usecases/report_codes.h"

#include <fmt/format.h>

namespace vierkant::cli {

namespace {

using dossiers::EventKind;
using dossiers::Status;
using formats::Json;
using schemes::Outcome;

const Text& text_of(Status status)
{
    switch (status) {
        case Status::received:
            return dossiers::status_received;
        case Status::incomplete:
            return dossiers::status_incomplete;
        case Status::complete:
            return dossiers::status_complete;
        case Status::award_proposed:
            return dossiers::status_award_proposed;
        case Status::refusal_proposed:
            return dossiers::status_refusal_proposed;
        case Status::awarded:
            return dossiers::status_awarded;
        case Status::refused:
            return dossiers::status_refused;
        case Status::withdrawn:
            return dossiers::status_withdrawn;
    }
    verify(false, "every status has its words");
    return dossiers::status_received;
}

std::string words_of(const Context& context, Status status)
{
    return say(text_of(status), {}, context.language());
}

std::string_view words_of(const Context& context, Outcome outcome)
{
    switch (outcome) {
        case Outcome::met:
            return context.in_language("voldoet", "met");
        case Outcome::not_met:
            return context.in_language("voldoet niet", "not met");
        case Outcome::unknown:
            return context.in_language("beoordelen", "judge");
    }
    verify(false, "every outcome has its words");
    return "";
}

std::string shown(const Context& context, Money amount)
{
    return context.language() == Language::nl ? dutch(amount) : english(amount);
}

std::string shown(const Context& context, Date day)
{
    return context.language() == Language::nl ? dutch(day) : to_text(day);
}

std::string conclusion(const Context& context, const schemes::Verdict& verdict)
{
    const auto names = [&](Outcome outcome) {
        std::string all;
        for (const auto& finding : verdict) {
            if (finding.outcome == outcome) all += (all.empty() ? "" : ", ") + std::string{finding.rule};
        }
        return all;
    };
    switch (schemes::overall(verdict)) {
        case Outcome::met:
            return say(verdict_met, {}, context.language());
        case Outcome::not_met:
            return say(verdict_not_met, {{"rules", names(Outcome::not_met)}}, context.language());
        case Outcome::unknown:
            return say(verdict_unknown, {{"rules", names(Outcome::unknown)}}, context.language());
    }
    return {};
}

std::string verdict_text(const Context& context, const usecases::Assessment& assessment)
{
    const auto language = context.language();
    const auto& application = assessment.facts.application;
    auto text =
        fmt::format("{}, {}\n", schemes::title_of(assessment.scheme).in(language), assessment.facts.undertaking.name);
    text +=
        say(rules_of_day,
            {{"amount", application.amount}, {"received", application.received_on}, {"from", assessment.scheme.from}},
            language) +
        "\n";
    for (const auto& finding : assessment.verdict) {
        // A rule that a person judges is named as --judge wants it.
        const std::string title = schemes::title_of_rule(finding.rule).in(language);
        const auto name = finding.outcome == Outcome::unknown ? fmt::format("{} ({})", title, finding.rule) : title;
        text += fmt::format("\n  {:<13} {:<22} {}\n", words_of(context, finding.outcome), name, finding.in(language));
        text += fmt::format("  {:<13} {:<22} [{}]\n", "", "", finding.source.in(language));
    }
    return text + "\n" + conclusion(context, assessment.verdict) + "\n";
}

Json verdict_document(const usecases::Assessment& assessment, const std::string& dossier)
{
    Json json;
    if (!dossier.empty()) json["dossier"] = dossier;
    json["scheme"] = assessment.scheme.code;
    json["scheme_from"] = to_text(assessment.scheme.from);
    json["assessed_on"] = to_text(assessment.facts.assessed_on);
    json["verdict"] = formats::verdict_json(assessment.verdict);
    return json;
}

void print_next(Context& context, const Text& next, const Arguments& arguments)
{
    context.print(say(next, arguments, context.language()) + "\n");
}

void run_register(Context& context, const Values& values)
{
    const auto text = read_file(values["--file"]);
    if (!text) return context.refuse_with(text.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto dossier =
        usecases::register_application(*connection, context.task("application register"), *text, values["--file"]);
    if (!dossier) return context.refuse_with(dossier.refusal());
    const auto view = usecases::view_application(*connection, dossier->number);
    if (!view) return context.refuse_with(view.refusal());
    context.print_as(
        {{"text",
          [&] {
              return say(registered, {{"dossier", dossier->number}, {"day", view->decide_by}}, context.language()) +
                     "\n";
          }},
         {"json", [&] {
              return Json{{"dossier", dossier->number}, {"decide_by", to_text(view->decide_by)}}.dump(2) + "\n";
          }}});
}

void run_check(Context& context, const Values& values)
{
    if (values["dossier"].empty() == values["--file"].empty()) {
        return context.refuse_with(wrong_usage(dossier_or_file));
    }
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto assess = [&]() -> Result<usecases::Assessment> {
        if (!values["dossier"].empty()) {
            return usecases::check_application(*connection, values["dossier"], context.today());
        }
        const auto text = read_file(values["--file"]);
        if (!text) return text.refusal();
        return usecases::check_application_file(*connection, *text, values["--file"], context.today());
    };
    const auto assessment = assess();
    if (!assessment) return context.refuse_with(assessment.refusal());
    context.print_as({{"text", [&] { return verdict_text(context, *assessment); }},
                      {"json", [&] { return verdict_document(*assessment, values["dossier"]).dump(2) + "\n"; }}});
}

reporting::Report list_of(const Context& context, const std::vector<usecases::DossierView>& views)
{
    using reporting::ColumnType;
    reporting::Table table{"dossiers",
                           {"Dossiers", "Dossiers"},
                           {{"dossier", {"Dossier", "Dossier"}, ColumnType::text},
                            {"undertaking", {"Onderneming", "Undertaking"}, ColumnType::text},
                            {"scheme", {"Regeling", "Scheme"}, ColumnType::text},
                            {"amount", {"Gevraagd", "Asked"}, ColumnType::money},
                            {"received_on", {"Ontvangen", "Received"}, ColumnType::date},
                            {"decide_by", {"Beslissen voor", "Decide by"}, ColumnType::date},
                            {"status", {"Stand", "Status"}, ColumnType::text}},
                           {},
                           {}};
    for (const auto& view : views) {
        const auto& dossier = view.row.dossier;
        table.rows.push_back({dossier.number, view.row.undertaking_name, dossier.scheme, dossier.amount.in_cents(),
                              to_text(dossier.received_on),
                              dossiers::is_closed(view.status) ? reporting::Cell{} : to_text(view.decide_by),
                              words_of(context, view.status)});
    }
    return {"applications", {"Aanvragen", "Applications"}, context.today(), {}, {std::move(table)}};
}

void run_list(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    auto views = usecases::list_applications(*connection);
    if (values.has("--open")) {
        std::erase_if(views, [](const auto& view) { return dossiers::is_closed(view.status); });
    }
    context.print_report(usecases::with_titles(*connection, list_of(context, views)));
}

std::string view_text(const Context& context, const usecases::DossierView& view)
{
    const bool nl = context.language() == Language::nl;
    const auto& dossier = view.row.dossier;
    const auto line = [](std::string_view title, const std::string& value) {
        return fmt::format("  {:<18}{}\n", title, value);
    };
    auto text = fmt::format("Dossier {}: {}\n", dossier.number, words_of(context, view.status));
    text +=
        line(nl ? "Onderneming" : "Undertaking", fmt::format("{} (KvK {})", view.row.undertaking_name, view.row.kvk));
    text += line(nl ? "Regeling" : "Scheme",
                 fmt::format("{} ({} {})", schemes::title_of(view.scheme).in(context.language()), nl ? "van" : "of",
                             shown(context, view.scheme.from)));
    text += line(nl ? "Gevraagd" : "Asked", shown(context, dossier.amount));
    text += line(nl ? "Ontvangen" : "Received", shown(context, dossier.received_on));
    if (!dossiers::is_closed(view.status)) {
        text += line(nl ? "Beslissen voor" : "Decide by", shown(context, view.decide_by));
    }
    for (const auto& event : view.row.history) {
        text += fmt::format("  {}  {:<22} {:<12}{}{}{}\n", shown(context, event.day),
                            words_of(context, dossiers::status_of({{}, event})), event.actor,
                            event.amount ? " " + shown(context, *event.amount) : "",
                            event.until ? (nl ? " tot en met " : " until ") + shown(context, *event.until) : "",
                            event.note.empty() ? "" : " - " + event.note);
    }
    return text;
}

Json view_json(const usecases::DossierView& view)
{
    const auto& dossier = view.row.dossier;
    Json json{{"dossier", dossier.number},
              {"status", text_of(view.status).en},
              {"undertaking", {{"name", view.row.undertaking_name}, {"kvk", view.row.kvk}}},
              {"scheme", dossier.scheme},
              {"scheme_from", to_text(dossier.scheme_from)},
              {"amount", to_text(dossier.amount)},
              {"received_on", to_text(dossier.received_on)},
              {"decide_by", to_text(view.decide_by)},
              {"events", Json::array()}};
    for (const auto& event : view.row.history) {
        Json row{{"day", to_text(event.day)},
                 {"status", text_of(dossiers::status_of({{}, event})).en},
                 {"actor", event.actor}};
        if (event.amount) row["amount"] = to_text(*event.amount);
        if (event.until) row["until"] = to_text(*event.until);
        if (!event.note.empty()) row["note"] = event.note;
        json["events"].push_back(std::move(row));
    }
    json["application"] = Json::parse(dossier.document);
    return json;
}

void run_show(Context& context, const Values& values)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto view = usecases::view_application(*connection, values["dossier"]);
    if (!view) return context.refuse_with(view.refusal());
    context.print_as({{"text", [&] { return view_text(context, *view); }},
                      {"json", [&] { return view_json(*view).dump(2) + "\n"; }}});
}

void follow(Context& context, const Values& values, const std::string& task, const usecases::Step& step)
{
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto status = usecases::follow_application(*connection, context.task(task), values["dossier"], step);
    if (!status) return context.refuse_with(status.refusal());
    print_next(context, dossier_is_now, {{"dossier", values["dossier"]}, {"status", words_of(context, *status)}});
}

void run_complete(Context& context, const Values& values)
{
    follow(context, values, "application complete", {EventKind::completed, values["--note"]});
}

void run_incomplete(Context& context, const Values& values)
{
    const auto until = parse_date(values["--until"]);
    if (!until)
        return context.refuse_with(wrong_usage(date_unreadable, {{"option", "--until"}, {"value", values["--until"]}}));
    follow(context, values, "application incomplete", {EventKind::completion_requested, values["--missing"], until});
}

void run_withdraw(Context& context, const Values& values)
{
    follow(context, values, "application withdraw", {EventKind::withdrawn, values["--reason"]});
}

/// "RULE=MOTIVATION" of every --judge; a refusal where one is written otherwise.
Result<std::vector<dossiers::Judgement>> judgements(const Values& values)
{
    std::vector<dossiers::Judgement> all;
    for (const auto& text : values.all("--judge")) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) return wrong_usage(judgement_unreadable, {{"value", text}});
        all.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return all;
}

Result<usecases::ProposalInput> proposal_input(const Values& values)
{
    usecases::ProposalInput input;
    input.award = !values.has("--refuse");
    input.note = values["--note"];
    if (values.has("--amount")) {
        input.amount = parse_money(values["--amount"]);
        if (!input.amount) return wrong_usage(amount_unreadable, {{"value", values["--amount"]}});
    }
    if (values.has("--first-due")) {
        input.first_due = parse_date(values["--first-due"]);
        if (!input.first_due) {
            return wrong_usage(date_unreadable, {{"option", "--first-due"}, {"value", values["--first-due"]}});
        }
    }
    if (values.has("--drawing")) {
        const auto text = read_file(values["--drawing"]);
        if (!text) return text.refusal();
        auto drawing = formats::read_drawing_file(*text, values["--drawing"]);
        if (!drawing) return drawing.refusal();
        input.drawing = std::move(*drawing);
    }
    auto judged = judgements(values);
    if (!judged) return judged.refusal();
    input.judgements = std::move(*judged);
    return input;
}

void run_propose(Context& context, const Values& values)
{
    const auto input = proposal_input(values);
    if (!input) return context.refuse_with(input.refusal());
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const auto proposal =
        usecases::propose_decision(*connection, context.task("application propose"), values["dossier"], *input);
    if (!proposal) return context.refuse_with(proposal.refusal());
    const Arguments arguments{{"dossier", values["dossier"]}, {"amount", proposal->amount}, {"actor", context.actor}};
    print_next(context, input->award ? award_was_proposed : refusal_was_proposed, arguments);
}

void run_decide(Context& context, const Values& values)
{
    using usecases::DecisionKind;
    const bool award = values.has("--award");
    const bool refuse = values.has("--refuse");
    const bool send_back = values.has("--return");
    if (int{award} + int{refuse} + int{send_back} != 1) return context.refuse_with(wrong_usage(one_decision));
    auto connection = open_administration(context);
    if (!connection) return context.refuse_with(connection.refusal());
    const usecases::Decision decision{
        award ? DecisionKind::award : (refuse ? DecisionKind::refuse : DecisionKind::send_back), values["--reason"]};
    const auto receipt =
        usecases::decide_application(*connection, context.task("application decide"), values["dossier"], decision);
    if (!receipt) return context.refuse_with(receipt.refusal());
    if (!award) return print_next(context, refuse ? decided_to_refuse : sent_back, {{"dossier", receipt->dossier}});
    print_next(context, decided_to_award,
               {{"dossier", receipt->dossier},
                {"amount", receipt->amount},
                {"award", receipt->award},
                {"reference", receipt->payment_reference},
                {"available", receipt->available}});
}

}  // namespace

std::vector<Command> application_commands()
{
    const Option dossier{"dossier", "dossiernummer, zoals 2026-0014", "number of the dossier, such as 2026-0014", true};
    const Option optional_dossier{dossier.name, dossier.nl, dossier.en};
    const Option reason{"--reason", "de reden, voor de aanvrager", "the reason, for the applicant"};
    return {
        {"application register",
         "Registreert een aanvraag uit een JSON-bestand en opent een dossier.",
         "Registers an application from a JSON file and opens a dossier.",
         {{"--file", "JSON-bestand (docs/reference/application.schema.json)",
           "JSON file (docs/reference/application.schema.json)", true}},
         run_register},
        {"application check",
         "Toetst een dossier, of een bestand dat nog niet geregistreerd is, aan elke regel (text of json).",
         "Checks a dossier, or a file that is not registered yet, against every rule (text or json).",
         {optional_dossier, {"--file", "JSON-bestand in plaats van een dossier", "JSON file instead of a dossier"}},
         run_check},
        {"application list",
         "Toont de dossiers met hun stand en beslistermijn (text, csv of json).",
         "Lists the dossiers with their status and decision deadline (text, csv or json).",
         {{"--open", "alleen wat nog niet besloten is", "only what is not decided yet", false, Option::Takes::nothing}},
         run_list},
        {"application show",
         "Toont een dossier met alles wat ermee gebeurde (text of json).",
         "Shows a dossier with all that happened to it (text or json).",
         {dossier},
         run_show},
        {"application incomplete",
         "Vraagt de aanvrager om een aanvulling; de beslistermijn staat stil (Awb 4:5 en 4:15).",
         "Asks the applicant to complete the application; the clock stops (Awb 4:5 and 4:15).",
         {dossier,
          {"--missing", "wat er ontbreekt", "what is missing", true},
          {"--until", "laatste dag voor de aanvulling, jjjj-mm-dd", "last day to complete, yyyy-mm-dd", true}},
         run_incomplete},
        {"application complete",
         "Verklaart een aanvraag compleet; daarna kan een voorstel volgen.",
         "Finds an application complete; then it can be proposed.",
         {dossier, {"--note", "toelichting", "note"}},
         run_complete},
        {"application propose",
         "Stelt een toekenning voor, of met --refuse een afwijzing. Regels die een mens moet beoordelen, hebben een "
         "oordeel nodig.",
         "Proposes an award, or with --refuse a refusal. Rules that a person has to judge need a judgement.",
         {dossier,
          {"--amount", "toe te kennen bedrag; anders het gevraagde", "amount to award; else the amount asked"},
          {"--first-due", "eerste vervaldag van een lening, jjjj-mm-dd", "first due date of a loan, yyyy-mm-dd"},
          {"--drawing",
           "JSON-bestand met hoe een lening wordt opgenomen (tranches, first_drawing, last_drawing); anders zoals "
           "gevraagd",
           "JSON file of how a loan is drawn (tranches, first_drawing, last_drawing); else as asked"},
          {"--judge", "oordeel over een regel, REGEL=MOTIVERING", "judgement on a rule, RULE=MOTIVATION", false,
           Option::Takes::values},
          {"--refuse", "stel afwijzing voor", "propose a refusal", false, Option::Takes::nothing},
          {"--note", "motivering van het voorstel", "motivation of the proposal"}},
         run_propose},
        {"application decide",
         "Besluit op een voorstel van een ander: --award, --refuse, of --return met een reden.",
         "Decides on somebody else's proposal: --award, --refuse, or --return with a reason.",
         {dossier,
          {"--award", "ken toe zoals voorgesteld", "award as proposed", false, Option::Takes::nothing},
          {"--refuse", "wijs af zoals voorgesteld", "refuse as proposed", false, Option::Takes::nothing},
          {"--return", "stuur het voorstel terug", "send the proposal back", false, Option::Takes::nothing},
          reason},
         run_decide},
        {"application withdraw",
         "Legt vast dat de aanvrager de aanvraag intrekt.",
         "Records that the applicant withdraws the application.",
         {dossier, {reason.name, reason.nl, reason.en, true}},
         run_withdraw},
    };
}

}  // namespace vierkant::cli
