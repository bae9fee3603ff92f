#pragma once

#include "web/http/message.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::http {

/// What a pattern such as "/loans/{number}/schedule" found in a path.
std::optional<Fields> match_path(std::string_view pattern, std::string_view path);

/// The first of `routes` that fits. Route has `method` and `pattern`.
template <class Route>
struct Found {
    const Route* route = nullptr;  ///< null: no page has this address
    Fields parts;
    bool other_method = false;  ///< the address is there, but not for this method
};

template <class Route>
Found<Route> find_route(const std::vector<Route>& routes, Method method, std::string_view path)
{
    Found<Route> found;
    for (const auto& route : routes) {
        auto parts = match_path(route.pattern, path);
        if (!parts) continue;
        if (route.method == method) return {&route, std::move(*parts), false};
        found.other_method = true;
    }
    return found;
}

/// What the routes with this address take, for a header Allow.
template <class Route>
std::string allowed_methods(const std::vector<Route>& routes, std::string_view path)
{
    bool get = false;
    bool post = false;
    for (const auto& route : routes) {
        if (!match_path(route.pattern, path)) continue;
        get = get || route.method == Method::get;
        post = post || route.method == Method::post;
    }
    return std::string{get ? "GET, HEAD" : ""} + (get && post ? ", " : "") + (post ? "POST" : "");
}

}  // namespace vierkant::http
