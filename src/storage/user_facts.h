#pragma once

#include "storage/fact_table.h"

namespace vierkant::storage::facts {

/// Accounts of those who log in (schema/0030_users.sql).
inline constexpr FactTable user_account{"user_account", "administration_id, login, version, full_name, roles, active",
                                        "ititti"};

/// Tokens of programs (schema/0044_api_tokens.sql).
inline constexpr FactTable api_token{
    "api_token", "administration_id, token_no, login, purpose, scopes, digest, created_on, expires_on", "iitttttt"};
inline constexpr FactTable api_token_revocation{"api_token_revocation", "administration_id, token_no, day, actor",
                                                "iitt"};

}  // namespace vierkant::storage::facts
