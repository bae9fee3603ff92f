#include "storage/user_store.h"

#include "base/result.h"
#include "storage/user_facts.h"

namespace vierkant::storage {

namespace {

StoredAccount account_of(const Row& row)
{
    const auto roles = officers::roles_of(row.text(2));
    verify(roles.has_value(), "the roles of an account are known");
    return {{row.text(0), row.text(1), *roles, row.integer(3) != 0}, row.integer(4)};
}

const std::string last_versions =
    "SELECT u.login, u.full_name, u.roles, u.active, u.version FROM user_account u WHERE u.administration_id = ? AND "
    "u.version = (SELECT MAX(v.version) FROM user_account v WHERE v.administration_id = u.administration_id AND "
    "v.login = u.login)";

}  // namespace

std::optional<StoredAccount> find_account(Connection& connection, const std::string& login)
{
    std::optional<StoredAccount> found;
    connection.each(last_versions + " AND u.login = ?", {administration, login}, "tttii",
                    [&](const Row& row) { found = account_of(row); });
    return found;
}

std::vector<StoredAccount> list_accounts(Connection& connection)
{
    std::vector<StoredAccount> accounts;
    connection.each(last_versions + " ORDER BY u.login", {administration}, "tttii",
                    [&](const Row& row) { accounts.push_back(account_of(row)); });
    return accounts;
}

void add_account(Work& work, const StoredAccount& account)
{
    work.add(facts::user_account, {administration, account.account.login, account.version, account.account.full_name,
                                   officers::to_text(account.account.roles), std::int64_t{account.account.active}});
}

std::string password_hash(Connection& connection, const std::string& login)
{
    std::string hash;
    connection.each("SELECT hash FROM user_password WHERE administration_id = ? AND login = ?", {administration, login},
                    "t", [&](const Row& row) { hash = row.text(0); });
    return hash;
}

void set_password_hash(Work& work, const std::string& login, const std::string& hash)
{
    work.connection().execute(
        "INSERT INTO user_password (administration_id, login, hash) VALUES (?, ?, ?) "
        "ON CONFLICT (administration_id, login) DO UPDATE SET hash = excluded.hash",
        {administration, login, hash});
}

void add_session(Connection& connection, const StoredSession& session)
{
    connection.execute(
        "INSERT INTO web_session (administration_id, session_digest, login, started, seen, notice) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {administration, session.digest, session.login, session.times.started, session.times.seen, session.notice});
}

std::optional<StoredSession> find_session(Connection& connection, const std::string& digest)
{
    std::optional<StoredSession> found;
    connection.each(
        "SELECT login, started, seen, notice FROM web_session WHERE administration_id = ? AND session_digest = ?",
        {administration, digest}, "tiit", [&](const Row& row) {
            found = StoredSession{digest, row.text(0), {row.integer(1), row.integer(2)}, row.text(3)};
        });
    return found;
}

void touch_session(Connection& connection, const std::string& digest, std::int64_t now)
{
    connection.execute("UPDATE web_session SET seen = ? WHERE administration_id = ? AND session_digest = ?",
                       {now, administration, digest});
}

void set_notice(Connection& connection, const std::string& digest, const std::string& notice)
{
    connection.execute("UPDATE web_session SET notice = ? WHERE administration_id = ? AND session_digest = ?",
                       {notice, administration, digest});
}

void end_session(Connection& connection, const std::string& digest)
{
    connection.execute("DELETE FROM web_session WHERE administration_id = ? AND session_digest = ?",
                       {administration, digest});
}

void end_sessions_of(Connection& connection, const std::string& login)
{
    connection.execute("DELETE FROM web_session WHERE administration_id = ? AND login = ?", {administration, login});
}

void forget_sessions(Connection& connection, std::int64_t seen_before, std::int64_t started_before)
{
    connection.execute("DELETE FROM web_session WHERE administration_id = ? AND (seen < ? OR started < ?)",
                       {administration, seen_before, started_before});
}

}  // namespace vierkant::storage
