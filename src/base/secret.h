#pragma once

#include <string>
#include <string_view>

/// Passwords and tokens, by libsodium. Nothing here is stored or logged as it is: only its digest.
namespace vierkant {

/// 256 random bits as 43 characters that fit a cookie and an address.
std::string random_token();

/// Digest of a token, as 64 hexadecimal characters: what is kept of a session's id.
std::string token_digest(std::string_view token);

/// Digest of `text` under `key`: who does not have the key cannot make it.
std::string keyed_digest(std::string_view key, std::string_view text);

/// Takes as long whatever differs.
bool same_secret(std::string_view a, std::string_view b);

/// argon2id at libsodium's interactive setting: 64 MiB, a tenth of a second. Throws where memory is short.
std::string hash_password(std::string_view password);
bool is_password_of(std::string_view hash, std::string_view password);
/// As much work as looking at a password, for a login that there is not.
void pretend_to_check(std::string_view password);

}  // namespace vierkant
