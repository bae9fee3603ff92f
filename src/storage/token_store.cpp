#include "storage/token_store.h"

#include "storage/stored.h"
#include "storage/user_facts.h"

namespace vierkant::storage {

namespace {

const std::string tokens =
    "SELECT t.token_no, t.login, t.purpose, t.scopes, t.digest, t.created_on, t.expires_on, r.day FROM api_token t "
    "LEFT JOIN api_token_revocation r ON r.administration_id = t.administration_id AND r.token_no = t.token_no "
    "WHERE t.administration_id = ?";
constexpr std::string_view kinds = "ittttttt";

StoredToken token_of(const Row& row)
{
    const auto scopes = officers::scopes_of(row.text(3));
    verify(scopes.has_value(), "the scopes of a token are known");
    return {row.integer(0),
            row.text(1),
            row.text(2),
            *scopes,
            row.text(4),
            stored_date(row.text(5)),
            stored_date(row.text(6)),
            parse_date(row.text(7))};
}

}  // namespace

std::optional<StoredToken> find_token(Connection& connection, const std::string& digest)
{
    std::optional<StoredToken> found;
    connection.each(tokens + " AND t.digest = ?", {administration, digest}, kinds,
                    [&](const Row& row) { found = token_of(row); });
    return found;
}

std::vector<StoredToken> list_tokens(Connection& connection)
{
    std::vector<StoredToken> all;
    connection.each(tokens + " ORDER BY t.token_no", {administration}, kinds,
                    [&](const Row& row) { all.push_back(token_of(row)); });
    return all;
}

std::int64_t add_token(Work& work, const StoredToken& token)
{
    const auto number = work.next_number("api_token");
    work.add(facts::api_token, {administration, number, token.login, token.purpose, officers::to_text(token.scopes),
                                token.digest, to_text(token.created_on), to_text(token.expires_on)});
    return number;
}

void revoke_token(Work& work, std::int64_t number)
{
    work.add(facts::api_token_revocation, {administration, number, to_text(work.today()), work.actor()});
}

std::optional<std::string> receipt_of(Connection& connection, const std::string& idempotency_key)
{
    std::optional<std::string> receipt;
    connection.each("SELECT receipt FROM work WHERE administration_id = ? AND idempotency_key = ?",
                    {administration, idempotency_key}, "t", [&](const Row& row) { receipt = row.text(0); });
    return receipt;
}

std::optional<std::string> request_under(Connection& connection, const std::string& idempotency_key)
{
    std::optional<std::string> digest;
    connection.each("SELECT digest FROM api_request WHERE administration_id = ? AND idempotency_key = ?",
                    {administration, idempotency_key}, "t", [&](const Row& row) { digest = row.text(0); });
    return digest;
}

void keep_request(Connection& connection, const std::string& idempotency_key, const std::string& digest)
{
    connection.execute(
        "INSERT INTO api_request (administration_id, idempotency_key, digest) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        {administration, idempotency_key, digest});
}

}  // namespace vierkant::storage
