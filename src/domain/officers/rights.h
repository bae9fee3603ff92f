#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

/// Who may do what at the desk. One table decides; pages only name the right they need.
namespace vierkant::officers {

enum class Role {
    administrator,  ///< users and the administration itself; no dossiers, no money
    officer,        ///< registers, assesses, proposes, prepares
    decider,        ///< decides on proposals, releases what others prepared
    treasurer,      ///< bank, closing, releases what others prepared
    auditor,        ///< reads everything, changes nothing
};

enum class Right {
    anyone,      ///< also who has not logged in
    signed_in,   ///< everyone with an account: the desk, one's own password
    read,        ///< undertakings, dossiers, loans, grants, bank, reports
    handle,      ///< register and change undertakings and applications, propose, prepare orders, record events
    decide,      ///< award, refuse or send back what someone else proposed
    release,     ///< release what someone else prepared
    withdraw,    ///< take back what was prepared and not yet released
    bank,        ///< import statements and match their lines
    close,       ///< close days and periods, book provisions
    audit,       ///< the audit trail and verification
    administer,  ///< users
};

struct RoleName {
    Role role;
    std::string_view code;  ///< "officer"
    std::string_view nl;
    std::string_view en;
};
std::span<const RoleName> role_names();
const RoleName& name_of(Role role);
std::optional<Role> role_of(std::string_view code);

using Roles = std::set<Role>;
/// "decider officer"; and back, where every word is a role.
std::string to_text(const Roles& roles);
std::optional<Roles> roles_of(std::string_view text);

/// May someone with these roles? Right::anyone is everybody's, Right::signed_in everyone's with a role.
bool may(const Roles& roles, Right right);

}  // namespace vierkant::officers
