#include "usecases/sessions.h"

#include "base/secret.h"
#include "usecases/user_messages.h"

namespace vierkant::usecases {

Result<std::string> log_in(storage::Connection& connection, const std::string& login, const std::string& password,
                           std::int64_t now)
{
    const auto stored = storage::find_account(connection, login);
    const auto hash = storage::password_hash(connection, login);
    if (!stored || hash.empty()) {
        pretend_to_check(password);
        return refuse(login_refused);
    }
    if (!is_password_of(hash, password) || !stored->account.active) return refuse(login_refused);
    storage::forget_sessions(connection, now - officers::idle_seconds, now - officers::longest_seconds);
    auto id = random_token();
    storage::add_session(connection, {token_digest(id), login, {now, now}, ""});
    return id;
}

std::optional<OpenSession> open_session(storage::Connection& connection, const std::string& id, std::int64_t now)
{
    if (id.empty()) return std::nullopt;
    const auto session = storage::find_session(connection, token_digest(id));
    if (!session || officers::is_over(session->times, now)) return std::nullopt;
    const auto stored = storage::find_account(connection, session->login);
    if (!stored || !stored->account.active) return std::nullopt;
    if (now - session->times.seen >= 60) storage::touch_session(connection, session->digest, now);
    return OpenSession{stored->account, session->digest, session->notice};
}

void log_out(storage::Connection& connection, const OpenSession& session)
{
    storage::end_session(connection, session.digest);
}

void keep_notice(storage::Connection& connection, const OpenSession& session, const std::string& notice)
{
    storage::set_notice(connection, session.digest, notice);
}

}  // namespace vierkant::usecases
