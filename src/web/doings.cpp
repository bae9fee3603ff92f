#include "web/doings.h"

#include <vector>

namespace vierkant::web {

namespace {

Html links_html(const Visit& visit, const std::string& here, std::span<const Doing> doings)
{
    std::vector<Html> links;
    for (const auto& doing : doings) {
        links.push_back(tag("a", {{"href", here + "/" + std::string{doing.name}}, {"class", "button"}},
                            visit.t(doing.nl, doing.en)));
    }
    return http::joined(links, Html{" "});
}

std::string title(const Visit& visit)
{
    return visit.t("Wat u kunt doen", "What you can do");
}

}  // namespace

Html doings_html(const Visit& visit, const std::string& here, std::span<const Doing> doings)
{
    if (!visit.may(Right::handle)) return {};
    return tag("nav", {{"class", "doing"}, {"aria-label", title(visit)}}, links_html(visit, here, doings));
}

Html doings_html(const Visit& visit, const std::string& here, std::span<const DoingGroup> groups)
{
    if (!visit.may(Right::handle)) return {};
    std::vector<Html> rows;
    for (const auto& group : groups) {
        rows.push_back(tag("li", {{"class", "doing"}},
                           tag("span", {{"class", "doing-name"}}, visit.t(group.nl, group.en)),
                           links_html(visit, here, group.doings)));
    }
    return tag("nav", {{"class", "doings"}, {"aria-label", title(visit)}}, http::element("ul", {}, rows));
}

}  // namespace vierkant::web
