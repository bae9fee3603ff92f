#include "domain/officers/account.h"

#include "domain/officers/messages.h"

#include <algorithm>

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

Result<Done> check_password(std::string_view password, std::string_view login)
{
    const auto characters = std::count_if(password.begin(), password.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // UTF-8: continuation bytes are no characters
    });
    if (characters < 12) return refuse(password_short);
    if (characters > 128) return refuse(password_long);
    const bool all_same = std::all_of(password.begin(), password.end(), [&](char c) { return c == password.front(); });
    if (all_same || password.find(login) == 0) return refuse(password_easy);
    return Done{};
}

bool is_over(const SessionTimes& times, std::int64_t now)
{
    return now - times.seen >= idle_seconds || now - times.started >= longest_seconds;
}

}  // namespace vierkant::officers
