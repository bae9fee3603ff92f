#include "domain/schemes/scheme.h"

namespace vierkant::schemes {

std::optional<Scheme> edition_on(const std::vector<Scheme>& editions, std::string_view code, Date day)
{
    const Scheme* found = nullptr;
    for (const auto& edition : editions) {
        const bool holds = edition.code == code && edition.from <= day && (!edition.until || day <= *edition.until);
        if (holds && (found == nullptr || found->from < edition.from)) found = &edition;
    }
    if (found == nullptr) return std::nullopt;
    return *found;
}

}  // namespace vierkant::schemes
