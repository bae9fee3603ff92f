// The server itself: limits, deadlines, and clients who are slow or say nothing.

#include "web/http/server.h"

#include <catch2/catch.hpp>

#include "support/visitor.h"

#include <chrono>
#include <future>
#include <memory>
#include <thread>

using namespace vierkant;
using namespace vierkant::testing;
using namespace std::chrono_literals;

namespace {

http::Limits small_limits()
{
    http::Limits limits;
    limits.header_bytes = 4096;
    limits.body_bytes = 1000;
    limits.upload_bytes = 100'000;
    limits.connections = 20;
    limits.request = 400ms;
    limits.idle = 400ms;
    limits.stopping = 5'000ms;
    return limits;
}

http::ServerOptions few_workers(const http::Limits& limits)
{
    http::ServerOptions options;
    options.port = 0;
    options.workers = 2;
    options.limits = limits;
    options.stop_on_signal = false;
    return options;
}

/// Serves on a port of its own: says the method, the path and how long the body is. "/slow" takes a while, "/report"
/// as long as the test wants.
class Served {
public:
    explicit Served(const http::Limits& limits = small_limits())
        : server_{few_workers(limits),
                  [this] { return http::Handler{[this](const http::Request& request) { return answer(request); }}; },
                  [](http::Method, const std::string& path) {
                      return http::Demands{path == "/file", path == "/report"};
                  }},
          thread_{[this] { server_.run(); }}
    {
    }
    ~Served()
    {
        finish_reports();
        stop();
    }
    void finish_reports()
    {
        if (!finished_) reports_.set_value();
        finished_ = true;
    }
    void stop()
    {
        if (!thread_.joinable()) return;
        server_.stop();
        thread_.join();
    }
    [[nodiscard]] int port() const { return port_; }

private:
    http::Response answer(const http::Request& request)
    {
        if (request.path == "/slow") std::this_thread::sleep_for(300ms);
        if (request.path == "/report") reports_done_.wait();
        http::Response response;
        response.body = std::string{request.method == http::Method::post  ? "post "
                                    : request.method == http::Method::get ? "get "
                                                                          : "other "} +
                        request.path + " " + std::to_string(request.body.size());
        return response;
    }
    std::promise<void> reports_;
    std::shared_future<void> reports_done_ = reports_.get_future().share();
    bool finished_ = false;
    http::Server server_;
    int port_ = server_.port();
    std::thread thread_;
};

std::string asked(const Served& served, const std::string& bytes)
{
    const RawConnection connection{served.port()};
    connection.say(bytes);
    return connection.hear_all();
}

const std::string close_line = "Host: x\r\nConnection: close\r\n";

}  // namespace

TEST_CASE("a request is answered, and the next one on the same connection too", "[web]")
{
    const Served served;
    const auto heard = asked(
        served, "GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\n" + close_line + "Content-Length: 3\r\n\r\nabc");
    CHECK(heard.find("get /a 0") != std::string::npos);
    CHECK(heard.find("post /b 3") != std::string::npos);
}

TEST_CASE("a method that no address takes comes to the handler, which knows the addresses", "[web]")
{
    const Served served;
    CHECK(asked(served, "DELETE /a HTTP/1.1\r\n" + close_line + "\r\n").find("other /a 0") != std::string::npos);
    CHECK(asked(served, "PUT /a HTTP/1.1\r\n" + close_line + "Content-Length: 3\r\n\r\nabc").find("other /a 3") !=
          std::string::npos);
}

TEST_CASE("asking for the head gives the length and no body", "[web]")
{
    const Served served;
    const auto heard = asked(served, "HEAD /a HTTP/1.1\r\n" + close_line + "\r\n");
    CHECK(heard.find("Content-Length: 8\r\n") != std::string::npos);
    CHECK(heard.ends_with("\r\n\r\n"));
}

TEST_CASE("what is too large or no request is refused", "[web]")
{
    const Served served;
    const auto says = [&](const std::string& bytes, const std::string& status) {
        INFO(bytes.substr(0, 60));
        CHECK(asked(served, bytes).substr(0, 12) == "HTTP/1.1 " + status);
    };
    says("GET / HTTP/1.1\r\n" + close_line + "X: " + std::string(8000, 'x') + "\r\n\r\n", "431");
    says("POST /a HTTP/1.1\r\n" + close_line + "Content-Length: 1001\r\n\r\n", "413");
    says("POST /a HTTP/1.1\r\n" + close_line + "Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + std::string(2000, 'x') +
             "\r\n0\r\n\r\n",
         "413");
    says("POST /file HTTP/1.1\r\n" + close_line + "Content-Length: 2000\r\n\r\n" + std::string(2000, 'x'), "200");
    says("POST /file HTTP/1.1\r\n" + close_line + "Content-Length: 100001\r\n\r\n", "413");
    says("GET http://elders/ HTTP/1.1\r\n" + close_line + "\r\n", "400");
    says("GET /%00 HTTP/1.1\r\n" + close_line + "\r\n", "400");
    says("rommel\r\n\r\n", "400");
}

TEST_CASE("slow and silent clients are let go and stop nobody", "[web]")
{
    const Served served;
    std::vector<std::unique_ptr<RawConnection>> slow;
    for (int i = 0; i < 15; ++i) {
        slow.push_back(std::make_unique<RawConnection>(served.port()));
        if (i % 2 == 0) slow.back()->say("GET /a HTTP/1.1\r\nHost:");
    }
    const auto started = std::chrono::steady_clock::now();
    CHECK(asked(served, "GET /b HTTP/1.1\r\n" + close_line + "\r\n").find("get /b") != std::string::npos);
    for (const auto& one : slow) CHECK(one->hear_all().empty());
    CHECK(std::chrono::steady_clock::now() - started < 10s);
}

TEST_CASE("who reads reports keeps nobody else waiting", "[web]")
{
    Served served;
    std::vector<std::unique_ptr<RawConnection>> readers;
    for (int i = 0; i < 10; ++i) {
        readers.push_back(std::make_unique<RawConnection>(served.port()));
        readers.back()->say("GET /report HTTP/1.1\r\n" + close_line + "\r\n");
    }
    // None of the reports is done, and there are more of them than workers.
    CHECK(asked(served, "GET /b HTTP/1.1\r\n" + close_line + "\r\n").find("get /b 0") != std::string::npos);
    CHECK(asked(served, "POST /c HTTP/1.1\r\n" + close_line + "Content-Length: 1\r\n\r\nx").find("post") !=
          std::string::npos);
    served.finish_reports();
    for (const auto& reader : readers) CHECK(reader->hear_all().find("get /report 0") != std::string::npos);
}

TEST_CASE("there are no more connections than allowed, and room again after", "[web]")
{
    const Served served;
    std::vector<std::unique_ptr<RawConnection>> many;
    for (int i = 0; i < 40; ++i) many.push_back(std::make_unique<RawConnection>(served.port()));
    many.back()->say("GET /a HTTP/1.1\r\n" + close_line + "\r\n");
    CHECK(many.back()->hear_all().empty());
    many.clear();
    std::this_thread::sleep_for(800ms);
    CHECK(asked(served, "GET /b HTTP/1.1\r\n" + close_line + "\r\n").find("get /b") != std::string::npos);
}

TEST_CASE("what is being handled when the server stops is finished", "[web]")
{
    Served served;
    const RawConnection idle{served.port()};
    auto heard = std::async(std::launch::async, [&] { return asked(served, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"); });
    std::this_thread::sleep_for(100ms);
    served.stop();
    CHECK(heard.get().find("get /slow 0") != std::string::npos);
    CHECK_THROWS(RawConnection{served.port()});
}

TEST_CASE("an address that is taken is said so", "[web]")
{
    CHECK_THROWS_WITH(http::Server(
                          {"no address", 0}, [] { return http::Handler{}; },
                          [](http::Method, const std::string&) { return http::Demands{}; }),
                      Catch::Contains("no address"));
}
