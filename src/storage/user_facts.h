#pragma once

#include "storage/fact_table.h"

namespace vierkant::storage::facts {

/// Accounts of those who log in (schema/0030_users.sql).
inline constexpr FactTable user_account{"user_account", "administration_id, login, version, full_name, roles, active",
                                        "ititti"};

}  // namespace vierkant::storage::facts
