#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// Clients of `vierkant serve`, for loads.
namespace vierkant::bench {

/// The program serving a database on a port of its own, in a process of its own; stopped at the end.
class ServedProgram {
public:
    ServedProgram(const std::string& database, const std::string& today);
    ServedProgram(const ServedProgram&) = delete;
    ServedProgram& operator=(const ServedProgram&) = delete;
    ~ServedProgram();
    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// Its resident memory now, in MiB.
    [[nodiscard]] double memory() const;

private:
    pid_t child_ = 0;
    std::uint16_t port_ = 0;
};

/// A request as it goes over the wire, and the status that is the right one.
struct Asked {
    std::string bytes;
    int status = 200;
};
/// `more` are header lines, each with its end.
Asked get(const std::string& target, const std::string& more, int status = 200);
Asked post(const std::string& target, const std::string& more, const std::string& body, int status);

/// A connection that stays open.
class Client {
public:
    explicit Client(std::uint16_t port);
    Client(Client&&) noexcept;
    Client& operator=(Client&&) noexcept;
    ~Client();
    /// Sends, waits for the whole answer; gives its length on the wire. Throws where the status is another.
    std::size_t ask(const Asked& asked);
    /// The ETag of the last answer; empty where it had none.
    [[nodiscard]] const std::string& etag() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// What a load came to.
struct Load {
    std::vector<double> seconds;  ///< from the moment at which each request was to be sent: waiting counts
    std::vector<std::string> errors;
    std::size_t largest = 0;  ///< answer on the wire, in bytes
    [[nodiscard]] double quantile(double part) const;
    void add(const Load& other);
};

/// So many clients that together send `rate` requests a second for so long, whether answers come or not; `job` does
/// the n-th and gives the length of its answer.
Load at_rate(std::uint16_t port, int clients, double rate, double seconds,
             const std::function<std::size_t(Client&, std::int64_t)>& job);

/// So many clients that each do the next job as soon as the last was done, until `enough` says so. A job gives the
/// length of its answer.
Load one_after_another(std::uint16_t port, int clients, const std::function<std::size_t(Client&, std::int64_t)>& job,
                       const std::function<bool()>& enough);

/// Connections that say nothing or a letter at a time, for as long as this lives.
class Dawdlers {
public:
    Dawdlers(std::uint16_t port, int silent, int slow);
    Dawdlers(const Dawdlers&) = delete;
    Dawdlers& operator=(const Dawdlers&) = delete;
    ~Dawdlers();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vierkant::bench
