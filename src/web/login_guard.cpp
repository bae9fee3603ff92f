#include "web/login_guard.h"

#include <algorithm>

namespace vierkant::web {

namespace {

constexpr std::int64_t window = 15 * 60;
constexpr int most_of_login = 5;
constexpr int most_of_peer = 30;
constexpr std::size_t most_kept = 100'000;

}  // namespace

std::int64_t LoginGuard::wait_of(const std::string& key, int most, std::int64_t now)
{
    const auto found = failures_.find(key);
    if (found == failures_.end() || found->second.count < most) return 0;
    const auto left = found->second.since + window - now;
    return left <= 0 ? 0 : (left + 59) / 60;
}

std::int64_t LoginGuard::minutes_to_wait(const std::string& login, const std::string& peer, std::int64_t now)
{
    const std::lock_guard lock{mutex_};
    return std::max(wait_of("login " + login, most_of_login, now), wait_of("peer " + peer, most_of_peer, now));
}

void LoginGuard::add(const std::string& key, std::int64_t now)
{
    auto& failures = failures_[key];
    if (now - failures.since >= window) failures = {now, 0};
    ++failures.count;
}

void LoginGuard::failed(const std::string& login, const std::string& peer, std::int64_t now)
{
    const std::lock_guard lock{mutex_};
    if (failures_.size() > most_kept) {
        std::erase_if(failures_, [&](const auto& entry) { return now - entry.second.since >= window; });
    }
    add("login " + login, now);
    add("peer " + peer, now);
}

void LoginGuard::succeeded(const std::string& login)
{
    const std::lock_guard lock{mutex_};
    failures_.erase("login " + login);
}

}  // namespace vierkant::web
