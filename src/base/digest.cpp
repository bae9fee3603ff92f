#include "base/digest.h"

#include "base/result.h"

#include <sodium.h>

#include <array>
#include <cstring>

namespace vierkant {

// Fields are gathered in a buffer first: BLAKE2b works in blocks of 128 bytes, and a call for each small field would
// cost more than the hashing.
struct Digest::State {
    crypto_generichash_state hash;
    std::array<unsigned char, 1024> buffer;
    std::size_t used = 0;

    void flush()
    {
        crypto_generichash_update(&hash, buffer.data(), used);
        used = 0;
    }
    void put(const void* bytes, std::size_t count)
    {
        if (count > buffer.size()) {
            flush();
            crypto_generichash_update(&hash, static_cast<const unsigned char*>(bytes), count);
            return;
        }
        if (used + count > buffer.size()) flush();
        std::memcpy(buffer.data() + used, bytes, count);
        used += count;
    }
    void put_number(char kind, std::uint64_t number)
    {
        std::array<unsigned char, 9> bytes{static_cast<unsigned char>(kind)};
        for (std::size_t i = 1; i <= 8; ++i, number >>= 8) bytes[i] = static_cast<unsigned char>(number & 0xff);
        put(bytes.data(), bytes.size());
    }
};

Digest::Digest() : state_{std::make_unique<State>()}
{
    crypto_generichash_init(&state_->hash, nullptr, 0, crypto_generichash_BYTES);
}
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

void Digest::add(std::int64_t number)
{
    state_->put_number('i', static_cast<std::uint64_t>(number));
}

void Digest::add(std::string_view text)
{
    state_->put_number('t', text.size());
    state_->put(text.data(), text.size());
}

void Digest::add_nothing()
{
    state_->put("n", 1);
}

std::string Digest::finish()
{
    std::array<unsigned char, crypto_generichash_BYTES> bytes{};
    state_->flush();
    crypto_generichash_final(&state_->hash, bytes.data(), bytes.size());
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace vierkant
