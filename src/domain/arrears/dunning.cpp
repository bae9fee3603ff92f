#include "domain/arrears/dunning.h"

#include "domain/arrears/messages.h"

#include <algorithm>

namespace vierkant::arrears {

Result<Done> check(const DunningPlan& plan)
{
    if (plan.steps.empty()) return refuse(steps_missing);
    if ((plan.interest == LateRate::contractual) != (plan.agreed.millionths > 0)) return refuse(late_rate_missing);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto& step = plan.steps[i];
        const bool in_order =
            i == 0 || (plan.steps[i - 1].days_late < step.days_late && plan.steps[i - 1].kind < step.kind);
        if (!in_order) return refuse(steps_out_of_order, {{"step", std::to_string(i + 1)}});
        for (const auto* letter : {&step.nl, &step.en}) {
            if (const auto sound = check(*letter); !sound) return sound.refusal();
        }
    }
    return Done{};
}

std::optional<NextStep> next_step(const DunningPlan& plan, std::span<const SentLetter> sent, Date since)
{
    std::optional<SentLetter> last;
    for (const auto& letter : sent) {
        if (letter.since == since && (!last || last->kind <= letter.kind)) last = letter;
    }
    for (const auto& step : plan.steps) {
        if (last && step.kind <= last->kind) continue;
        auto on = since + std::max(step.days_late, plan.grace_days + 1);
        if (last) on = std::max(on, last->pay_by + 1);
        return NextStep{&step, on, last ? std::optional{last->drawn_on} : std::nullopt};
    }
    return std::nullopt;
}

}  // namespace vierkant::arrears
