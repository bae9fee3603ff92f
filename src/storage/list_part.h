#pragma once

#include <cstdint>
#include <string>

namespace vierkant::storage {

/// What part of a list is asked for: the rows that have these words, sorted, from a row on. The database does all of
/// it, so that a list of a hundred thousand costs a page.
struct ListPart {
    std::string words = {};  ///< "" is any
    std::string sort = {};   ///< a column's key; "" is the order of the list itself
    bool down = false;
    std::int64_t first = 0;
    std::int64_t most = 0;  ///< 0: all of them
};

/// Words as a pattern for LIKE with '!' as escape: folded, anywhere in the text.
std::string like_pattern(const std::string& words);

}  // namespace vierkant::storage
