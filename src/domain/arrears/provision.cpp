#include "domain/arrears/provision.h"

#include <algorithm>

namespace vierkant::arrears {

namespace {

constexpr std::int64_t one = 1'000'000;  // millionths

}  // namespace

const RiskParameters* parameters_on(std::span<const RiskParameters> all, Date day)
{
    const RiskParameters* found = nullptr;
    for (const auto& parameters : all) {
        if (parameters.from <= day) found = &parameters;
    }
    return found;
}

Stage stage_of(const RiskParameters& parameters, int days_past_due)
{
    auto stage = Stage::performing;
    for (const auto& [candidate, figures] : parameters.stages) {
        if (days_past_due >= figures.days_late) stage = candidate;
    }
    return stage;
}

std::optional<Stage> override_on(std::span<const RiskOverride> overrides, Date day)
{
    const RiskOverride* found = nullptr;
    for (const auto& item : overrides) {
        if (item.from <= day && (found == nullptr || found->from <= item.from)) found = &item;
    }
    return found == nullptr ? std::nullopt : found->stage;
}

Money cover_of(const RiskParameters& parameters, std::span<const Collateral> collateral, Date day)
{
    Money sum;
    for (const auto& item : collateral) {
        if (!item.holds_on(day)) continue;
        const auto brings = round(share(item.value, parameters.yields.at(item.kind)), Rounding::down);
        sum += std::max(Money{}, brings - item.prior);
    }
    return sum;
}

std::optional<Rate> coverage(std::span<const Collateral> collateral, Date day, Money gross)
{
    if (!gross.is_positive()) return std::nullopt;
    Money value;
    for (const auto& item : collateral) {
        if (item.holds_on(day)) value += std::max(Money{}, item.value - item.prior);
    }
    // Money in cents per cent of principal, in millionths: the same pro rata as any other.
    return Rate{pro_rata(value, one, gross.in_cents(), Rounding::half_up).in_cents()};
}

Provision provision_of(const RiskParameters& parameters, Money gross, int days_past_due,
                       std::span<const RiskOverride> overrides, std::span<const Collateral> collateral, Date day)
{
    const auto said = override_on(overrides, day);
    Provision result;
    result.stage = said.value_or(stage_of(parameters, days_past_due));
    result.overridden = said.has_value();
    const auto& figures = parameters.stages.at(result.stage);
    result.gross = gross;
    result.cover = std::min(gross, cover_of(parameters, collateral, day));
    result.probability = figures.probability;
    result.loss = figures.loss;
    result.provision = pro_rata(gross - result.cover, figures.probability.millionths * figures.loss.millionths,
                                one * one, Rounding::half_up);
    return result;
}

}  // namespace vierkant::arrears
