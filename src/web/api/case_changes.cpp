// Undertakings and applications: what changes them, up to the decision.

#include "formats/offer_json.h"
#include "formats/undertaking_json.h"
#include "usecases/decide_application.h"
#include "usecases/follow_application.h"
#include "usecases/list_undertakings.h"
#include "usecases/propose_decision.h"
#include "usecases/register_application.h"
#include "usecases/register_undertaking.h"
#include "web/api/case_json.h"
#include "web/api/change.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using formats::Fields;
using http::Method;
using Type = Field::Type;

constexpr std::string_view undertaking_pattern = "/undertakings/{kvk}";
constexpr std::string_view application_pattern = "/applications/{number}";

Result<Reply> add_undertaking(Call& call)
{
    const auto stored = usecases::add_undertaking(call.connection, call.task("undertaking add"), call.request.body,
                                                  std::string{body_name});
    if (!stored) return stored.refusal();
    return Reply{201, undertaking_of(*stored), "/undertakings/" + stored->value.kvk.text()};
}

Result<Reply> change_undertaking(Call& call)
{
    const auto now = usecases::show_undertaking(call.connection, call.parts["kvk"]);
    if (!now) return now.refusal();
    const auto told = formats::read_undertaking(call.request.body, std::string{body_name});
    if (!told) return told.refusal();
    if (told->kvk.text() != now->value.kvk.text()) return bad_input(other_number, {}, "body /kvk");
    const auto stored = usecases::change_undertaking(call.connection, call.task("undertaking change"),
                                                     call.request.body, std::string{body_name}, now->version);
    if (!stored) return stored.refusal();
    return Reply{201, undertaking_of(*stored), "/undertakings/" + stored->value.kvk.text()};
}

/// The application as it stands after a change.
Result<Reply> application_now(Call& call, const std::string& number)
{
    const auto view = usecases::view_application(call.connection, number);
    if (!view) return view.refusal();
    return Reply{201, application_of(*view), "/applications/" + number};
}

Result<Reply> register_application(Call& call)
{
    const auto dossier = usecases::register_application(call.connection, call.task("application register"),
                                                        call.request.body, std::string{body_name});
    if (!dossier) return dossier.refusal();
    return application_now(call, dossier->number);
}

Result<Reply> follow(Call& call, const std::string& task, const usecases::Step& step)
{
    const auto& number = call.parts["number"];
    const auto status = usecases::follow_application(call.connection, call.task(task), number, step);
    if (!status) return status.refusal();
    return application_now(call, number);
}

Result<Reply> request_completion(Call& call)
{
    const auto step = read_body(call, [&](Fields& f) {
        return usecases::Step{dossiers::EventKind::completion_requested, f.text("missing"), f.date("until")};
    });
    if (!step) return step.refusal();
    return follow(call, "application incomplete", *step);
}

/// A step that takes one text, or none.
Result<Reply> take_step(Call& call, const std::string& task, dossiers::EventKind kind, std::string_view field)
{
    const auto step = read_body(call, [&](Fields& f) { return usecases::Step{kind, f.text_or(field, "")}; });
    if (!step) return step.refusal();
    return follow(call, task, *step);
}

Result<Reply> complete(Call& call)
{
    return take_step(call, "application complete", dossiers::EventKind::completed, "note");
}

Result<Reply> withdraw(Call& call)
{
    return take_step(call, "application withdraw", dossiers::EventKind::withdrawn, "reason");
}

usecases::ProposalInput proposal_in(Fields& f)
{
    usecases::ProposalInput input;
    input.award = f.flag("award");
    if (f.has("amount")) input.amount = f.positive_money("amount");
    input.first_due = f.optional_date("first_due");
    input.note = f.text_or("note", "");
    for (auto& item : f.objects_or_none("judgements")) {
        input.judgements.push_back({item.text("rule"), item.text("motivation")});
        item.refuse_unknown();
    }
    if (auto drawing = f.optional_object("drawing")) {
        input.drawing = formats::read_drawing_plan(*drawing);
        drawing->refuse_unknown();
    }
    return input;
}

Result<Reply> propose(Call& call)
{
    const auto input = read_body(call, proposal_in);
    if (!input) return input.refusal();
    const auto& number = call.parts["number"];
    const auto proposal = usecases::propose_decision(call.connection, call.task("application propose"), number, *input);
    if (!proposal) return proposal.refusal();
    return application_now(call, number);
}

Result<Reply> decide(Call& call)
{
    using usecases::DecisionKind;
    const auto decision = read_body(call, [&](Fields& f) {
        return usecases::Decision{f.one_of<DecisionKind>("decision", {{"award", DecisionKind::award},
                                                                      {"refuse", DecisionKind::refuse},
                                                                      {"send-back", DecisionKind::send_back}}),
                                  f.text_or("reason", "")};
    });
    if (!decision) return decision.refusal();
    const auto& number = call.parts["number"];
    const auto receipt =
        usecases::decide_application(call.connection, call.task("application decide"), number, *decision);
    if (!receipt) return receipt.refusal();
    auto reply = application_now(call, number);
    if (reply && !receipt->award.empty()) {
        const bool loan = receipt->award.starts_with("L-");
        reply->location = (loan ? "/loans/" : "/grants/") + receipt->award;
        reply->body["award"] = {{"number", receipt->award},
                                {"amount", to_text(receipt->amount)},
                                {"payment_reference", receipt->payment_reference},
                                {"available", to_text(receipt->available)}};
    }
    return reply;
}

}  // namespace

std::vector<Route> case_changes()
{
    constexpr auto write = Scope::applications_write;
    constexpr auto handle = Right::handle;
    return {
        change("/undertakings", handle, write, "addUndertaking",
               "Legt een onderneming vast; de velden staan in docs/reference/undertaking.schema.json", {},
               add_undertaking),
        guarded(undertaking_pattern,
                change("/undertakings/{kvk}/versions", handle, write, "changeUndertaking",
                       "Legt een volgende versie van een onderneming vast; wat er stond blijft bewaard", {},
                       change_undertaking)),
        change("/applications", handle, write, "registerApplication",
               "Legt een aanvraag vast en opent haar dossier; de velden staan in "
               "docs/reference/application.schema.json",
               {}, register_application),
        guarded(application_pattern, change("/applications/{number}/completion-requests", handle, write,
                                            "requestCompletion", "Vraagt om aanvulling; de klok staat stil",
                                            {{"missing", Type::text, true, "wat ontbreekt"},
                                             {"until", Type::date, true, "laatste dag om aan te vullen"}},
                                            request_completion)),
        guarded(application_pattern, change("/applications/{number}/completions", handle, write, "completeApplication",
                                            "Verklaart een aanvraag volledig",
                                            {{"note", Type::text, false, "toelichting; geen namen"}}, complete)),
        guarded(application_pattern,
                change("/applications/{number}/withdrawals", handle, write, "withdrawApplication",
                       "Trekt een aanvraag in", {{"reason", Type::text, false, "reden"}}, withdraw)),
        guarded(application_pattern, change("/applications/{number}/proposals", handle, write, "proposeDecision",
                                            "Stelt een besluit voor; een ander beslist",
                                            {{"award", Type::flag, true, "true: toekennen; false: afwijzen"},
                                             {"amount", Type::money, false, "anders als gevraagd"},
                                             {"first_due", Type::date, false, "eerste vervaldag van een lening"},
                                             {"drawing", Type::object, false,
                                              "hoe een lening wordt opgenomen: tranches, first_drawing en "
                                              "last_drawing; anders als gevraagd"},
                                             {"note", Type::text, false, "motivering; bij afwijzen verplicht"},
                                             {"judgements", Type::objects, false,
                                              "rule en motivation van elke regel die een mens beoordeelt"}},
                                            propose)),
        guarded(application_pattern, change("/applications/{number}/decisions", Right::decide, Scope::decisions_write,
                                            "decideApplication", "Beslist op een voorstel van een ander",
                                            {{"decision", Type::text, true, "award, refuse of send-back"},
                                             {"reason", Type::text, false, "bij terugsturen verplicht"}},
                                            decide)),
    };
}

}  // namespace vierkant::api
