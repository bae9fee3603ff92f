#include "web_client.h"

#include "program.h"

// g++ 12 wants these before any header of Boost.Asio.
#include <optional>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace vierkant::bench {

namespace {

namespace asio = boost::asio;
namespace bhttp = boost::beast::http;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr std::size_t most_bytes = 64 * 1024 * 1024;

tcp::endpoint here(std::uint16_t port)
{
    return {asio::ip::address_v4::loopback(), port};
}

/// A port that was free a moment ago.
std::uint16_t free_port()
{
    asio::io_context io;
    return tcp::acceptor{io, here(0)}.local_endpoint().port();
}

double since(Clock::time_point moment)
{
    return std::chrono::duration<double>(Clock::now() - moment).count();
}

/// One thread a client; each fills a load of its own.
Load together(int clients, const std::function<void(int, Load&)>& work)
{
    std::vector<Load> loads(static_cast<std::size_t>(clients));
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&, i] { work(i, loads[static_cast<std::size_t>(i)]); });
    }
    for (auto& thread : threads) thread.join();
    Load all;
    for (const auto& load : loads) all.add(load);
    return all;
}

}  // namespace

ServedProgram::ServedProgram(const std::string& database, const std::string& today) : port_{free_port()}
{
    child_ =
        start_program({VIERKANT_BINARY, "--db", database, "--today", today, "serve", "--port", std::to_string(port_)});
    for (int attempt = 0; attempt < 200; ++attempt) {
        asio::io_context io;
        tcp::socket socket{io};
        boost::system::error_code error;
        socket.connect(here(port_), error);
        if (!error) return;
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    throw std::runtime_error{"vierkant serve does not listen"};
}

ServedProgram::~ServedProgram()
{
    ::kill(child_, SIGTERM);
    int status = 0;
    ::waitpid(child_, &status, 0);
}

double ServedProgram::memory() const
{
    std::ifstream file{"/proc/" + std::to_string(child_) + "/statm"};
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

Asked get(const std::string& target, const std::string& more, int status)
{
    return {"GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + "\r\n", status};
}

Asked post(const std::string& target, const std::string& more, const std::string& body, int status)
{
    return {"POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n" + more + "\r\n" + body,
            status};
}

struct Client::Impl {
    explicit Impl(std::uint16_t to) : port{to} { connect(); }
    void connect()
    {
        socket = tcp::socket{io};
        socket.connect(here(port));
        socket.set_option(tcp::no_delay{true});
    }
    std::uint16_t port;
    asio::io_context io;
    tcp::socket socket{io};
    boost::beast::flat_buffer buffer;
    std::string etag;
};

Client::Client(std::uint16_t port) : impl_{std::make_unique<Impl>(port)} {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

std::size_t Client::ask(const Asked& asked)
{
    asio::write(impl_->socket, asio::buffer(asked.bytes));
    bhttp::response_parser<bhttp::string_body> parser;
    parser.body_limit(most_bytes);
    const auto bytes = bhttp::read(impl_->socket, impl_->buffer, parser);
    const auto status = static_cast<int>(parser.get().result_int());
    impl_->etag = std::string{parser.get()[bhttp::field::etag]};
    if (!parser.get().keep_alive()) impl_->connect();
    if (status != asked.status) {
        throw std::runtime_error{asked.bytes.substr(0, asked.bytes.find('\r')) + " was answered with " +
                                 std::to_string(status) + " " + parser.get().body().substr(0, 300)};
    }
    return bytes;
}

const std::string& Client::etag() const
{
    return impl_->etag;
}

double Load::quantile(double part) const
{
    if (seconds.empty()) return 0;
    auto sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(part * last)];
}

void Load::add(const Load& other)
{
    seconds.insert(seconds.end(), other.seconds.begin(), other.seconds.end());
    errors.insert(errors.end(), other.errors.begin(), other.errors.end());
    largest = std::max(largest, other.largest);
}

Load at_rate(std::uint16_t port, int clients, double rate, double seconds,
             const std::function<std::size_t(Client&, std::int64_t)>& job)
{
    const auto begin = Clock::now() + std::chrono::milliseconds{200};
    return together(clients, [&](int which, Load& load) {
        Client client{port};
        for (std::int64_t n = which;; n += clients) {
            const auto after = static_cast<double>(n) / rate;
            if (after >= seconds) return;
            const auto due = begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(after));
            std::this_thread::sleep_until(due);
            try {
                load.largest = std::max(load.largest, job(client, n));
                load.seconds.push_back(since(due));
            } catch (const std::exception& error) {
                load.errors.emplace_back(error.what());
                client = Client{port};
            }
        }
    });
}

Load one_after_another(std::uint16_t port, int clients, const std::function<std::size_t(Client&, std::int64_t)>& job,
                       const std::function<bool()>& enough)
{
    std::atomic<std::int64_t> number = 0;
    return together(clients, [&](int, Load& load) {
        Client client{port};
        while (!enough()) {
            const auto n = number++;
            const auto began = Clock::now();
            try {
                load.largest = std::max(load.largest, job(client, n));
                load.seconds.push_back(since(began));
            } catch (const std::exception& error) {
                load.errors.emplace_back(error.what());
                client = Client{port};
            }
        }
    });
}

struct Dawdlers::Impl {
    asio::io_context io;
    std::vector<tcp::socket> silent;
    std::vector<tcp::socket> slow;
    std::atomic<bool> done = false;
    std::thread thread;
};

Dawdlers::Dawdlers(std::uint16_t port, int silent, int slow) : impl_{std::make_unique<Impl>()}
{
    const auto connected = [&] {
        tcp::socket socket{impl_->io};
        socket.connect(here(port));
        return socket;
    };
    for (int i = 0; i < silent; ++i) impl_->silent.push_back(connected());
    for (int i = 0; i < slow; ++i) impl_->slow.push_back(connected());
    impl_->thread = std::thread{[impl = impl_.get(), port] {
        static constexpr std::string_view line = "GET /loans HTTP/1.1\r\nHost: a-very-slow-client-indeed";
        for (std::size_t at = 0; !impl->done; at = (at + 1) % line.size()) {
            for (auto& socket : impl->slow) {
                boost::system::error_code error;
                asio::write(socket, asio::buffer(line.data() + at, 1), error);
                if (!error) continue;
                socket = tcp::socket{impl->io};  // let go by the server: it comes again
                socket.connect(here(port), error);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
    }};
}

Dawdlers::~Dawdlers()
{
    impl_->done = true;
    impl_->thread.join();
}

}  // namespace vierkant::bench
