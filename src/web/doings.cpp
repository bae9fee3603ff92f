#include "web/doings.h"

#include <vector>

namespace vierkant::web {

namespace {

std::vector<Html> links_of(const Visit& visit, const std::string& here, std::span<const Doing> doings)
{
    std::vector<Html> links;
    for (const auto& doing : doings) {
        if (!visit.may(doing.right)) continue;
        links.push_back(tag("a", {{"href", here + "/" + std::string{doing.name}}, {"class", "button"}},
                            visit.t(doing.nl, doing.en)));
    }
    return links;
}

std::string title(const Visit& visit)
{
    return visit.t("Wat u kunt doen", "What you can do");
}

}  // namespace

Html doings_html(const Visit& visit, const std::string& here, std::span<const Doing> doings)
{
    const auto links = links_of(visit, here, doings);
    if (links.empty()) return {};
    return tag("nav", {{"class", "doing"}, {"aria-label", title(visit)}}, http::joined(links, Html{" "}));
}

Html doings_html(const Visit& visit, const std::string& here, std::span<const DoingGroup> groups)
{
    std::vector<Html> rows;
    for (const auto& group : groups) {
        const auto links = links_of(visit, here, group.doings);
        if (links.empty()) continue;
        rows.push_back(tag("li", {{"class", "doing"}},
                           tag("span", {{"class", "doing-name"}}, visit.t(group.nl, group.en)),
                           tag("span", {{"class", "doing-links"}}, http::joined(links, Html{" "}))));
    }
    if (rows.empty()) return {};
    return tag("nav", {{"class", "doings"}, {"aria-label", title(visit)}}, http::element("ul", {}, rows));
}

}  // namespace vierkant::web
