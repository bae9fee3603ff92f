#include "domain/grants/eligible_cost.h"

#include "base/exact.h"
#include "domain/grants/messages.h"

#include <algorithm>

namespace vierkant::grants {

namespace {

Result<Done> check(const std::vector<CostLine>& lines, const std::vector<CostCategory>& categories)
{
    for (const auto& line : lines) {
        const bool known = std::any_of(categories.begin(), categories.end(),
                                       [&](const auto& category) { return category.code == line.category; });
        if (!known) return bad_input(unknown_category, {{"category", line.category}});
        if (line.amount.is_negative()) return bad_input(negative_cost, {{"category", line.category}});
    }
    return Done{};
}

Money supported_in(const CostCategory& category, const std::vector<CostLine>& lines)
{
    Money cost;
    for (const auto& line : lines) {
        if (line.category == category.code) cost += line.amount;
    }
    return std::min(category.most, round(share(cost, category.share), Rounding::down));
}

}  // namespace

Result<Money> supported(const std::vector<CostLine>& lines, const std::vector<CostCategory>& categories, Money most)
{
    const auto checked = check(lines, categories);
    if (!checked) return checked.refusal();
    Money sum;
    for (const auto& category : categories) sum += supported_in(category, lines);
    return std::min(sum, most);
}

Result<Money> payable(const std::vector<CostLine>& invoiced, const std::vector<CostCategory>& categories, Money awarded,
                      Money paid)
{
    const auto amount = supported(invoiced, categories, awarded);
    if (!amount) return amount.refusal();
    return std::max(Money{}, *amount - paid);
}

Result<Settlement> settle(const std::vector<CostLine>& invoiced, const std::vector<CostCategory>& categories,
                          Money awarded, Money paid)
{
    const auto principal = supported(invoiced, categories, awarded);
    if (!principal) return principal.refusal();
    return Settlement{*principal, awarded - *principal, std::max(Money{}, paid - *principal)};
}

}  // namespace vierkant::grants
