#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vierkant {

/// A running BLAKE2b-256 digest (RFC 7693) over fields. Each field is written with its kind and length, so that no two
/// different rows of fields give the same bytes.
class Digest {
public:
    Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;
    ~Digest();

    void add(std::int64_t number);
    void add(std::string_view text);
    void add_nothing();  ///< a NULL

    /// 64 hexadecimal digits. The digest takes no fields after this.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The hash before the first link of a chain.
inline constexpr std::string_view no_hash = "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace vierkant
