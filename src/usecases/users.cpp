#include "usecases/users.h"

#include "base/secret.h"
#include "usecases/user_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using officers::Account;
using officers::Right;

Result<Done> check(const Account& account)
{
    for (const auto& checked : {officers::check_login(account.login), officers::check_full_name(account.full_name),
                                officers::check_roles(account.roles)}) {
        if (!checked) return checked.refusal();
    }
    return Done{};
}

bool can_administer(const Account& account)
{
    return account.active && officers::may(account.roles, Right::administer);
}

bool is_last_administrator(storage::Connection& connection, const Account& account)
{
    const auto others = storage::list_accounts(connection);
    return can_administer(account) && std::none_of(others.begin(), others.end(), [&](const auto& other) {
               return other.account.login != account.login && can_administer(other.account);
           });
}

}  // namespace

Result<Account> add_user(storage::Connection& connection, const storage::Task& task, const Account& account,
                         const std::string& password)
{
    if (auto fits = check(account); !fits) return fits.refusal();
    if (auto fits = officers::check_password(password, account.login); !fits) return fits.refusal();
    const auto hash = hash_password(password);  // before the work: it takes a tenth of a second

    storage::Work work{connection, task};
    if (storage::find_account(connection, account.login)) return refuse(login_taken, {{"login", account.login}});
    storage::add_account(work, {account, 1});
    storage::set_password_hash(work, account.login, hash);
    work.commit(account.login);
    return account;
}

Result<Account> change_user(storage::Connection& connection, const storage::Task& task, const std::string& login,
                            const UserChange& change)
{
    storage::Work work{connection, task};
    const auto stored = storage::find_account(connection, login);
    if (!stored) return refuse(login_unknown, {{"login", login}});
    auto now = stored->account;
    now.full_name = change.full_name.value_or(now.full_name);
    now.roles = change.roles.value_or(now.roles);
    now.active = change.active.value_or(now.active);
    if (auto fits = check(now); !fits) return fits.refusal();
    if (is_last_administrator(connection, stored->account) && !can_administer(now)) {
        return refuse(last_administrator, {{"login", login}});
    }
    storage::add_account(work, {now, stored->version + 1});
    if (now.roles != stored->account.roles || !now.active) storage::end_sessions_of(connection, login);
    work.commit(login);
    return now;
}

Result<Done> set_password(storage::Connection& connection, const storage::Task& task, const std::string& login,
                          const std::string& password)
{
    if (auto fits = officers::check_password(password, login); !fits) return fits.refusal();
    const auto hash = hash_password(password);

    storage::Work work{connection, task};
    if (!storage::find_account(connection, login)) return refuse(login_unknown, {{"login", login}});
    storage::set_password_hash(work, login, hash);
    storage::end_sessions_of(connection, login);
    work.commit(login);
    return Done{};
}

Result<Done> change_own_password(storage::Connection& connection, const storage::Task& task, const std::string& present,
                                 const std::string& password)
{
    const auto kept = storage::password_hash(connection, task.actor);
    if (kept.empty() || !is_password_of(kept, present)) return refuse(password_wrong);
    return set_password(connection, task, task.actor, password);
}

bool is_account(storage::Connection& connection, const std::string& login)
{
    return storage::find_account(connection, login).has_value();
}

std::vector<storage::StoredAccount> list_users(storage::Connection& connection)
{
    return storage::list_accounts(connection);
}

}  // namespace vierkant::usecases
