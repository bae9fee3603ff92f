#include "domain/arrears/collection_costs.h"

#include <algorithm>

namespace vierkant::arrears {

const CostScale* scale_on(std::span<const CostScale> scales, Date day)
{
    const CostScale* found = nullptr;
    for (const auto& scale : scales) {
        if (scale.from <= day) found = &scale;
    }
    return found;
}

Money collection_costs(const CostScale& scale, Money principal)
{
    if (!principal.is_positive()) return {};
    Exact sum;
    Money below;
    for (const auto& slice : scale.slices) {
        const auto top = slice.up_to ? std::min(*slice.up_to, principal) : principal;
        if (top > below) sum += share(top - below, slice.share);
        below = std::max(below, top);
    }
    return std::clamp(round(sum, Rounding::half_up), scale.least, scale.most);
}

}  // namespace vierkant::arrears
