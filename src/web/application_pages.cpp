// Applications: list, one dossier with its verdict per rule, and the steps from receipt to decision.

#include "base/folded.h"
#include "domain/dossiers/messages.h"
#include "formats/json_reader.h"
#include "formats/offer_json.h"
#include "usecases/assess_application.h"
#include "usecases/decide_application.h"
#include "usecases/follow_application.h"
#include "usecases/propose_decision.h"
#include "usecases/report_codes.h"
#include "web/application_words.h"
#include "web/doings.h"
#include "web/forms.h"
#include "web/json_form.h"
#include "web/tables.h"
#include "web/verdict_html.h"

#include <algorithm>

namespace vierkant::web {

namespace {

using dossiers::EventKind;
using dossiers::Status;
using Kind = Field::Kind;
using usecases::DossierView;

/// What the list is asked for; its words may also mean a scheme or a status.
storage::DossierFilter filter_asked(const Visit& visit)
{
    storage::DossierFilter filter;
    if (visit.request.query["open"] == "yes") filter.which = storage::DossierFilter::Which::open;
    filter.scheme = visit.request.query["scheme"];
    filter.part = part_asked(visit);
    if (filter.part.words.empty()) return filter;
    const auto words = folded(filter.part.words);
    filter.schemes = usecases::codes_that_say(usecases::report_codes(visit.connection), "scheme", filter.part.words);
    for (auto kind = EventKind::registered; kind <= EventKind::withdrawn;
         kind = static_cast<EventKind>(static_cast<int>(kind) + 1)) {
        const auto status = status_in_words(visit, dossiers::status_of({{}, {kind, visit.today, ""}}));
        if (folded(status).find(words) != std::string::npos) filter.statuses += "," + storage::name_of(kind) + ",";
    }
    return filter;
}

http::Response list(Visit& visit)
{
    using reporting::ColumnType;
    const auto filter = filter_asked(visit);
    const bool open_only = filter.which == storage::DossierFilter::Which::open;
    reporting::Table table{"dossiers",
                           {"Aanvragen", "Applications"},
                           {{"dossier", {"Dossier", "Dossier"}},
                            {"undertaking", {"Onderneming", "Undertaking"}},
                            {"scheme", {"Regeling", "Scheme"}},
                            {"amount", {"Gevraagd", "Asked"}, ColumnType::money},
                            {"received_on", {"Ontvangen", "Received"}, ColumnType::date},
                            {"decide_by", {"Beslissen voor", "Decide by"}, ColumnType::date},
                            {"status", {"Stand", "Status"}}},
                           {},
                           {}};
    for (const auto& view : usecases::list_applications(visit.connection, filter)) {
        const auto& dossier = view.row.dossier;
        table.rows.push_back({dossier.number, view.row.undertaking_name, visit.t(schemes::title_of(view.scheme)),
                              dossier.amount.in_cents(), to_text(dossier.received_on),
                              dossiers::is_closed(view.status) ? reporting::Cell{} : to_text(view.decide_by),
                              status_in_words(visit, view.status)});
    }
    Html above =
        tag("p", {{"class", "choices"}},
            tag("a", {{"href", "/applications"}, {"aria-current", "true", !open_only}}, visit.t("Alle", "All")), " ",
            tag("a", {{"href", "/applications?open=yes"}, {"aria-current", "true", open_only}},
                visit.t("Nog te beslissen", "To be decided")));
    if (visit.may(Right::handle)) {
        above += tag("p", {{"class", "doing"}},
                     tag("a", {{"href", "/applications/new"}, {"class", "button"}},
                         visit.t("Aanvraag registreren", "Register an application")));
    }
    return part_page(visit, {"applications", {"Aanvragen", "Applications"}, visit.today, {}, {std::move(table)}},
                     storage::count_dossiers(visit.connection, filter), above);
}

/// What the status of a dossier leaves to be done.
std::vector<Doing> doings_of(const DossierView& view)
{
    std::vector<Doing> doings;
    if (dossiers::is_closed(view.status)) return doings;
    if (view.status == Status::received || view.status == Status::incomplete)
        doings.push_back({"completion", "Compleet verklaren", "Find complete"});
    if (view.status == Status::received)
        doings.push_back({"completion-request", "Aanvulling vragen", "Ask to complete"});
    if (view.status == Status::complete) doings.push_back({"proposal", "Voorstel doen", "Make a proposal"});
    if (view.status == Status::award_proposed || view.status == Status::refusal_proposed)
        doings.push_back({"decision", "Besluiten", "Decide", Right::decide});
    doings.push_back({"withdrawal", "Ingetrokken door aanvrager", "Withdrawn by applicant"});
    return doings;
}

Html facts_of(const Visit& visit, const DossierView& view)
{
    const auto& dossier = view.row.dossier;
    const auto fact = [&](const char* nl, const char* en, const Html& value) {
        return tag("div", {}, tag("dt", {}, visit.t(nl, en)), tag("dd", {}, value));
    };
    return tag(
        "dl", {{"class", "facts"}}, fact("Stand", "Status", status_in_words(visit, view.status)),
        fact("Onderneming", "Undertaking", http::link("/undertakings/" + view.row.kvk, view.row.undertaking_name)),
        fact("Regeling", "Scheme",
             visit.t(schemes::title_of(view.scheme)) + visit.t(", regels van ", ", rules of ") +
                 visit.shown(view.scheme.from)),
        fact("Gevraagd", "Asked", visit.shown(dossier.amount)),
        fact("Ontvangen", "Received", visit.shown(dossier.received_on)),
        dossiers::is_closed(view.status) ? Html{} : fact("Beslissen voor", "Decide by", visit.shown(view.decide_by)));
}

Html history_of(const Visit& visit, const DossierView& view)
{
    std::vector<Html> items;
    for (const auto& event : view.row.history) {
        auto words = status_in_words(visit, dossiers::status_of({{}, event}));
        if (event.amount) words += ", " + visit.shown(*event.amount);
        if (event.until) words += visit.t(", tot en met ", ", until ") + visit.shown(*event.until);
        items.push_back(tag("li", {}, tag("time", {{"datetime", to_text(event.day)}}, visit.shown(event.day)),
                            " " + words + ", " + event.actor,
                            event.note.empty() ? Html{} : tag("p", {{"class", "detail"}}, event.note)));
    }
    return tag("section", {}, tag("h2", {}, visit.t("Wat er gebeurde", "What happened")),
               http::element("ol", {{"class", "timeline"}}, items));
}

std::string text_in(const formats::Json& json, const char* key)
{
    return json.contains(key) && json.at(key).is_string() ? json.at(key).get<std::string>() : std::string{};
}

std::int64_t cents_of(const formats::Json& json, const char* key)
{
    return parse_money(text_in(json, key)).value_or(Money{}).in_cents();
}

/// "72.00" hours are 72.
std::string shown_hours(const Visit& visit, const std::string& written)
{
    if (written.ends_with(".00")) return written.substr(0, written.size() - 3);
    auto hours = written;
    if (visit.language == Language::nl) std::replace(hours.begin(), hours.end(), '.', ',');
    return hours;
}

/// The plan as the applicant gave it.
Html plan_of(const Visit& visit, const DossierView& view)
{
    using reporting::ColumnType;
    const auto json = formats::Json::parse(view.row.dossier.document, nullptr, false);
    if (!json.is_object()) return {};
    reporting::Table plan{"plan",
                          {"Investeringsplan", "Investment plan"},
                          {{"description", {"Wat", "What"}},
                           {"amount", {"Bedrag", "Amount"}, ColumnType::money},
                           {"category", {"Kostensoort", "Category"}}},
                          {},
                          {}};
    Money sum;
    for (const auto& line : json.value("investment_plan", formats::Json::array())) {
        sum += Money::cents(cents_of(line, "amount"));
        plan.rows.push_back({text_in(line, "description"), cents_of(line, "amount"), text_in(line, "category")});
    }
    plan.totals = {reporting::Cell{}, sum.in_cents(), reporting::Cell{}};
    reporting::Table jobs{"jobs",
                          {"Banen", "Jobs"},
                          {{"kind", {"Soort", "Kind"}},
                           {"level", {"Niveau", "Level"}},
                           {"target_group", {"Doelgroep", "Target group"}},
                           {"jobs", {"Aantal", "Number"}, ColumnType::count},
                           {"hours", {"Uren per week", "Hours a week"}}},
                          {},
                          {}};
    for (const auto& line : json.value("jobs", formats::Json::array())) {
        const auto kind = text_in(line, "kind") == "kept" ? visit.t("behouden", "kept") : visit.t("nieuw", "made");
        jobs.rows.push_back({kind, text_in(line, "level"), text_in(line, "target_group"),
                             line.value("jobs", std::int64_t{0}), shown_hours(visit, text_in(line, "hours"))});
    }
    return tag("p", {}, text_in(json, "purpose")) + table_html(visit, in_words(visit, std::move(plan))) +
           table_html(visit, in_words(visit, std::move(jobs)));
}

http::Response show(Visit& visit)
{
    const auto view = usecases::view_application(visit.connection, visit.parts["number"]);
    if (!view) return refusal_page(visit, view.refusal());
    const auto& number = view->row.dossier.number;
    if (visit.request.query["format"] == "json")
        return download("application-" + number + ".json", "application/json", view->row.dossier.document + "\n");
    Html verdict;
    if (!dossiers::is_closed(view->status)) {
        const auto assessment = usecases::check_application(visit.connection, number, visit.today);
        verdict = assessment ? verdict_html(visit, *assessment)
                             : tag("p", {{"class", "error"}}, words_of(visit, assessment.refusal()));
    }
    const auto jobs = view->status == Status::awarded ? tag("p", {}, jobs_html(visit, number)) : Html{};
    return page(visit, visit.t("Aanvraag ", "Application ") + number,
                doings_html(visit, "/applications/" + number, doings_of(*view)) + jobs + facts_of(visit, *view) +
                    verdict + plan_of(visit, *view) + history_of(visit, *view) +
                    tag("p", {{"class", "exports"}}, visit.t("Bewaar als ", "Save as "),
                        http::link("/applications/" + number + "?format=json", "JSON")));
}

Html brief(Visit& visit)
{
    const auto view = usecases::view_application(visit.connection, visit.parts["number"]);
    return view ? facts_of(visit, *view) : tag("p", {{"class", "error"}}, words_of(visit, view.refusal()));
}

Result<std::string> follow(Visit& visit, const std::string& task, const usecases::Step& step)
{
    const auto status = usecases::follow_application(visit.connection, visit.task(task), visit.parts["number"], step);
    if (!status) return status.refusal();
    return visit.t("Stand is nu: ", "Status is now: ") + status_in_words(visit, *status) + ".";
}

std::vector<std::string> unknown_rules(Visit& visit)
{
    std::vector<std::string> rules;
    const auto assessment = usecases::check_application(visit.connection, visit.parts["number"], visit.today);
    if (!assessment) return rules;
    for (const auto& finding : assessment->verdict) {
        if (finding.outcome == schemes::Outcome::unknown) rules.emplace_back(finding.rule);
    }
    return rules;
}

const Word as_asked{
    "Zoals bij de aanvraag: per regel een bedrag, en de dag of de mijlpaal. Leeg laten, en de dagen ook: zoals "
    "gevraagd.",
    "As in an application: an amount a line, and the day or the milestone. Left empty, and the days too: as asked."};

std::vector<Field> proposal_fields(Visit& visit)
{
    std::vector<Field> fields{
        {"proposal",
         {"Voorstel", "Proposal"},
         Kind::select,
         true,
         {},
         {{"award", {"toekennen", "award"}}, {"refuse", {"afwijzen", "refuse"}}}},
        {"amount", {"Bedrag", "Amount"}, Kind::money, false, {"Leeg: zoals gevraagd.", "Empty: as asked."}},
        {"first_due",
         {"Eerste vervaldag van een lening", "First due date of a loan"},
         Kind::date,
         false,
         {"Leeg: de eerste van een maand, minstens een termijn na vandaag.",
          "Empty: the first of a month, at least one period from today."}}};
    const auto assessed = usecases::check_application(visit.connection, visit.parts["number"], visit.today);
    if (assessed && assessed->scheme.offer) {
        for (auto& field : drawing_fields()) {
            if (field.name == "tranches") field.hint = as_asked;
            fields.push_back(std::move(field));
        }
    }
    for (const auto& rule : unknown_rules(visit)) {
        const auto title = schemes::title_of_rule(rule);
        fields.push_back(
            {"judge-" + rule,
             {"Uw oordeel: " + title.nl, "Your judgement: " + title.en},
             Kind::textarea,
             false,
             {"Waarom aan deze regel is voldaan. Nodig om toe te kennen.", "Why this rule is met. Needed to award."}});
    }
    fields.push_back({"note",
                      {"Motivering", "Motivation"},
                      Kind::textarea,
                      false,
                      {"Nodig bij een afwijzing.", "Needed for a refusal."}});
    return fields;
}

Result<std::string> propose(Visit& visit, Reader& read)
{
    usecases::ProposalInput input;
    input.award = read.text("proposal") != "refuse";
    input.amount = read.money_if_given("amount");
    input.first_due = read.day_if_given("first_due");
    input.note = read.text("note");
    for (const auto& [name, value] : visit.form.fields.all()) {
        if (name.starts_with("judge-") && !value.empty()) input.judgements.push_back({name.substr(6), value});
    }
    formats::Json drawing = formats::Json::object();
    put_drawing(drawing, visit, read);
    if (read.failed()) return read.refusal();
    if (!drawing.empty()) {
        auto plan = formats::read_drawing_file(drawing.dump(), json_source);
        if (!plan) return at_field(visit, read, drawing_fields(), plan.refusal());
        input.drawing = std::move(*plan);
    }
    const auto proposal =
        usecases::propose_decision(visit.connection, visit.task("application propose"), visit.parts["number"], input);
    if (!proposal) return proposal.refusal();
    return visit.t("Het voorstel ligt klaar voor een ander om over te besluiten.",
                   "The proposal is ready for someone else to decide on.");
}

Html proposal_intro(Visit& visit)
{
    const auto assessment = usecases::check_application(visit.connection, visit.parts["number"], visit.today);
    return brief(visit) + (assessment ? verdict_html(visit, *assessment) : Html{});
}

Result<std::string> decide(Visit& visit, Reader& read)
{
    using usecases::DecisionKind;
    const auto& chosen = read.text("decision");
    const auto kind =
        chosen == "award" ? DecisionKind::award : (chosen == "refuse" ? DecisionKind::refuse : DecisionKind::send_back);
    if (chosen != "award" && chosen != "refuse" && chosen != "return")
        read.wrong("decision", visit.t("Kies een besluit.", "Choose a decision."));
    if (read.failed()) return read.refusal();
    const auto receipt = usecases::decide_application(visit.connection, visit.task("application decide"),
                                                      visit.parts["number"], {kind, read.text("reason")});
    if (!receipt) return receipt.refusal();
    if (kind == DecisionKind::refuse) return visit.t("De aanvraag is afgewezen.", "The application is refused.");
    if (kind == DecisionKind::send_back)
        return visit.t("Het voorstel is teruggestuurd.", "The proposal was sent back.");
    return visit.shown(receipt->amount) + visit.t(" toegekend als ", " awarded as ") + receipt->award +
           visit.t(". In het fonds blijft ", ". In the fund remains ") + visit.shown(receipt->available) + ".";
}

}  // namespace

std::string status_in_words(const Visit& visit, Status status)
{
    switch (status) {
        case Status::received:
            return visit.t(dossiers::status_received);
        case Status::incomplete:
            return visit.t(dossiers::status_incomplete);
        case Status::complete:
            return visit.t(dossiers::status_complete);
        case Status::award_proposed:
            return visit.t(dossiers::status_award_proposed);
        case Status::refusal_proposed:
            return visit.t(dossiers::status_refusal_proposed);
        case Status::awarded:
            return visit.t(dossiers::status_awarded);
        case Status::refused:
            return visit.t(dossiers::status_refused);
        case Status::withdrawn:
            break;
    }
    return visit.t(dossiers::status_withdrawn);
}

std::vector<Route> application_routes()
{
    std::vector<Route> routes{{http::Method::get, "/applications", Right::read, list}};
    for (auto&& route : application_form_routes()) routes.push_back(std::move(route));
    routes.push_back({http::Method::get, "/applications/{number}", Right::read, show});
    add_action(routes, {"/applications/{number}/completion",
                        Right::handle,
                        {"Aanvraag compleet verklaren", "Find the application complete"},
                        {"Compleet", "Complete"},
                        [](Visit&) {
                            return std::vector<Field>{{"note", {"Toelichting", "Note"}, Kind::text}};
                        },
                        [](Visit& visit, Reader& read) {
                            return follow(visit, "application complete", {EventKind::completed, read.text("note")});
                        },
                        brief});
    add_action(routes,
               {"/applications/{number}/completion-request",
                Right::handle,
                {"Aanvulling vragen", "Ask to complete"},
                {"Vragen", "Ask"},
                [](Visit&) {
                    return std::vector<Field>{
                        {"missing", {"Wat ontbreekt", "What is missing"}, Kind::textarea, true},
                        {"until",
                         {"Uiterlijk op", "Until"},
                         Kind::date,
                         true,
                         {"De beslistermijn staat zolang stil.", "The term to decide stands still until then."}}};
                },
                [](Visit& visit, Reader& read) -> Result<std::string> {
                    const auto missing = read.required("missing");
                    const auto until = read.day("until");
                    if (read.failed()) return read.refusal();
                    return follow(visit, "application incomplete", {EventKind::completion_requested, missing, until});
                },
                brief});
    add_action(routes, {"/applications/{number}/withdrawal",
                        Right::handle,
                        {"Aanvraag is ingetrokken", "Application was withdrawn"},
                        {"Vastleggen", "Record"},
                        [](Visit&) {
                            return std::vector<Field>{{"reason", {"Reden", "Reason"}, Kind::text, true}};
                        },
                        [](Visit& visit, Reader& read) -> Result<std::string> {
                            const auto reason = read.required("reason");
                            if (read.failed()) return read.refusal();
                            return follow(visit, "application withdraw", {EventKind::withdrawn, reason});
                        },
                        brief,
                        "",
                        false,
                        true});
    add_action(routes, {"/applications/{number}/proposal",
                        Right::handle,
                        {"Voorstel doen", "Make a proposal"},
                        {"Voorstellen", "Propose"},
                        proposal_fields,
                        propose,
                        proposal_intro});
    add_action(routes, {"/applications/{number}/decision",
                        Right::decide,
                        {"Besluiten", "Decide"},
                        {"Besluit nemen", "Take the decision"},
                        [](Visit&) {
                            return std::vector<Field>{
                                {"decision",
                                 {"Besluit", "Decision"},
                                 Kind::select,
                                 true,
                                 {},
                                 {{"", {"kies", "choose"}},
                                  {"award", {"toekennen, zoals voorgesteld", "award, as proposed"}},
                                  {"refuse", {"afwijzen, zoals voorgesteld", "refuse, as proposed"}},
                                  {"return", {"terugsturen naar wie voorstelde", "send back to who proposed"}}}},
                                {"reason",
                                 {"Reden", "Reason"},
                                 Kind::textarea,
                                 false,
                                 {"Nodig bij terugsturen.", "Needed to send back."}}};
                        },
                        decide,
                        [](Visit& visit) {
                            const auto view = usecases::view_application(visit.connection, visit.parts["number"]);
                            return proposal_intro(visit) + (view ? history_of(visit, *view) : Html{});
                        }});
    return routes;
}

}  // namespace vierkant::web
