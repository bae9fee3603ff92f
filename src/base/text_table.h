#pragma once

#include "base/result.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace vierkant {

/// The text with a code; null where the table has none.
inline const Text* text_in(std::span<const Text> table, std::string_view code)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Text& text) { return text.code == code; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace vierkant
