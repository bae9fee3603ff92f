#include "domain/officers/scope.h"

#include "domain/officers/messages.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace vierkant::officers {

namespace {

constexpr std::array names{
    ScopeName{Scope::read, "read", "ondernemingen, aanvragen, leningen, subsidies en bank lezen"},
    ScopeName{Scope::reports_read, "reports:read", "rapporten en vooruitblik lezen"},
    ScopeName{Scope::applications_write, "applications:write",
              "ondernemingen en aanvragen vastleggen, tot en met het voorstel"},
    ScopeName{Scope::decisions_write, "decisions:write", "beslissen op een voorstel"},
    ScopeName{Scope::loans_write, "loans:write", "gebeurtenissen op leningen vastleggen, opdrachten klaarzetten"},
    ScopeName{Scope::grants_write, "grants:write", "claims, voorschotten, vaststelling en betaling van subsidies"},
    ScopeName{Scope::orders_write, "orders:write", "opdrachten vrijgeven of intrekken"},
    ScopeName{Scope::bank_write, "bank:write", "bankafschriften inlezen en koppelen"},
    ScopeName{Scope::close_write, "close:write", "dagen en periodes afsluiten"},
    ScopeName{Scope::programme_write, "programme:write",
              "werkloosheid en de stand van gevolgde maatregelen vastleggen"},
    ScopeName{Scope::audit_read, "audit:read", "controlespoor lezen, administratie controleren"},
    ScopeName{Scope::administration_write, "administration:write",
              "accounts lezen en beheren, edities van regelingen vastleggen"},
};

}  // namespace

std::span<const ScopeName> scope_names()
{
    return names;
}

const ScopeName& name_of(Scope scope)
{
    return *std::find_if(names.begin(), names.end(), [&](const ScopeName& name) { return name.scope == scope; });
}

std::string to_text(const Scopes& scopes)
{
    std::string text;
    for (const auto scope : scopes) text += (text.empty() ? "" : " ") + std::string{name_of(scope).code};
    return text;
}

std::optional<Scopes> scopes_of(std::string_view text)
{
    Scopes scopes;
    std::istringstream words{std::string{text}};
    for (std::string word; words >> word;) {
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const ScopeName& name) { return name.code == word; });
        if (found == names.end()) return std::nullopt;
        scopes.insert(found->scope);
    }
    if (scopes.empty()) return std::nullopt;
    return scopes;
}

Result<Done> check_expiry(Date today, Date expires_on)
{
    if (expires_on < today || expires_on - today > most_days_of_token) {
        return refuse(token_expiry_unfit, {{"day", expires_on}, {"today", today}});
    }
    return Done{};
}

}  // namespace vierkant::officers
