#include "web/scheme_document.h"

#include <array>
#include <set>

namespace vierkant::web {

namespace {

using formats::Json;

struct Name {
    std::string_view key, nl, en;
};
constexpr std::array names{
    Name{"decision_weeks", "Beslistermijn in weken", "Weeks to decide"},
    Name{"sectors", "Sectoren", "Sectors"},
    Name{"municipalities", "Gemeenten", "Municipalities"},
    Name{"amount_least", "Minimumbedrag", "Minimum amount"},
    Name{"amount_most", "Maximumbedrag", "Maximum amount"},
    Name{"aid", "Grondslag van de steun", "Ground of the aid"},
    Name{"largest", "Grootste onderneming", "Largest undertaking"},
    Name{"jobs_least", "Banen ten minste", "Jobs at least"},
    Name{"jobs_share_at_most_mbo", "Deel op mbo-niveau of lager (%)", "Share at mbo level or below (%)"},
    Name{"amount_per_job_most", "Bedrag per baan hoogstens", "Amount for a job at most"},
    Name{"own_contribution_least", "Eigen inbreng ten minste (%)", "Own contribution at least (%)"},
    Name{"offer", "Aanbod", "Offer"},
    Name{"cost_categories", "Kostensoorten", "Categories of cost"},
    Name{"amount_per_worker", "Bedrag per werknemer", "Amount for a worker"},
    Name{"hours_least", "Uren per week ten minste", "Hours a week at least"},
    Name{"months_kept", "Maanden in dienst", "Months employed"},
    Name{"premium_share", "Premie (% van de investering)", "Premium (% of the investment)"},
    Name{"premium_categories", "Kosten met premie", "Costs with premium"},
    Name{"dunning", "Briefplan bij achterstand", "Letters about arrears"},
};

Word name_of(const std::string& key)
{
    for (const auto& name : names) {
        if (name.key == key) return {std::string{name.nl}, std::string{name.en}};
    }
    return {key, key};
}

/// Parts after each other; what is written in letters is left out.
std::string in_text(const Json& value)
{
    if (value.is_string()) return value.get<std::string>();
    if (value.is_array()) {
        std::string text;
        for (const auto& one : value) text += (text.empty() ? "" : "; ") + in_text(one);
        return text;
    }
    if (!value.is_object()) return value.dump();
    std::string text;
    for (const auto& [key, one] : value.items()) {
        if (key == "nl" || key == "en") continue;
        text += (text.empty() ? "" : ", ") + key + " " + in_text(one);
    }
    return text;
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
        parameters.push_back(
            {key, name_of(key), in_text(value), source, sourced && (value.is_string() || value.is_number_integer())});
    }
    return parameters;
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
