#include "web/verdict_html.h"

#include "domain/schemes/finding.h"

namespace vierkant::web {

namespace {

using schemes::Outcome;

struct Look {
    std::string_view style, mark, nl, en;
};
Look look_of(Outcome outcome)
{
    switch (outcome) {
        case Outcome::met:
            return {"met", "✓", "voldoet", "met"};
        case Outcome::not_met:
            return {"not-met", "✗", "voldoet niet", "not met"};
        case Outcome::unknown:
            break;
    }
    return {"unknown", "?", "beoordelen", "judge"};
}

}  // namespace

Html verdict_html(const Visit& visit, const usecases::Assessment& assessment)
{
    std::vector<Html> items;
    for (const auto& finding : assessment.verdict) {
        const auto look = look_of(finding.outcome);
        items.push_back(tag(
            "li", {{"class", std::string{look.style}}},
            tag("span", {{"class", "mark"}, {"aria-hidden", "true"}}, std::string{look.mark}),
            tag("div", {},
                tag("strong", {}, visit.t(schemes::title_of_rule(finding.rule)) + ": " + visit.t(look.nl, look.en)),
                tag("p", {}, finding.in(visit.language)), tag("p", {{"class", "detail"}}, visit.t(finding.source)))));
    }
    const auto overall = look_of(schemes::overall(assessment.verdict));
    const auto conclusion = overall.style == "met" ? visit.t("Aan alle regels is voldaan.", "All rules are met.")
                            : overall.style == "not-met"
                                ? visit.t("Niet aan alle regels is voldaan.", "Not all rules are met.")
                                : visit.t("Een mens moet nog oordelen.", "A person still has to judge.");
    return tag("section", {}, tag("h2", {}, visit.t("Toets per regel", "Check per rule")),
               tag("p", {{"class", "conclusion " + std::string{overall.style}}}, conclusion),
               http::element("ul", {{"class", "verdict"}}, items));
}

}  // namespace vierkant::web
