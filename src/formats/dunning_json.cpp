#include "formats/dunning_json.h"

#include "formats/messages.h"

namespace vierkant::formats {

namespace {

using arrears::LateRate;
using arrears::StepKind;

constexpr std::int64_t most_days = 366;

const std::vector<std::pair<std::string_view, LateRate>> late_rates{{"none", LateRate::none},
                                                                    {"agreed", LateRate::contractual},
                                                                    {"non-commercial", LateRate::non_commercial},
                                                                    {"commercial", LateRate::commercial}};
const std::vector<std::pair<std::string_view, StepKind>> step_kinds{
    {"reminder", StepKind::reminder}, {"demand", StepKind::demand}, {"default-notice", StepKind::default_notice}};

arrears::LetterText letter(Fields& step, std::string_view key)
{
    auto f = step.object(key);
    arrears::LetterText text{f.text("subject"), f.texts_or_none("paragraphs")};
    f.require(!text.paragraphs.empty(), "paragraphs", missing);
    f.refuse_unknown();
    if (const auto sound = arrears::check(text); !sound) {
        step.require(false, key, *sound.refusal().text, sound.refusal().arguments);
    }
    return text;
}

std::optional<arrears::ReminderFee> fee(Fields& step)
{
    auto f = step.optional_object("fee");
    if (!f) return std::nullopt;
    const arrears::ReminderFee fee{f->positive_money("threshold"), f->money("below"), f->money("otherwise")};
    f->refuse_unknown();
    return fee;
}

arrears::DunningStep step_of(Fields& f)
{
    arrears::DunningStep step;
    step.kind = f.one_of("kind", step_kinds);
    step.days_late = static_cast<int>(f.integer("days_late", 1, most_days));
    step.days_to_pay = static_cast<int>(f.integer("days_to_pay", 1, most_days));
    step.fee = fee(f);
    step.nl = letter(f, "nl");
    step.en = letter(f, "en");
    f.refuse_unknown();
    return step;
}

}  // namespace

arrears::DunningPlan read_dunning(Fields& f)
{
    arrears::DunningPlan plan;
    plan.grace_days = static_cast<int>(f.integer("grace_days", 0, most_days));
    plan.interest = f.one_of("default_interest", late_rates);
    plan.agreed = f.percent_or("annual_percent", Rate{});
    for (auto& item : f.objects("steps")) plan.steps.push_back(step_of(item));
    f.refuse_unknown();
    if (f.refusal()) return plan;
    if (const auto sound = arrears::check(plan); !sound) {
        f.require(false, "steps", *sound.refusal().text, sound.refusal().arguments);
    }
    return plan;
}

}  // namespace vierkant::formats
