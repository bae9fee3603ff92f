#pragma once

#include "base/date.h"
#include "web/http/message.h"
#include "web/http/server.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace vierkant::storage {
class Connection;
}

namespace vierkant::web {

class ClosingRun;
class ForecastBoard;

struct DeskOptions {
    std::string database;
    std::optional<Date> today;                           ///< fixed, for tests and examples; else the clock's day
    std::string setup_code;                              ///< asked for by the first steps while there is no account
    std::function<std::int64_t()> clock;                 ///< seconds since 1970
    std::function<void(const std::string& line)> log;    ///< English, for the administrator; never personal data
    std::shared_ptr<ClosingRun> closing = nullptr;       ///< shared by all workers; without it a page waits for a close
    std::shared_ptr<ForecastBoard> forecasts = nullptr;  ///< shared likewise; without it each page calculates its own
};

/// What all workers share: who guesses passwords.
class LoginGuard;
std::shared_ptr<LoginGuard> make_login_guard();

/// Answers requests, with a database connection of its own: one per worker. Never throws.
class Desk {
public:
    Desk(DeskOptions options, std::shared_ptr<LoginGuard> guard);
    Desk(Desk&&) noexcept;
    ~Desk();
    http::Response answer(const http::Request& request);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// What a request asks of the server.
http::Demands demands_of(http::Method method, const std::string& path);

}  // namespace vierkant::web
