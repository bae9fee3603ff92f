#include "domain/banking/payment_reference.h"

#include "base/mod_97.h"
#include "domain/banking/messages.h"

#include <algorithm>

namespace vierkant::banking {

namespace {

constexpr std::size_t longest_reference = 25;
constexpr std::size_t longest_number = 21;
constexpr std::size_t shortest_reference = 5;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char capital(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_letter_or_digit(char c)
{
    return is_digit(c) || (capital(c) >= 'A' && capital(c) <= 'Z');
}

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_sound(std::string_view reference)
{
    return reference.size() >= shortest_reference && reference.size() <= longest_reference &&
           reference.starts_with("RF") && is_digit(reference[2]) && is_digit(reference[3]) &&
           passes_mod_97_rotated(reference);
}

/// Adds the sound references that begin at `start`, reading on over spaces.
void find_from(std::string_view text, std::size_t start, std::vector<std::string>& found)
{
    std::string reference;
    for (auto at = start; at < text.size() && reference.size() < longest_reference; ++at) {
        if (is_space(text[at])) continue;
        if (!is_letter_or_digit(text[at])) return;
        reference += capital(text[at]);
        if (reference.size() == 4 && !(is_digit(reference[2]) && is_digit(reference[3]))) return;
        const bool word_ends = at + 1 == text.size() || !is_letter_or_digit(text[at + 1]);
        if (word_ends && is_sound(reference) && std::find(found.begin(), found.end(), reference) == found.end()) {
            found.push_back(reference);
        }
    }
}

}  // namespace

Result<std::string> make_reference(std::string_view number)
{
    std::string body;
    for (const char c : number) {
        if (is_space(c)) continue;
        if (!is_letter_or_digit(c)) return bad_input(reference_characters, {{"number", std::string{number}}});
        body += capital(c);
    }
    if (body.empty() || body.size() > longest_number) {
        return bad_input(reference_length, {{"number", std::string{number}}});
    }
    const int check = 98 - mod_97("RF00", mod_97(body));
    return "RF" + std::string{static_cast<char>('0' + check / 10), static_cast<char>('0' + check % 10)} + body;
}

std::optional<std::string> normalise_reference(std::string_view text)
{
    std::string reference;
    for (const char c : text) {
        if (is_space(c)) continue;
        if (!is_letter_or_digit(c) || reference.size() == longest_reference) return std::nullopt;
        reference += capital(c);
    }
    if (!is_sound(reference)) return std::nullopt;
    return reference;
}

std::string print_reference(std::string_view reference)
{
    std::string printed;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        if (i > 0 && i % 4 == 0) printed += ' ';
        printed += reference[i];
    }
    return printed;
}

std::vector<std::string> find_references(std::string_view text)
{
    std::vector<std::string> found;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (capital(text[at]) == 'R' && capital(text[at + 1]) == 'F') find_from(text, at, found);
    }
    return found;
}

}  // namespace vierkant::banking
