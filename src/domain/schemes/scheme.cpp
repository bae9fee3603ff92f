#include "domain/schemes/scheme.h"

namespace vierkant::schemes {

std::vector<std::string> categories_of(const Scheme& scheme)
{
    if (scheme.premium_categories) return scheme.premium_categories->value;
    std::vector<std::string> codes;
    if (scheme.cost_categories) {
        for (const auto& category : scheme.cost_categories->value) codes.push_back(category.code);
    }
    return codes;
}

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
