#include "web/scheme_document.h"

#include "base/rate.h"
#include "web/forms.h"
#include "web/scheme_words.h"

#include <set>

namespace vierkant::web {

namespace {

using formats::Json;
using Kind = SchemeParameter::Kind;

std::string text_of(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

bool is_percent(const std::string& key)
{
    static const std::set<std::string> shares{"jobs_share_at_most_mbo", "own_contribution_least", "premium_share",
                                              "share", "percent"};
    return shares.contains(key) || key.ends_with("_percent");
}

Kind kind_of(const std::string& key, const Json& value)
{
    if (value.is_number_integer()) return Kind::number;
    if (!value.is_string()) return Kind::several;
    if (is_percent(key) || key == "hours_least") return Kind::decimal;
    if (key == "aid" || key == "largest") return Kind::choice;
    return key.starts_with("amount_") ? Kind::money : Kind::text;
}

std::string shown_rate(const Visit& visit, Rate rate)
{
    return visit.language == Language::nl ? dutch(rate) : to_percent_text(rate);
}

/// One value in words.
std::string leaf(const Visit& visit, const std::string& key, const Json& value, const reporting::CodeLists& codes)
{
    if (value.is_boolean()) return value.get<bool>() ? visit.t("ja", "yes") : visit.t("nee", "no");
    const auto text = text_of(value);
    if (const auto word = word_of_value(text)) return visit.t(*word);
    for (const auto* list : {"sector", "municipality", "category"}) {
        const auto found = codes.find(list);
        if (found == codes.end()) continue;
        if (const auto title = found->second.find(text); title != found->second.end())
            return title->second.in(visit.language);
    }
    if (is_percent(key)) {
        const auto rate = parse_percent(text);
        return rate ? shown_rate(visit, *rate) + " %" : text;
    }
    const bool decimal = value.is_string() && text.size() > 3 && text[text.size() - 3] == '.';
    const auto amount = decimal ? parse_money(text) : std::nullopt;
    return amount ? visit.shown(*amount) : text;
}

Html several(const Visit& visit, const std::string& key, const Json& value, const reporting::CodeLists& codes);

/// "Vorm: annuïteit"; what is written in letters and what is only a code is left out.
std::vector<Html> parts_of(const Visit& visit, const Json& group, const reporting::CodeLists& codes)
{
    static const std::set<std::string> unsaid{"nl", "en", "code", "title_nl", "title_en"};
    std::vector<Html> parts;
    if (const auto title = group.find(visit.t("title_nl", "title_en")); title != group.end())
        parts.emplace_back(text_of(*title));
    for (const auto& [key, value] : group.items()) {
        if (unsaid.contains(key)) continue;
        parts.push_back(Html{visit.t(name_of_part(key)) + ": "} + several(visit, key, value, codes));
    }
    return parts;
}

Html several(const Visit& visit, const std::string& key, const Json& value, const reporting::CodeLists& codes)
{
    if (value.is_object()) return http::joined(parts_of(visit, value, codes), Html{", "});
    if (!value.is_array()) return leaf(visit, key, value, codes);
    const bool groups = !value.empty() && value.front().is_object();
    std::vector<Html> items;
    for (const auto& one : value) {
        const auto item = several(visit, key, one, codes);
        items.push_back(groups ? tag("li", {}, item) : item);
    }
    return groups ? http::element("ul", {}, items) : http::joined(items, Html{", "});
}

}  // namespace

std::vector<SchemeParameter> parameters_of(const Json& document)
{
    static const std::set<std::string> head{"$schema", "_note", "code",       "title_nl", "title_en", "fund",
                                            "measure", "from",  "instrument", "until",    "sources"};
    std::vector<SchemeParameter> parameters;
    for (const auto& [key, given] : document.items()) {
        if (head.contains(key)) continue;
        const bool sourced = given.is_object() && given.contains("value");
        const auto& value = sourced ? given.at("value") : given;
        const auto source = given.is_object() && given.contains("source") && given.at("source").is_string()
                                ? given.at("source").get<std::string>()
                                : std::string{};
        parameters.push_back({key, name_of_part(key), value, source, sourced ? kind_of(key, value) : Kind::several});
    }
    return parameters;
}

Html value_html(const Visit& visit, const SchemeParameter& parameter, const reporting::CodeLists& codes)
{
    const auto& value = parameter.value;
    if (!value.is_object()) return several(visit, parameter.key, value, codes);
    std::vector<Html> items;
    for (const auto& part : parts_of(visit, value, codes)) items.push_back(tag("li", {}, part));
    return http::element("ul", {}, items);
}

std::string value_typed(const Visit& visit, const SchemeParameter& parameter)
{
    const auto text = text_of(parameter.value);
    if (parameter.kind == Kind::money) {
        const auto amount = parse_money(text);
        return amount ? visit.shown(*amount) : text;
    }
    if (parameter.kind != Kind::decimal) return text;
    const auto rate = parse_percent(text);
    return rate ? shown_rate(visit, *rate) : text;
}

std::string value_written(const Visit& visit, const SchemeParameter& parameter, const std::string& typed)
{
    if (parameter.kind == Kind::money) {
        const auto amount = read_money(typed, visit.language);
        return amount ? to_text(*amount) : typed;
    }
    if (parameter.kind != Kind::decimal) return typed;
    const auto rate = read_percent(typed);
    return rate ? to_percent_text(*rate) : typed;
}

std::string source_in_words(const Json& document, const std::string& name, Language language)
{
    if (!document.contains("sources")) return name;
    for (const auto& source : document.at("sources")) {
        if (source.value("name", "") == name) return source.value(language == Language::nl ? "nl" : "en", name);
    }
    return name;
}

}  // namespace vierkant::web
