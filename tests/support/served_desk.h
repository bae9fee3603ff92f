#pragma once

#include "support/visitor.h"
#include "web/serve.h"

#include <atomic>
#include <filesystem>
#include <future>
#include <string>
#include <thread>

namespace vierkant::testing {

/// A database file that goes away.
class ScratchDatabase {
public:
    ScratchDatabase()
        : folder_{std::filesystem::temp_directory_path() /
                  ("vierkant-web-" + std::to_string(::getpid()) + "-" + std::to_string(++count()))}
    {
        std::filesystem::create_directories(folder_);
    }
    ScratchDatabase(const ScratchDatabase&) = delete;
    ScratchDatabase& operator=(const ScratchDatabase&) = delete;
    ~ScratchDatabase()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    [[nodiscard]] std::string name() const { return (folder_ / "vierkant.db").string(); }

private:
    static int& count()
    {
        static int number = 0;
        return number;
    }
    std::filesystem::path folder_;
};

/// The desk on a port of its own, on a fixed day, with a clock that the test moves.
class ServedDesk {
public:
    ServedDesk(const std::string& database, Date today, const std::string& setup_code = "")
    {
        http::ServerOptions server;
        server.port = 0;
        server.workers = 2;
        server.stop_on_signal = false;
        web::DeskOptions desk{database, today, setup_code, [this] { return now.load(); },
                              [this](const std::string& line) { tell(line); }};
        std::promise<http::Server*> ready;
        auto listening = ready.get_future();
        thread_ = std::thread{
            [server, desk, &ready] { web::serve(server, desk, [&](http::Server& one) { ready.set_value(&one); }); }};
        server_ = listening.get();
        port_ = server_->port();
    }
    ServedDesk(const ServedDesk&) = delete;
    ServedDesk& operator=(const ServedDesk&) = delete;
    ~ServedDesk()
    {
        server_->stop();
        thread_.join();
    }
    [[nodiscard]] int port() const { return port_; }

    std::atomic<std::int64_t> now{1'772'438'400};
    std::string log;       ///< of trouble
    std::string security;  ///< of who came in and who did not

private:
    void tell(const std::string& line) { (line.starts_with("security: ") ? security : log) += line + "\n"; }

    http::Server* server_ = nullptr;
    int port_ = 0;
    std::thread thread_;
};

}  // namespace vierkant::testing
