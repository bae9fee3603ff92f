#include "web/doings.h"

#include <vector>

namespace vierkant::web {

Html doings_html(const Visit& visit, const std::string& here, std::span<const Doing> doings)
{
    if (!visit.may(Right::handle)) return {};
    std::vector<Html> links;
    for (const auto& doing : doings) {
        links.push_back(tag("a", {{"href", here + "/" + std::string{doing.name}}, {"class", "button"}},
                            visit.t(doing.nl, doing.en)));
    }
    return tag("nav", {{"class", "doing"}, {"aria-label", visit.t("Wat u kunt doen", "What you can do")}},
               http::joined(links, Html{" "}));
}

}  // namespace vierkant::web
