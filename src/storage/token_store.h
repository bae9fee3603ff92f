#pragma once

#include "domain/officers/scope.h"
#include "storage/work.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// A token of a program, without its secret.
struct StoredToken {
    std::int64_t number = 0;
    std::string login;
    std::string purpose;
    officers::Scopes scopes;
    std::string digest;
    Date created_on = Date::from_serial(0);
    Date expires_on = Date::from_serial(0);
    std::optional<Date> revoked_on = std::nullopt;

    [[nodiscard]] bool opens_on(Date day) const { return !revoked_on && day <= expires_on; }
};

std::optional<StoredToken> find_token(Connection& connection, const std::string& digest);
/// In the order in which they were handed out.
std::vector<StoredToken> list_tokens(Connection& connection);
/// Gives its number.
std::int64_t add_token(Work& work, const StoredToken& token);
void revoke_token(Work& work, std::int64_t number);

/// What was answered to a task that was done under this idempotency key; nothing where none was.
std::optional<std::string> receipt_of(Connection& connection, const std::string& idempotency_key);

/// The digest of the request that was done under this idempotency key; nothing where none was.
std::optional<std::string> request_under(Connection& connection, const std::string& idempotency_key);
/// Keeps it, in the work that is being done: with that it stays or goes. A key that has one keeps that.
void keep_request(Connection& connection, const std::string& idempotency_key, const std::string& digest);

}  // namespace vierkant::storage
