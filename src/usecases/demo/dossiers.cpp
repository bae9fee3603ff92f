#include "usecases/demo/dossiers.h"

#include "base/calendar.h"
#include "usecases/assess_application.h"
#include "usecases/decide_application.h"
#include "usecases/demo/story_json.h"
#include "usecases/follow_application.h"
#include "usecases/list_undertakings.h"
#include "usecases/propose_decision.h"
#include "usecases/register_application.h"
#include "usecases/register_undertaking.h"

#include <memory>

namespace vierkant::demo {

namespace {

using dossiers::EventKind;

// Days after receipt on which each step is taken, within the eight weeks of Awb 4:13.
constexpr int asked_to_complete = 5;
constexpr int completed = 13;
constexpr int proposed = 27;
constexpr int decided = 38;
constexpr int days_to_complete = 14;

/// One application on its way; lives as long as a step of it is on the agenda.
class Path : public std::enable_shared_from_this<Path> {
public:
    Path(Desk& desk, const PlannedApplication& plan, std::function<void(Date, const Award&)> awarded)
        : desk_{desk}, plan_{plan}, awarded_{std::move(awarded)}
    {
    }

    void begin()
    {
        step(0, &Path::register_it);
        if (plan_.course == Course::receive) return;
        if (plan_.completed_later) step(asked_to_complete, &Path::ask_to_complete);
        if (plan_.course == Course::request) return;
        step(completed, plan_.course == Course::withdraw ? &Path::withdraw : &Path::complete);
        if (plan_.course == Course::complete || plan_.course == Course::withdraw) return;
        step(proposed, &Path::propose);
        if (plan_.course == Course::propose) return;
        step(decided, &Path::decide);
    }

private:
    void step(int days, void (Path::*act)(Date))
    {
        desk_.agenda().note(dutch_working_day_from(plan_.received_on + days),
                            [self = shared_from_this(), act](Date day) { ((*self).*act)(day); });
    }

    void register_it(Date day)
    {
        auto& connection = desk_.connection();
        if (!usecases::show_undertaking(connection, plan_.firm.kvk)) {
            desk_.must(usecases::add_undertaking(connection, desk_.task(plan_.assessor, "undertaking add", day),
                                                 undertaking_json(plan_.firm), plan_.firm.key + ".json"),
                       day, plan_.firm.key);
        }
        dossier_ = desk_
                       .must(usecases::register_application(connection,
                                                            desk_.task(plan_.assessor, "application register", day),
                                                            application_json(plan_), plan_.key + ".json"),
                             day, plan_.key)
                       .number;
    }

    void follow(Date day, const std::string& task, const usecases::Step& step)
    {
        desk_.must(
            usecases::follow_application(desk_.connection(), desk_.task(plan_.assessor, task, day), dossier_, step),
            day, plan_.key);
    }

    void ask_to_complete(Date day)
    {
        follow(day, "application complete",
               {EventKind::completion_requested, "De laatste jaarrekening ontbreekt.", day + days_to_complete});
    }

    void complete(Date day) { follow(day, "application complete", {EventKind::completed, ""}); }

    void withdraw(Date day) { follow(day, "application withdraw", {EventKind::withdrawn, plan_.reason}); }

    /// Where a rule leaves it to a person, the assessor says what was seen.
    void propose(Date day)
    {
        usecases::ProposalInput input;
        input.award = plan_.course != Course::refuse;
        input.note = plan_.reason;
        const auto assessment = usecases::check_application(desk_.connection(), dossier_, day);
        if (!assessment) throw Stuck{day, plan_.key, assessment.refusal()};
        for (const auto& finding : assessment->verdict) {
            if (finding.outcome != schemes::Outcome::unknown) continue;
            input.judgements.push_back({std::string{finding.rule}, plan_.reason.empty()
                                                                       ? "Besproken met de aanvrager; zie het dossier."
                                                                       : plan_.reason});
        }
        desk_.must(usecases::propose_decision(desk_.connection(),
                                              desk_.task(plan_.assessor, "application propose", day), dossier_, input),
                   day, plan_.key);
    }

    void decide(Date day)
    {
        const auto kind =
            plan_.course == Course::refuse ? usecases::DecisionKind::refuse : usecases::DecisionKind::award;
        const auto receipt = desk_.must(
            usecases::decide_application(desk_.connection(), desk_.task(plan_.decider, "application decide", day),
                                         dossier_, {kind, ""}),
            day, plan_.key);
        if (!receipt.award.empty()) awarded_(day, {&plan_, dossier_, receipt.award, receipt.payment_reference, day});
    }

    Desk& desk_;
    const PlannedApplication& plan_;
    std::function<void(Date, const Award&)> awarded_;
    std::string dossier_;
};

}  // namespace

void play_application(Desk& desk, const PlannedApplication& plan, std::function<void(Date, const Award&)> awarded)
{
    std::make_shared<Path>(desk, plan, std::move(awarded))->begin();
}

}  // namespace vierkant::demo
