#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace vierkant::web {

/// Slows down whoever guesses passwords: after five wrong ones for a login, or thirty from an address, within a quarter
/// of an hour, that login or address waits until the quarter is over. One for all workers; forgotten at a restart.
class LoginGuard {
public:
    /// Minutes to wait; 0: go ahead. `now` is seconds since 1970.
    std::int64_t minutes_to_wait(const std::string& login, const std::string& peer, std::int64_t now);
    void failed(const std::string& login, const std::string& peer, std::int64_t now);
    void succeeded(const std::string& login);

private:
    struct Failures {
        std::int64_t since = 0;
        int count = 0;
    };
    std::int64_t wait_of(const std::string& key, int most, std::int64_t now);
    void add(const std::string& key, std::int64_t now);

    std::mutex mutex_;
    std::map<std::string, Failures> failures_;
};

}  // namespace vierkant::web
