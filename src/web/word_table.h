#pragma once

#include "base/result.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vierkant::web {

/// A line of a table that says what codes mean.
struct CodeWord {
    std::string_view code, nl, en;
};

/// The word for a code; empty where the table does not know it.
inline std::optional<Word> word_in(std::span<const CodeWord> table, std::string_view code)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const CodeWord& one) { return one.code == code; });
    if (found == table.end()) return std::nullopt;
    return Word{std::string{found->nl}, std::string{found->en}};
}

}  // namespace vierkant::web
