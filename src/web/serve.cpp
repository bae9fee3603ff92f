#include "web/serve.h"

#include "web/closing_run.h"
#include "web/forecast_board.h"

#include <malloc.h>

#include <memory>

namespace vierkant::web {

namespace {

/// Each page is put together in pieces of up to some hundreds of kilobytes. What they leave is kept for the next
/// page: giving it to the system and asking for it again was a seventh of the work of a page.
void keep_memory_between_pages()
{
    constexpr int own_mapping_from = 8 << 20;
    constexpr int kept_free = 32 << 20;
    mallopt(M_MMAP_THRESHOLD, own_mapping_from);
    mallopt(M_TRIM_THRESHOLD, kept_free);
}

}  // namespace

void serve(const http::ServerOptions& server, const DeskOptions& desk, const std::function<void(http::Server&)>& ready)
{
    keep_memory_between_pages();
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
