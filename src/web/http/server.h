#pragma once

#include "web/http/message.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace vierkant::http {

/// What the server allows; the figures are those of docs/operations.md.
struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    std::size_t upload_bytes = 32 * 1024 * 1024;  ///< for addresses that take files
    std::size_t uploads_at_once = 4;
    std::size_t connections = 512;
    std::chrono::milliseconds request{30'000};   ///< for a whole request to arrive, and for its answer to be taken
    std::chrono::milliseconds idle{15'000};      ///< between two requests of one connection
    std::chrono::milliseconds stopping{10'000};  ///< for what is being handled when the server is told to stop
};

/// What a request asks of the server beyond a page.
struct Demands {
    bool files = false;      ///< it may carry files: more bytes are let in
    bool long_work = false;  ///< it takes long: it waits in a row of its own, and gives way to the others
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any that is free
    int workers = 4;
    int long_workers = 2;  ///< for addresses that take long
    Limits limits = {};
    bool stop_on_signal = true;  ///< SIGINT and SIGTERM stop it gracefully
};

/// Answers a request; called on one worker at a time. May throw nothing.
using Handler = std::function<Response(const Request&)>;

/// HTTP/1.1 for a handler per worker. Reading and writing are one thread's; handlers run on the workers: whoever books
/// does not wait behind whoever reads reports.
class Server {
public:
    /// `make_handler` is called once on each worker's thread: a handler may own a database connection. Throws
    /// std::runtime_error where the address cannot be listened on.
    Server(const ServerOptions& options, std::function<Handler()> make_handler,
           std::function<Demands(Method method, const std::string& path)> demands_of);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Serves until stop() or a signal; what is being handled is finished first.
    void run();
    /// From any thread.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vierkant::http
