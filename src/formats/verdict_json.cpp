#include "formats/verdict_json.h"

#include "formats/application_json.h"
#include "formats/undertaking_json.h"

namespace vierkant::formats {

namespace {

std::string name_of(schemes::Outcome outcome)
{
    switch (outcome) {
        case schemes::Outcome::met:
            return "met";
        case schemes::Outcome::not_met:
            return "not_met";
        case schemes::Outcome::unknown:
            return "unknown";
    }
    verify(false, "every outcome has a name");
    return {};
}

/// A figure as files have it: amounts "1234.50", days "2026-01-15", percentages "4.25".
Json figure_json(const Figure& figure)
{
    struct {
        Json operator()(const std::string& text) const { return text; }
        Json operator()(Money amount) const { return to_text(amount); }
        Json operator()(Date day) const { return to_text(day); }
        Json operator()(Rate rate) const { return to_percent_text(rate); }
        Json operator()(const Word& word) const { return Json{{"nl", word.nl}, {"en", word.en}}; }
    } as_json;
    return std::visit(as_json, figure);
}

template <class T, class Show>
void put(Json& json, const std::string& key, const std::optional<T>& value, Show show)
{
    if (value) json[key] = show(*value);
}

Json aid_json(const schemes::AidFacts& aid)
{
    Json json = Json::object();
    put(json, "rules", aid.rules, [](const auto& rules) {
        return Json{{"regulation", rules.regulation}, {"ceiling", to_text(rules.ceiling)}};
    });
    json["awarded_before"] = Json::array();
    for (const auto& award : aid.registered) {
        json["awarded_before"].push_back({{"awarded_on", to_text(award.awarded_on)},
                                          {"equivalent", to_text(award.equivalent)},
                                          {"regulation", award.regulation}});
    }
    put(json, "base_rate", aid.rate, [](const auto& rate) { return to_percent_text(rate.base.rate); });
    put(json, "margin", aid.rate, [](const auto& rate) { return to_percent_text(rate.margin); });
    if (aid.loan) {
        const auto amount = [](Money money) { return to_text(money); };
        put(json, "equivalent_by_reference_rate", aid.loan->by_reference_rate, amount);
        put(json, "equivalent_by_safe_harbour", aid.loan->by_safe_harbour, amount);
    }
    put(json, "investment_intensity", aid.investment_intensity, to_percent_text);
    return json;
}

}  // namespace

Json verdict_json(const schemes::Verdict& verdict)
{
    Json json = Json::array();
    for (const auto& finding : verdict) {
        Json figures = Json::object();
        for (const auto& figure : finding.figures) figures[std::string{figure.name}] = figure_json(figure.value);
        json.push_back({{"rule", finding.rule},
                        {"outcome", name_of(finding.outcome)},
                        {"nl", finding.in(Language::nl)},
                        {"en", finding.in(Language::en)},
                        {"source", Json{{"nl", finding.source.nl}, {"en", finding.source.en}}},
                        {"figures", std::move(figures)}});
    }
    return json;
}

Json facts_json(const schemes::Facts& facts)
{
    Json json{{"assessed_on", to_text(facts.assessed_on)},
              {"available", to_text(facts.available)},
              {"application", application_json(facts.application)},
              {"undertaking", undertaking_json(facts.undertaking)}};
    put(json, "activity", facts.activity, [](const parties::Activity& activity) {
        return Json{
            {"code", activity.code}, {"title", activity.title_nl}, {"sector", parties::name_of(activity.sector)}};
    });
    json["aid"] = aid_json(facts.aid);
    return json;
}

}  // namespace vierkant::formats
