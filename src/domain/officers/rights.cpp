#include "domain/officers/rights.h"

#include <algorithm>
#include <array>

namespace vierkant::officers {

namespace {

constexpr std::array names{
    RoleName{Role::administrator, "administrator", "beheerder", "administrator"},
    RoleName{Role::officer, "officer", "fondsmedewerker", "fund officer"},
    RoleName{Role::decider, "decider", "beslisser", "decider"},
    RoleName{Role::treasurer, "treasurer", "penningmeester", "treasurer"},
    RoleName{Role::auditor, "auditor", "controleur", "auditor"},
};

/// The table of rights: a line a right, a column a role.
struct Line {
    Right right;
    bool administrator, officer, decider, treasurer, auditor;
};
constexpr std::array table{
    //                     administrator officer decider treasurer auditor
    Line{Right::signed_in, true, true, true, true, true},  Line{Right::read, false, true, true, true, true},
    Line{Right::handle, false, true, false, false, false}, Line{Right::decide, false, false, true, false, false},
    Line{Right::release, false, false, true, true, false}, Line{Right::withdraw, false, true, true, true, false},
    Line{Right::bank, false, false, false, true, false},   Line{Right::close, false, false, false, true, false},
    Line{Right::audit, true, false, false, false, true},   Line{Right::administer, true, false, false, false, false},
};

bool has(const Line& line, Role role)
{
    switch (role) {
        case Role::administrator:
            return line.administrator;
        case Role::officer:
            return line.officer;
        case Role::decider:
            return line.decider;
        case Role::treasurer:
            return line.treasurer;
        case Role::auditor:
            return line.auditor;
    }
    return false;
}

}  // namespace

std::span<const RoleName> role_names()
{
    return names;
}

const RoleName& name_of(Role role)
{
    return *std::find_if(names.begin(), names.end(), [&](const RoleName& name) { return name.role == role; });
}

std::optional<Role> role_of(std::string_view code)
{
    const auto* const found =
        std::find_if(names.begin(), names.end(), [&](const RoleName& name) { return name.code == code; });
    if (found == names.end()) return std::nullopt;
    return found->role;
}

std::string to_text(const Roles& roles)
{
    std::string text;
    for (const auto role : roles) text += (text.empty() ? "" : " ") + std::string{name_of(role).code};
    return text;
}

std::optional<Roles> roles_of(std::string_view text)
{
    Roles roles;
    while (!text.empty()) {
        const auto end = text.find_first_of(" ,");
        const auto word = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (word.empty()) continue;
        const auto role = role_of(word);
        if (!role) return std::nullopt;
        roles.insert(*role);
    }
    return roles;
}

bool may(const Roles& roles, Right right)
{
    if (right == Right::anyone) return true;
    const auto* const line =
        std::find_if(table.begin(), table.end(), [&](const Line& one) { return one.right == right; });
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return has(*line, role); });
}

}  // namespace vierkant::officers
