#include "web/api/case_json.h"

#include "formats/undertaking_json.h"
#include "formats/verdict_json.h"

#include <array>

namespace vierkant::api {

std::string_view name_of(dossiers::Status status)
{
    // In the order of dossiers::Status.
    static constexpr std::array names{"received",         "incomplete", "complete", "award-proposed",
                                      "refusal-proposed", "awarded",    "refused",  "withdrawn"};
    return names.at(static_cast<std::size_t>(status));
}

Json without_comments(Json document)
{
    if (document.is_array()) {
        for (auto& item : document) item = without_comments(std::move(item));
    }
    if (!document.is_object()) return document;
    auto kept = Json::object();
    for (auto& [key, part] : document.items()) {
        if (!formats::is_comment(key)) kept[key] = without_comments(std::move(part));
    }
    return kept;
}

Json undertaking_of(const storage::StoredUndertaking& stored)
{
    auto json = formats::undertaking_json(stored.value);
    json["version"] = stored.version;
    return json;
}

Json summary_of(const usecases::DossierView& view)
{
    const auto& dossier = view.row.dossier;
    return {{"number", dossier.number},
            {"status", name_of(view.status)},
            {"undertaking", {{"name", view.row.undertaking_name}, {"kvk", view.row.kvk}}},
            {"scheme", dossier.scheme},
            {"scheme_from", to_text(dossier.scheme_from)},
            {"amount", to_text(dossier.amount)},
            {"received_on", to_text(dossier.received_on)},
            {"decide_by", dossiers::is_closed(view.status) ? Json(nullptr) : Json(to_text(view.decide_by))}};
}

Json application_of(const usecases::DossierView& view)
{
    auto json = summary_of(view);
    auto events = Json::array();
    dossiers::History so_far;
    for (const auto& event : view.row.history) {
        so_far.push_back(event);
        Json row{{"day", to_text(event.day)}, {"status", name_of(dossiers::status_of(so_far))}, {"actor", event.actor}};
        if (event.amount) row["amount"] = to_text(*event.amount);
        if (event.until) row["until"] = to_text(*event.until);
        if (!event.note.empty()) row["note"] = event.note;
        events.push_back(std::move(row));
    }
    json["events"] = std::move(events);
    json["application"] = without_comments(Json::parse(view.row.dossier.document));
    return json;
}

Json verdict_of(const usecases::Assessment& assessment)
{
    return {{"scheme", assessment.scheme.code},
            {"scheme_from", to_text(assessment.scheme.from)},
            {"assessed_on", to_text(assessment.facts.assessed_on)},
            {"verdict", formats::verdict_json(assessment.verdict)}};
}

}  // namespace vierkant::api
