#include "domain/state_aid/reference_rate.h"

#include <algorithm>

namespace vierkant::state_aid {

Collateral collateral_class(Rate covered)
{
    const auto loss = percent(100) - covered;
    if (loss <= percent(30)) return Collateral::high;
    return loss < percent(60) ? Collateral::normal : Collateral::low;
}

std::optional<BaseRate> base_rate_on(const BaseRates& rates, Date day)
{
    std::optional<BaseRate> last;
    for (const auto& rate : rates) {
        if (rate.from <= day && (!last || last->from <= rate.from)) last = rate;
    }
    return last;
}

std::optional<Rate> margin_of(const LoanMargins& margins, Rating rating, Collateral collateral)
{
    const auto row = rating == Rating::none ? Rating::weak : rating;
    const auto found = std::find_if(margins.begin(), margins.end(), [&](const LoanMargin& margin) {
        return margin.rating == row && margin.collateral == collateral;
    });
    if (found == margins.end()) return std::nullopt;
    return rating == Rating::none ? std::max(found->margin, basis_points(400)) : found->margin;
}

}  // namespace vierkant::state_aid
