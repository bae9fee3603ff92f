#include "usecases/tokens.h"

#include "base/secret.h"
#include "storage/user_store.h"
#include "usecases/user_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

/// So that a token that lies about is known for what it is.
constexpr std::string_view mark = "vkt_";
constexpr std::size_t longest_purpose = 80;

}  // namespace

Result<NewToken> add_token(storage::Connection& connection, const storage::Task& task, const TokenRequest& request)
{
    if (auto fits = officers::check_expiry(task.today, request.expires_on); !fits) return fits.refusal();
    if (request.purpose.empty() || request.purpose.size() > longest_purpose) return refuse(token_purpose_unfit);
    storage::Work work{connection, task};
    const auto stored = storage::find_account(connection, request.login);
    if (!stored || !stored->account.active) return refuse(login_unknown, {{"login", request.login}});
    NewToken made{0, std::string{mark} + random_token()};
    made.number = storage::add_token(work, {0, request.login, request.purpose, request.scopes,
                                            token_digest(made.secret), task.today, request.expires_on});
    work.commit(std::to_string(made.number));
    return made;
}

Result<storage::StoredToken> revoke_token(storage::Connection& connection, const storage::Task& task,
                                          std::int64_t number)
{
    storage::Work work{connection, task};
    const auto all = storage::list_tokens(connection);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& token) { return token.number == number; });
    if (found == all.end()) return refuse(token_unknown, {{"number", std::to_string(number)}});
    if (!found->revoked_on) {
        storage::revoke_token(work, number);
        work.commit(std::to_string(number));
    }
    return *found;
}

std::optional<TokenUser> token_user(storage::Connection& connection, const std::string& secret, Date today)
{
    if (!secret.starts_with(mark)) return std::nullopt;
    auto token = storage::find_token(connection, token_digest(secret));
    if (!token || !token->opens_on(today)) return std::nullopt;
    const auto stored = storage::find_account(connection, token->login);
    if (!stored || !stored->account.active) return std::nullopt;
    return TokenUser{stored->account, std::move(*token)};
}

}  // namespace vierkant::usecases
