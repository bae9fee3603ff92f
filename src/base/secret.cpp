#include "base/secret.h"

#include <sodium.h>

#include <array>
#include <new>
#include <semaphore>
#include <stdexcept>

namespace vierkant {

namespace {

void start_sodium()
{
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error{"libsodium does not start"};
}

/// At most two at once: each takes 64 MiB.
std::counting_semaphore<2>& turns()
{
    static std::counting_semaphore<2> two{2};
    return two;
}

class Turn {
public:
    Turn() { turns().acquire(); }
    ~Turn() { turns().release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hexadecimal(const std::array<unsigned char, 32>& digest)
{
    std::array<char, 65> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

}  // namespace

std::string random_token()
{
    start_sodium();
    std::array<unsigned char, 32> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string token_digest(std::string_view token)
{
    start_sodium();
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), bytes(token), token.size(), nullptr, 0);
    return hexadecimal(digest);
}

std::string keyed_digest(std::string_view key, std::string_view text)
{
    start_sodium();
    // The key is first made 32 bytes long: the digest takes keys of 16 to 64.
    std::array<unsigned char, 32> key_digest{};
    crypto_generichash(key_digest.data(), key_digest.size(), bytes(key), key.size(), nullptr, 0);
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), bytes(text), text.size(), key_digest.data(), key_digest.size());
    return hexadecimal(digest);
}

bool same_secret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_password(std::string_view password)
{
    start_sodium();
    const Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::bad_alloc{};
    }
    return hash.data();
}

bool is_password_of(std::string_view hash, std::string_view password)
{
    start_sodium();
    const Turn turn;
    return crypto_pwhash_str_verify(std::string{hash}.c_str(), password.data(), password.size()) == 0;
}

void pretend_to_check(std::string_view password)
{
    static const auto hash = hash_password("nobody has this password");
    (void)is_password_of(hash, password);
}

}  // namespace vierkant
