#include "domain/officers/account.h"

#include "domain/officers/messages.h"

#include <algorithm>
#include <array>
#include <string>

namespace vierkant::officers {

Result<Done> check_login(std::string_view login)
{
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto fits = [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    const bool good = login.size() >= 2 && login.size() <= 32 && is_letter(login.front()) &&
                      std::all_of(login.begin(), login.end(), fits);
    if (!good) return refuse(login_unfit, {{"login", std::string{login}}});
    return Done{};
}

Result<Done> check_full_name(std::string_view name)
{
    const auto shown =
        std::count_if(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
    const bool control =
        std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (shown == 0 || name.size() > 80 || control) return refuse(full_name_unfit);
    return Done{};
}

Result<Done> check_roles(const Roles& roles)
{
    if (roles.empty()) return refuse(roles_missing);
    if (roles.size() > 1 && roles.contains(Role::auditor)) return refuse(auditor_alone);
    return Done{};
}

namespace {

/// What guessers try first, in Dutch and English (ASVS 2.1.7 asks to refuse common passwords).
constexpr std::array common_words{
    std::string_view{"wachtwoord"}, std::string_view{"password"}, std::string_view{"welkom"},
    std::string_view{"welcome"},    std::string_view{"vierkant"}, std::string_view{"geheim"},
    std::string_view{"qwerty"},     std::string_view{"azerty"},   std::string_view{"letmein"},
    std::string_view{"gemeente"},   std::string_view{"admin"},    std::string_view{"abcdef"},
    std::string_view{"123456"},     std::string_view{"zomer"},    std::string_view{"winter"},
    std::string_view{"lente"},      std::string_view{"herfst"}};

/// Is it a common word with little beside it but digits and signs?
bool is_common(std::string_view password)
{
    constexpr std::size_t letters_enough = 4;
    std::string rest;
    for (const char c : password) rest += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    bool common = false;
    for (const auto word : common_words) {
        for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word)) {
            rest.replace(at, word.size(), 1, ' ');
            common = true;
        }
    }
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U; };
    return common && static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), is_letter)) < letters_enough;
}

}  // namespace

Result<Done> check_password(std::string_view password, std::string_view login)
{
    const auto characters = std::count_if(password.begin(), password.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // UTF-8: continuation bytes are no characters
    });
    if (characters < 12) return refuse(password_short);
    if (characters > 128) return refuse(password_long);
    const bool all_same = std::all_of(password.begin(), password.end(), [&](char c) { return c == password.front(); });
    if (all_same || is_common(password) || password.find(login) == 0) return refuse(password_easy);
    return Done{};
}

bool is_over(const SessionTimes& times, std::int64_t now)
{
    return now - times.seen >= idle_seconds || now - times.started >= longest_seconds;
}

}  // namespace vierkant::officers
