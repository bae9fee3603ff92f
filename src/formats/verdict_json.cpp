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

Json activity_json(const parties::Activity& activity)
{
    return {{"code", activity.code},
            {"title", Json{{"nl", activity.title_nl}, {"en", activity.title_en}}},
            {"sector", parties::name_of(activity.sector)}};
}

std::string_view name_of(parties::EducationLevel::AtMostMbo at_most)
{
    using AtMostMbo = parties::EducationLevel::AtMostMbo;
    if (at_most == AtMostMbo::policy) return "policy";
    return at_most == AtMostMbo::yes ? "yes" : "no";
}

Json rules_json(const state_aid::DeMinimisRules& rules)
{
    const bool rolling = rules.window == state_aid::Window::rolling_years;
    return {{"regulation", rules.regulation},
            {"window", rolling ? "rolling-years" : "fiscal-years"},
            {"ceiling", to_text(rules.ceiling)},
            {"ceiling_road_freight", to_text(rules.ceiling_road_freight)},
            {"safe_harbour_within_five_years", to_text(rules.safe_harbour.within_five_years)},
            {"safe_harbour_within_ten_years", to_text(rules.safe_harbour.within_ten_years)}};
}

Json rate_json(const state_aid::ReferenceRate& rate)
{
    return {{"base", to_percent_text(rate.base.rate)},        {"base_from", to_text(rate.base.from)},
            {"changes_missing_after", rate.base.gap_after},   {"margin", to_percent_text(rate.margin)},
            {"reference", to_percent_text(rate.reference())}, {"discount", to_percent_text(rate.discount())}};
}

Json aid_json(const schemes::AidFacts& aid)
{
    Json json = Json::object();
    put(json, "rules", aid.rules, rules_json);
    json["awarded_before"] = Json::array();
    for (const auto& award : aid.registered) {
        json["awarded_before"].push_back({{"awarded_on", to_text(award.awarded_on)},
                                          {"equivalent", to_text(award.equivalent)},
                                          {"regulation", award.regulation}});
    }
    put(json, "reference_rate", aid.rate, rate_json);
    put(json, "base_rate", aid.base_rate, to_percent_text);
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
    put(json, "activity", facts.activity, activity_json);
    json["side_activities"] = Json::array();
    for (const auto& activity : facts.side_activities) json["side_activities"].push_back(activity_json(activity));
    put(json, "municipality", facts.municipality, [](const auto& municipality) { return municipality.name; });
    json["levels"] = Json::array();
    for (const auto& level : facts.levels) {
        json["levels"].push_back({{"code", level.code}, {"mbo_or_below", name_of(level.at_most_mbo)}});
    }
    json["aid"] = aid_json(facts.aid);
    return json;
}

}  // namespace vierkant::formats
