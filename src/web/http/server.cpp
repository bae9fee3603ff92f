// The one file that knows Boost.Beast. (g++ 12 wants <utility> and <optional> before any of its headers.)
#include <optional>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include "web/http/parse.h"
#include "web/http/server.h"

#include <sys/resource.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace vierkant::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::ip::tcp;
using beast::error_code;

std::string lower(std::string_view text)
{
    std::string result{text};
    for (auto& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

std::string_view view(const beast::string_view& text)
{
    return {text.data(), text.size()};
}

enum class Priority { usual, gives_way };

/// Lets this thread have the processor when no other wants it. Linux counts niceness per thread; elsewhere nothing
/// happens.
void give_way()
{
#ifdef __linux__
    constexpr int niceness = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
#endif
}

/// Work for the pool: first come, first served. The queue is as long as there are connections, so it is bounded.
class Pool {
public:
    using Job = std::function<void(const Handler&)>;

    Pool(int workers, Priority priority, const std::function<Handler()>& make_handler)
    {
        for (int i = 0; i < workers; ++i) {
            threads_.emplace_back([this, priority, make_handler] {
                if (priority == Priority::gives_way) give_way();
                work(make_handler());
            });
        }
    }
    ~Pool() { finish(); }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    void give(Job job)
    {
        {
            const std::lock_guard lock{mutex_};
            jobs_.push_back(std::move(job));
        }
        waiting_.notify_one();
    }
    /// Handles what was given and stops.
    void finish()
    {
        {
            const std::lock_guard lock{mutex_};
            closed_ = true;
        }
        waiting_.notify_all();
        for (auto& thread : threads_) {
            if (thread.joinable()) thread.join();
        }
    }

private:
    void work(const Handler& handler)
    {
        while (true) {
            Job job;
            {
                std::unique_lock lock{mutex_};
                waiting_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
                if (jobs_.empty()) return;
                job = std::move(jobs_.front());
                jobs_.pop_front();
            }
            job(handler);
        }
    }

    std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Job> jobs_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

class Session;

/// What all connections share. Touched by the one thread that reads and writes.
struct Shared {
    asio::io_context io{1};
    Limits limits;
    std::function<Demands(Method, const std::string&)> demands_of;
    std::unique_ptr<Pool> pool;
    std::unique_ptr<Pool> long_pool;
    std::set<std::shared_ptr<Session>> sessions;
    std::size_t uploads = 0;
    bool stopping = false;
};

/// One connection: a request is read, handled on the pool, answered, and the next one waited for.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(tcp::socket socket, Shared& shared) : stream_{std::move(socket)}, shared_{shared}
    {
        error_code ignored;
        stream_.socket().set_option(tcp::no_delay{true}, ignored);
        const auto peer = stream_.socket().remote_endpoint(ignored);
        peer_ = ignored ? std::string{} : peer.address().to_string();
    }

    void wait_for_request()
    {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
        // The parser looks at the announced length with the header: what this address takes is known just after that.
        parser_->body_limit(shared_.limits.upload_bytes);
        if (buffer_.size() > 0) return read_header();  // the next request came with the last one
        idle_ = true;
        stream_.expires_after(shared_.limits.idle);
        stream_.async_read_some(buffer_.prepare(4096),
                                [self = shared_from_this()](error_code error, std::size_t bytes) {
                                    self->idle_ = false;
                                    if (error) return self->close();
                                    self->buffer_.commit(bytes);
                                    self->read_header();
                                });
    }

    /// The server stops: who is only waiting goes, who is being served is finished.
    void stop_if_idle()
    {
        if (idle_) close();
    }
    void close()
    {
        give_back_upload();
        error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
        stream_.close();
        shared_.sessions.erase(shared_from_this());
    }

private:
    void read_header()
    {
        stream_.expires_after(shared_.limits.request);
        bhttp::async_read_header(stream_, buffer_, *parser_,
                                 [self = shared_from_this()](error_code error, std::size_t) {
                                     if (error) return self->refuse(error);
                                     self->read_body();
                                 });
    }

    void read_body()
    {
        const auto target = parse_target(view(parser_->get().target()));
        const auto method = parser_->get().method() == bhttp::verb::post ? Method::post : Method::get;
        const auto demands = target ? shared_.demands_of(method, target->path) : Demands{};
        const bool large = demands.files;
        takes_long_ = demands.long_work;
        if (large) {
            if (shared_.uploads >= shared_.limits.uploads_at_once) return answer_plain(503, "busy");
            ++shared_.uploads;
            uploading_ = true;
        } else {
            parser_->body_limit(shared_.limits.body_bytes);
        }
        if (const auto length = parser_->content_length();
            length && *length > (large ? shared_.limits.upload_bytes : shared_.limits.body_bytes)) {
            return answer_plain(413, "too large");
        }
        if (lower(view(parser_->get()[bhttp::field::expect])) == "100-continue") {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            return asio::async_write(stream_, asio::buffer(go_on.data(), go_on.size()),
                                     [self = shared_from_this()](error_code error, std::size_t) {
                                         if (error) return self->close();
                                         self->read_rest();
                                     });
        }
        read_rest();
    }

    void read_rest()
    {
        bhttp::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->handle();
        });
    }

    void refuse(error_code error)
    {
        if (error == bhttp::error::header_limit) return answer_plain(431, "header too large");
        if (error == bhttp::error::body_limit) return answer_plain(413, "too large");
        if (error == beast::error::timeout || error == bhttp::error::end_of_stream || !is_about_the_request(error)) {
            return close();
        }
        answer_plain(400, "bad request");
    }
    static bool is_about_the_request(error_code error)
    {
        return error.category() == make_error_code(bhttp::error::bad_method).category();
    }

    std::optional<Request> request() const
    {
        const auto& message = parser_->get();
        const auto target = parse_target(view(message.target()));
        if (!target) return std::nullopt;
        Request request;
        const auto verb = message.method();
        const bool reads = verb == bhttp::verb::get || verb == bhttp::verb::head;
        request.method = verb == bhttp::verb::post ? Method::post : reads ? Method::get : Method::other;
        request.target = std::string{view(message.target())};
        request.path = target->path;
        request.query = target->query;
        for (const auto& field : message) {
            request.headers.add(lower(view(field.name_string())), std::string{view(field.value())});
        }
        request.cookies = parse_cookies(request.headers["cookie"]);
        request.peer = peer_;
        return request;
    }

    void handle()
    {
        give_back_upload();
        auto made = request();
        if (!made) return answer_plain(400, "bad request");
        made->body = std::move(parser_->get().body());
        head_only_ = parser_->get().method() == bhttp::verb::head;
        stream_.expires_never();
        auto& pool = takes_long_ ? *shared_.long_pool : *shared_.pool;
        pool.give([self = shared_from_this(), request = std::move(*made)](const Handler& handler) {
            auto response = handler(request);
            asio::post(self->shared_.io,
                       [self, response = std::move(response)]() mutable { self->answer(std::move(response)); });
        });
    }

    void answer_plain(int status, const std::string& text)
    {
        give_back_upload();
        keep_ = false;
        Response response;
        response.status = status;
        response.type = "text/plain; charset=utf-8";
        response.body = text + "\n";
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
        send(std::move(response));
    }

    void answer(Response response)
    {
        keep_ = parser_->get().keep_alive() && !shared_.stopping;
        send(std::move(response));
    }

    void send(Response response)
    {
        message_.emplace();
        message_->result(static_cast<unsigned>(response.status));
        message_->version(11);
        message_->set(bhttp::field::content_type, response.type);
        for (const auto& [name, value] : response.headers) message_->insert(name, value);
        message_->keep_alive(keep_);
        const auto length = response.body.size();
        if (!head_only_) message_->body() = std::move(response.body);
        message_->content_length(length);
        stream_.expires_after(shared_.limits.request);
        const auto sent = [self = shared_from_this()](error_code error, std::size_t) {
            if (error || !self->keep_) return self->close();
            self->wait_for_request();
        };
        if (head_only_) {
            header_writer_.emplace(*message_);
            bhttp::async_write_header(stream_, *header_writer_, sent);
        } else {
            bhttp::async_write(stream_, *message_, sent);
        }
    }

    void give_back_upload()
    {
        if (uploading_) --shared_.uploads;
        uploading_ = false;
    }

    beast::tcp_stream stream_;
    Shared& shared_;
    std::string peer_;
    beast::flat_buffer buffer_;
    std::optional<bhttp::request_parser<bhttp::string_body>> parser_;
    std::optional<bhttp::response<bhttp::string_body>> message_;
    std::optional<bhttp::response_serializer<bhttp::string_body>> header_writer_;
    bool idle_ = false;
    bool keep_ = true;
    bool head_only_ = false;
    bool uploading_ = false;
    bool takes_long_ = false;
};

}  // namespace

struct Server::Impl {
    Shared shared;
    tcp::acceptor acceptor{shared.io};
    asio::signal_set signals{shared.io};
    asio::steady_timer patience{shared.io};
    asio::steady_timer pause{shared.io};

    void accept()
    {
        acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (shared.stopping) return;
            if (error) return accept_later();  // out of file descriptors, most likely
            if (shared.sessions.size() < shared.limits.connections) {
                auto session = std::make_shared<Session>(std::move(socket), shared);
                shared.sessions.insert(session);
                session->wait_for_request();
            }
            accept();
        });
    }
    void accept_later()
    {
        pause.expires_after(std::chrono::milliseconds{100});
        pause.async_wait([this](error_code error) {
            if (!error && !shared.stopping) accept();
        });
    }

    void begin_to_stop()
    {
        if (shared.stopping) return;
        shared.stopping = true;
        error_code ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
        pause.cancel();
        const auto sessions = shared.sessions;
        for (const auto& session : sessions) session->stop_if_idle();
        wait_for_last(std::chrono::steady_clock::now() + shared.limits.stopping);
    }
    void wait_for_last(std::chrono::steady_clock::time_point until)
    {
        if (shared.sessions.empty() || std::chrono::steady_clock::now() >= until) return shared.io.stop();
        patience.expires_after(std::chrono::milliseconds{20});
        patience.async_wait([this, until](error_code error) {
            if (!error) wait_for_last(until);
        });
    }
};

Server::Server(const ServerOptions& options, std::function<Handler()> make_handler,
               std::function<Demands(Method method, const std::string& path)> demands_of)
    : impl_{std::make_unique<Impl>()}
{
    impl_->shared.limits = options.limits;
    impl_->shared.demands_of = std::move(demands_of);
    try {
        const tcp::endpoint endpoint{asio::ip::make_address(options.address), options.port};
        impl_->acceptor.open(endpoint.protocol());
        impl_->acceptor.set_option(tcp::acceptor::reuse_address{true});
        impl_->acceptor.bind(endpoint);
        impl_->acceptor.listen(asio::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error{"cannot listen on " + options.address + ":" + std::to_string(options.port) + ": " +
                                 error.code().message()};
    }
    if (options.stop_on_signal) {
        impl_->signals.add(SIGINT);
        impl_->signals.add(SIGTERM);
        impl_->signals.async_wait([this](error_code error, int) {
            if (!error) impl_->begin_to_stop();
        });
    }
    impl_->shared.pool = std::make_unique<Pool>(options.workers, Priority::usual, make_handler);
    impl_->shared.long_pool = std::make_unique<Pool>(options.long_workers, Priority::gives_way, make_handler);
}

Server::~Server() = default;

std::uint16_t Server::port() const
{
    return impl_->acceptor.local_endpoint().port();
}

void Server::run()
{
    impl_->accept();
    impl_->shared.io.run();
    impl_->shared.pool->finish();
    impl_->shared.long_pool->finish();
    impl_->shared.sessions.clear();
}

void Server::stop()
{
    asio::post(impl_->shared.io, [this] { impl_->begin_to_stop(); });
}

}  // namespace vierkant::http
