#include "storage/list_part.h"

#include "base/folded.h"

#include <algorithm>

namespace vierkant::storage {

std::string like_pattern(const std::string& words)
{
    std::string pattern = "%";
    for (const char c : folded(words)) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

std::string order_and_limit(const ListPart& part, std::span<const ListOrder> orders, const OwnOrder& own)
{
    std::string text = " ORDER BY ";
    const auto found =
        std::find_if(orders.begin(), orders.end(), [&](const ListOrder& one) { return one.column == part.sort; });
    if (found != orders.end()) text += std::string{found->by} + (part.down ? " DESC, " : ", ");
    text += found == orders.end() && part.down ? own.back : own.forth;
    if (part.most > 0) text += " LIMIT " + std::to_string(part.most) + " OFFSET " + std::to_string(part.first);
    return text;
}

}  // namespace vierkant::storage
