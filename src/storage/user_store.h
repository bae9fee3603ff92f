#pragma once

#include "domain/officers/account.h"
#include "storage/work.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

struct StoredAccount {
    officers::Account account;
    std::int64_t version = 1;
};
std::optional<StoredAccount> find_account(Connection& connection, const std::string& login);
/// By login.
std::vector<StoredAccount> list_accounts(Connection& connection);
/// Keeps an account, or its next version.
void add_account(Work& work, const StoredAccount& account);

/// "" where there is none.
std::string password_hash(Connection& connection, const std::string& login);
void set_password_hash(Work& work, const std::string& login, const std::string& hash);

/// A session as it is kept; known by the digest of its id.
struct StoredSession {
    std::string digest;
    std::string login;
    officers::SessionTimes times;
    std::string notice;
};
void add_session(Connection& connection, const StoredSession& session);
std::optional<StoredSession> find_session(Connection& connection, const std::string& digest);
void touch_session(Connection& connection, const std::string& digest, std::int64_t now);
void set_notice(Connection& connection, const std::string& digest, const std::string& notice);
void end_session(Connection& connection, const std::string& digest);
void end_sessions_of(Connection& connection, const std::string& login);
/// Forgets sessions not seen since, or begun before, these instants.
void forget_sessions(Connection& connection, std::int64_t seen_before, std::int64_t started_before);

}  // namespace vierkant::storage
