#pragma once

#include "web/api/call.h"
#include "web/http/server.h"

#include <exception>

namespace vierkant::api {

/// What the API needs of the server it lives in.
struct Environment {
    storage::Connection& connection;
    Date today = Date::from_serial(0);
    std::string at;  ///< the instant, UTC
};

/// Is this an address of the API?
bool is_api(const std::string& path);
/// What a request asks of the server.
http::Demands demands_of(http::Method method, const std::string& path);

/// Answers a request. Refusals are problems (RFC 9457); machine trouble is thrown, for the server to note and to tell
/// with trouble().
http::Response answer(const Environment& environment, const http::Request& request);
http::Response trouble(const http::Request& request, const std::string& reference);

}  // namespace vierkant::api
