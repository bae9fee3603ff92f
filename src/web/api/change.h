#pragma once

#include "web/api/call.h"

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace vierkant::api {

/// A POST with a JSON body.
inline Route change(std::string_view pattern, Right right, Scope scope, std::string_view operation, std::string_view nl,
                    std::vector<Field> body, std::function<Result<Reply>(Call&)> handle)
{
    Route route;
    route.method = http::Method::post;
    route.pattern = pattern;
    route.right = right;
    route.scope = scope;
    route.operation = operation;
    route.nl = nl;
    route.body_kind = Body::json;
    route.body = std::move(body);
    route.handle = std::move(handle);
    return route;
}

/// The same about one thing, of which the sender says which state he saw.
inline Route guarded(std::string_view guards, Route route)
{
    route.guards = guards;
    return route;
}

}  // namespace vierkant::api
