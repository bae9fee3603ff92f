#pragma once

#include "domain/officers/account.h"
#include "storage/token_store.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

struct NewToken {
    std::int64_t number = 0;
    std::string secret;  ///< "vkt_..."; to be shown once, and kept nowhere here
};
/// What an administrator asks for a program.
struct TokenRequest {
    std::string login;
    std::string purpose;
    officers::Scopes scopes;
    Date expires_on = Date::from_serial(0);  ///< the last day
};
/// Refuses an account that is unknown or closed, a purpose that is empty, and a day that is past or too far.
Result<NewToken> add_token(storage::Connection& connection, const storage::Task& task, const TokenRequest& request);

/// Opens nothing from now on. A token that was revoked before stays so.
Result<storage::StoredToken> revoke_token(storage::Connection& connection, const storage::Task& task,
                                          std::int64_t number);

/// Whose token it is, with what it may; nothing where it is none, has ended, or its account is closed.
struct TokenUser {
    officers::Account account;
    storage::StoredToken token;
    [[nodiscard]] bool may(officers::Right right, officers::Scope scope) const
    {
        return officers::may(account.roles, right) && token.scopes.contains(scope);
    }
};
std::optional<TokenUser> token_user(storage::Connection& connection, const std::string& secret, Date today);

}  // namespace vierkant::usecases
