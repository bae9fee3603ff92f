#pragma once

#include "storage/fact_table.h"

namespace vierkant::storage::facts {

inline constexpr FactTable letter_text{"letter_text", "fund_id, letter_no, form, content", "iitt"};

}  // namespace vierkant::storage::facts
