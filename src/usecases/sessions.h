#pragma once

#include "storage/user_store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vierkant::usecases {

/// Who is logged in. `now` is seconds since 1970 everywhere here.
struct OpenSession {
    officers::Account account;
    std::string digest;
    std::string notice;  ///< to be said once
};

/// Checks the password and begins a session under a new id, which is given; only its digest is kept. Refuses a wrong
/// login and a wrong password in the same words and as slowly.
Result<std::string> log_in(storage::Connection& connection, const std::string& login, const std::string& password,
                           std::int64_t now);
/// The session with this id; nothing where it is over or the account is closed. Keeps when it was seen, to the minute.
std::optional<OpenSession> open_session(storage::Connection& connection, const std::string& id, std::int64_t now);
void log_out(storage::Connection& connection, const OpenSession& session);

/// What the next page of this session says, once.
void keep_notice(storage::Connection& connection, const OpenSession& session, const std::string& notice);

}  // namespace vierkant::usecases
