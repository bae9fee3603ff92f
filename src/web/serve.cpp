#include "web/serve.h"

#include "web/closing_run.h"
#include "web/forecast_board.h"

#include <memory>

namespace vierkant::web {

void serve(const http::ServerOptions& server, const DeskOptions& desk, const std::function<void(http::Server&)>& ready)
{
    const auto guard = make_login_guard();
    auto shared = desk;
    shared.closing = std::make_shared<ClosingRun>(desk.database, desk.log);
    shared.forecasts = std::make_shared<ForecastBoard>(desk.database, desk.log);
    const auto make_handler = [&shared, guard]() -> http::Handler {
        const auto one = std::make_shared<Desk>(shared, guard);
        return [one](const http::Request& request) { return one->answer(request); };
    };
    http::Server listening{server, make_handler, demands_of};
    if (ready) ready(listening);
    listening.run();
}

}  // namespace vierkant::web
