#pragma once

#include "storage/user_store.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// Makes an account. Refuses a login that there is already, and what does not fit.
Result<officers::Account> add_user(storage::Connection& connection, const storage::Task& task,
                                   const officers::Account& account, const std::string& password);

/// What may change of an account; empty stays as it is.
struct UserChange {
    std::optional<std::string> full_name = std::nullopt;
    std::optional<officers::Roles> roles = std::nullopt;
    std::optional<bool> active = std::nullopt;
};
/// Keeps the change as a next version. Who is shut out or gets other roles is logged out at once. Refuses to leave the
/// administration without anyone who can administer it.
Result<officers::Account> change_user(storage::Connection& connection, const storage::Task& task,
                                      const std::string& login, const UserChange& change);

/// A new password; every session of the account ends. That it was changed is kept, the password is not.
Result<Done> set_password(storage::Connection& connection, const storage::Task& task, const std::string& login,
                          const std::string& password);
/// One's own: the present one has to be given.
Result<Done> change_own_password(storage::Connection& connection, const storage::Task& task, const std::string& present,
                                 const std::string& password);

bool is_account(storage::Connection& connection, const std::string& login);
std::vector<storage::StoredAccount> list_users(storage::Connection& connection);

}  // namespace vierkant::usecases
