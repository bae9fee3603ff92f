#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

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

/// What a column of a list is sorted by.
struct ListOrder {
    std::string_view column;
    std::string_view by;
};
/// The list's own order, and the same the other way round: what is equal under another order stands so too.
struct OwnOrder {
    std::string_view forth;
    std::string_view back;
};
/// " ORDER BY ... LIMIT ... OFFSET ..." of texts of ours only: what was asked for merely chooses.
std::string order_and_limit(const ListPart& part, std::span<const ListOrder> orders, const OwnOrder& own);

}  // namespace vierkant::storage
