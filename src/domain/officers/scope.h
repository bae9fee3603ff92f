#pragma once

#include "base/date.h"
#include "base/result.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

/// What a program may do in an officer's name. A scope never gives more than the officer's own roles do.
namespace vierkant::officers {

enum class Scope {
    read,
    reports_read,
    applications_write,  ///< undertakings and applications, up to the proposal
    decisions_write,
    loans_write,
    grants_write,
    orders_write,
    bank_write,
    close_write,
    programme_write,  ///< what became of the plan
    audit_read,
    administration_write,  ///< accounts and editions of schemes
};

struct ScopeName {
    Scope scope;
    std::string_view code;  ///< "loans:write"
    std::string_view nl;
};
std::span<const ScopeName> scope_names();
const ScopeName& name_of(Scope scope);

using Scopes = std::set<Scope>;
/// "loans:write read"; and back, where every word is a scope and there is at least one.
std::string to_text(const Scopes& scopes);
std::optional<Scopes> scopes_of(std::string_view text);

inline constexpr int most_days_of_token = 366;
inline constexpr int usual_days_of_token = 90;

/// A token ends after today, and within a year and a day: what nobody renews opens nothing.
Result<Done> check_expiry(Date today, Date expires_on);

}  // namespace vierkant::officers
