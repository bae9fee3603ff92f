#pragma once

#include "web/desk.h"
#include "web/http/server.h"

#include <functional>

namespace vierkant::web {

/// Serves the desk until it is told to stop: a Desk with its own database connection on each worker. `ready` is called
/// with the port when visitors may come.
void serve(const http::ServerOptions& server, const DeskOptions& desk,
           const std::function<void(http::Server&)>& ready = {});

}  // namespace vierkant::web
