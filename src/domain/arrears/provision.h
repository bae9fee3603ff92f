#pragma once

#include "base/date.h"
#include "base/exact.h"
#include "base/rate.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vierkant::arrears {

/// How likely a loan is to be lost, in three steps.
enum class Stage {
    performing,  ///< pays as agreed
    watch,       ///< late, or an officer sees trouble coming
    defaulted,   ///< more than 90 days late, insolvent, or called in
};

enum class CollateralKind { mortgage, pledge, guarantee, deposit, other };

/// What the fund may fall back on.
struct Collateral {
    CollateralKind kind = CollateralKind::other;
    Money value;     ///< as valued
    int rank = 1;    ///< 1 is first
    Money prior;     ///< claims of others that come before ours
    Date valued_on;  ///< it counts from here on
    std::optional<Date> expires_on;
    std::optional<Date> released_on;

    [[nodiscard]] bool holds_on(Date day) const
    {
        return valued_on <= day && (!expires_on || day <= *expires_on) && (!released_on || day < *released_on);
    }
};

/// The figures of a period (data/reference/risk_parameters.csv): policy, not law.
struct RiskParameters {
    struct OfStage {
        int days_late;     ///< from so many days past due on, unless an officer says otherwise
        Rate probability;  ///< that the borrower defaults
        Rate loss;         ///< of what no collateral covers, when he does
    };
    Date from;  ///< first day on which they hold
    std::map<Stage, OfStage> stages;
    std::map<CollateralKind, Rate> yields;  ///< what a forced sale brings of the value
};

/// Those that hold on a day; nothing before the first. REQUIRES: in order of date.
const RiskParameters* parameters_on(std::span<const RiskParameters> all, Date day);

Stage stage_of(const RiskParameters& parameters, int days_past_due);

/// What an officer said about a loan, from a day on: a stage, or (empty) that the days late decide again.
struct RiskOverride {
    Date from;
    std::optional<Stage> stage;
};
/// The one in force on a day; of one day the last. Empty where the days late decide.
std::optional<Stage> override_on(std::span<const RiskOverride> overrides, Date day);

/// What the collateral is expected to bring on a day: value x yield, less what comes before us.
Money cover_of(const RiskParameters& parameters, std::span<const Collateral> collateral, Date day);

/// Value of what holds that day over the principal, before any haircut; empty where nothing is owed.
std::optional<Rate> coverage(std::span<const Collateral> collateral, Date day, Money gross);

/// A loan's expected loss, and all it rests on.
struct Provision {
    Stage stage = Stage::performing;
    bool overridden = false;
    Money gross;  ///< principal outstanding
    Money cover;
    Rate probability;
    Rate loss;
    Money provision;  ///< (gross - cover) x probability x loss, half up
    friend bool operator==(const Provision&, const Provision&) = default;
    [[nodiscard]] Money net() const { return gross - provision; }
};
Provision provision_of(const RiskParameters& parameters, Money gross, int days_past_due,
                       std::span<const RiskOverride> overrides, std::span<const Collateral> collateral, Date day);

}  // namespace vierkant::arrears
