#pragma once

#include "base/date.h"
#include "base/exact.h"

#include <optional>
#include <span>
#include <vector>

namespace vierkant::arrears {

/// What an out-of-court collection may cost the debtor (Besluit vergoeding voor buitengerechtelijke incassokosten,
/// art. 2): a share of each slice of the principal, between a least and a most.
struct CostScale {
    struct Slice {
        std::optional<Money> up_to;  ///< empty for the last one
        Rate share;
    };
    Date from;  ///< first day on which the scale holds
    std::vector<Slice> slices;
    Money least;
    Money most;
};

/// The scale that holds on a day; nothing before the first. REQUIRES: in order of date.
const CostScale* scale_on(std::span<const CostScale> scales, Date day);

/// Over the principal of the claim only: no interest, no costs, no VAT. Nothing where there is no principal.
Money collection_costs(const CostScale& scale, Money principal);

}  // namespace vierkant::arrears
