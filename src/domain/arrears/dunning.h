#pragma once

#include "domain/arrears/default_interest.h"
#include "domain/arrears/letter.h"

#include <optional>
#include <span>
#include <vector>

namespace vierkant::arrears {

enum class StepKind {
    reminder,        ///< herinnering
    demand,          ///< aanmaning; under public law the one of Awb 4:112
    default_notice,  ///< ingebrekestelling: announces that the whole debt may be called in
};

/// What a demand costs the debtor under public law (Awb 4:113): by the size of the debt.
struct ReminderFee {
    Money threshold;
    Money below;
    Money otherwise;
    friend bool operator==(const ReminderFee&, const ReminderFee&) = default;
    [[nodiscard]] Money of(Money debt) const { return debt < threshold ? below : otherwise; }
};

/// One letter of the plan.
struct DunningStep {
    StepKind kind = StepKind::reminder;
    int days_late = 0;    ///< goes out from this many days past due on
    int days_to_pay = 0;  ///< the debtor gets so many days
    std::optional<ReminderFee> fee;
    LetterText nl;
    LetterText en;
    friend bool operator==(const DunningStep&, const DunningStep&) = default;
};

/// What a scheme does about arrears.
struct DunningPlan {
    int grace_days = 0;  ///< nobody is written to before more than these have passed
    LateRate interest = LateRate::none;
    Rate agreed;  ///< of LateRate::contractual
    std::vector<DunningStep> steps;
    friend bool operator==(const DunningPlan&, const DunningPlan&) = default;
};

/// Letters in order, their fields known, a percentage where the interest is agreed.
Result<Done> check(const DunningPlan& plan);

/// A letter that went out. `since` is the oldest due date that was open then: what is written about.
struct SentLetter {
    StepKind kind;
    Date since;
    Date drawn_on;
    Date pay_by;
};

struct NextStep {
    const DunningStep* step;
    Date on;  ///< the first day on which it may go out
    std::optional<Date> previous;
};

/// What comes next for arrears that go back to `since`: the first step that was not taken about them, on the day it is
/// late enough and the term of the letter before has passed. Empty when all letters are out. Where older arrears were
/// paid meanwhile, the plan begins again with what is open.
std::optional<NextStep> next_step(const DunningPlan& plan, std::span<const SentLetter> sent, Date since);

}  // namespace vierkant::arrears
