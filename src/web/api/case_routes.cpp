// Undertakings, schemes and applications: reading.

#include "storage/dossier_store.h"
#include "usecases/assess_application.h"
#include "usecases/list_undertakings.h"
#include "web/api/case_json.h"
#include "web/api/messages.h"
#include "web/api/resource.h"

namespace vierkant::api {

namespace {

using http::Method;
using Type = Field::Type;

Result<Reply> list_undertakings(Call& call)
{
    const auto& query = call.request.query;
    storage::UndertakingFilter filter{query["q"], ""};
    if (!query["municipality"].empty()) {
        const auto code = parties::MunicipalityCode::parse(query["municipality"]);
        if (!code) return code.refusal();
        filter.municipality = code->text();
    }
    const auto total = usecases::count_undertakings(call.connection, filter, query["sector"]);
    filter.part = call.part();
    const auto list = usecases::list_undertakings(call.connection, filter, query["sector"], call.today);
    if (!list) return list.refusal();
    return page_of(*list, total);
}

Result<Reply> show_undertaking(Call& call)
{
    const auto stored = usecases::show_undertaking(call.connection, call.parts["kvk"]);
    if (!stored) return stored.refusal();
    return Reply{200, undertaking_of(*stored)};
}

Result<Reply> list_schemes(Call& call)
{
    auto items = Json::array();
    for (const auto& scheme : storage::scheme_editions(call.connection)) {
        items.push_back({{"scheme", scheme.code},
                         {"title", schemes::title_of(scheme).in(call.language)},
                         {"fund", scheme.fund},
                         {"from", to_text(scheme.from)},
                         {"until", scheme.until ? Json(to_text(*scheme.until)) : Json(nullptr)},
                         {"amount_least", to_text(scheme.amount_least.value)},
                         {"amount_most", to_text(scheme.amount_most.value)}});
    }
    return Reply{200, std::move(items)};
}

Result<Reply> show_scheme(Call& call)
{
    const auto on = day_in(call, "on", call.today);
    if (!on) return on.refusal();
    const auto document = storage::scheme_document(call.connection, call.parts["scheme"], *on);
    if (!document) return refuse(scheme_unknown, {{"scheme", call.parts["scheme"]}, {"day", *on}});
    return Reply{200, without_comments(Json::parse(*document))};
}

Result<Reply> list_applications(Call& call)
{
    using Which = storage::DossierFilter::Which;
    auto items = Json::array();
    const auto which = call.request.query["open"] == "true" ? Which::open : Which::all;
    for (const auto& view : usecases::list_applications(call.connection, {.which = which}))
        items.push_back(summary_of(view));
    return Reply{200, std::move(items)};
}

Result<Reply> show_application(Call& call)
{
    const auto view = usecases::view_application(call.connection, call.parts["number"]);
    if (!view) return view.refusal();
    return Reply{200, application_of(*view)};
}

Result<Reply> show_verdict(Call& call)
{
    const auto assessment = usecases::check_application(call.connection, call.parts["number"], call.today);
    if (!assessment) return assessment.refusal();
    return Reply{200, verdict_of(*assessment)};
}

Result<Reply> assess(Call& call)
{
    const auto assessment =
        usecases::check_application_file(call.connection, call.request.body, std::string{body_name}, call.today);
    if (!assessment) return assessment.refusal();
    return Reply{200, verdict_of(*assessment)};
}

}  // namespace

std::vector<Route> case_routes()
{
    return {
        {.pattern = "/undertakings",
         .operation = "listUndertakings",
         .nl = "De ondernemingen, op naam",
         .query = {{"q", Type::text, false, "deel van de naam, of KvK-nummer"},
                   {"municipality", Type::text, false, "GMnnnn"},
                   {"sector", Type::text, false, "industry, technology, logistics of none"}},
         .handle = list_undertakings},
        {.pattern = "/undertakings/{kvk}",
         .operation = "getUndertaking",
         .nl = "Een onderneming met haar versie",
         .handle = show_undertaking},
        {.pattern = "/schemes",
         .operation = "listSchemes",
         .nl = "De regelingen met hun edities",
         .handle = list_schemes},
        {.pattern = "/schemes/{scheme}",
         .operation = "getScheme",
         .nl = "Een regeling zoals zij op een dag geldt",
         .query = {{"on", Type::date, false, "anders vandaag"}},
         .handle = show_scheme},
        {.pattern = "/applications",
         .operation = "listApplications",
         .nl = "De aanvragen, de nieuwste eerst",
         .query = {{"open", Type::flag, false, "alleen die nog lopen"}},
         .handle = list_applications},
        {.pattern = "/applications/{number}",
         .operation = "getApplication",
         .nl = "Een aanvraag met haar stand, termijn en gebeurtenissen",
         .handle = show_application},
        {.pattern = "/applications/{number}/verdict",
         .operation = "getVerdict",
         .nl = "Het oordeel per regel, op vandaag",
         .handle = show_verdict},
        {.method = Method::post,
         .pattern = "/application-assessments",
         .operation = "assessApplication",
         .nl = "Het oordeel per regel over een aanvraag die niet is vastgelegd; bewaart niets",
         .body_kind = Body::json,
         .changes = false,
         .handle = assess},
    };
}

}  // namespace vierkant::api
