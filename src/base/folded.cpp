#include "base/folded.h"

#include <array>
#include <cstddef>

namespace vierkant {

namespace {

constexpr unsigned first_letter = 0xC0;  // À
constexpr unsigned last_letter = 0x17F;  // ſ
constexpr unsigned first_mark = 0x300;   // combining accents
constexpr unsigned last_mark = 0x36F;

/// The letters of U+00C0 to U+017F without their accents, in order; two letters where one sign stands for two.
/// U+00D7 and U+00F7 are the signs for times and divided by.
constexpr std::array<std::string_view, last_letter - first_letter + 1> plain{
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "x", "o", "u", "u", "u", "u", "y", "th", "ss",  // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "/", "o", "u", "u", "u", "u", "y", "th", "y",   // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // 130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s",   // 170
};

void add_one_byte(std::string& into, char c)
{
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space) {
        if (!into.empty() && into.back() != ' ') into += ' ';
    } else {
        into += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
}

}  // namespace

std::string folded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const bool two_bytes = lead >= 0xC2 && lead <= 0xDF && i + 1 < text.size();
        if (!two_bytes) {
            add_one_byte(result, text[i]);
            continue;
        }
        const unsigned letter = (lead & 0x1FU) << 6U | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
        if (letter >= first_letter && letter <= last_letter) {
            result += plain[letter - first_letter];
        } else if (letter < first_mark || letter > last_mark) {
            result += text.substr(i, 2);
        }
        ++i;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace vierkant
