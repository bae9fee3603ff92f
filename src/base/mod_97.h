#pragma once

#include <string_view>

namespace vierkant {

/// ISO 7064 mod 97-10: the text taken as one long number in which A is 10 and Z is 35, divided by 97. `before` is the
/// remainder of what stands before the text. REQUIRES: capitals and digits.
constexpr int mod_97(std::string_view text, int before = 0)
{
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        before = digit ? (before * 10 + (c - '0')) % 97 : (before * 100 + (c - 'A' + 10)) % 97;
    }
    return before;
}

/// How an IBAN (ISO 13616) and a payment reference (ISO 11649) are checked: the first four characters count last.
/// REQUIRES: capitals and digits, at least four.
constexpr bool passes_mod_97_rotated(std::string_view text)
{
    return mod_97(text.substr(0, 4), mod_97(text.substr(4))) == 1;
}

}  // namespace vierkant
