#include "storage/list_part.h"

#include "base/folded.h"

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

}  // namespace vierkant::storage
