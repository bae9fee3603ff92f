#pragma once

#include "base/result.h"
#include "domain/officers/rights.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vierkant::officers {

/// Someone who may log in.
struct Account {
    std::string login;  ///< stands as the actor with everything done: "anna"
    std::string full_name;
    Roles roles;
    bool active = true;
};

/// 2 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter.
Result<Done> check_login(std::string_view login);
Result<Done> check_full_name(std::string_view name);
Result<Done> check_roles(const Roles& roles);

/// Length is what counts (NIST SP 800-63B, 5.1.1.2): 12 to 128 characters, not the login, not one character over and
/// over.
Result<Done> check_password(std::string_view password, std::string_view login);

/// Times of a session, in seconds since 1970.
struct SessionTimes {
    std::int64_t started = 0;
    std::int64_t seen = 0;
};
inline constexpr std::int64_t idle_seconds = 30 * 60;
inline constexpr std::int64_t longest_seconds = 10 * 3600;

/// Ends when nothing was asked for half an hour, and in any case ten hours after it began.
bool is_over(const SessionTimes& times, std::int64_t now);

}  // namespace vierkant::officers
