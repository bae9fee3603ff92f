#include "domain/social_return/jobs.h"

#include "base/bsn.h"
#include "base/exact.h"
#include "domain/social_return/messages.h"

#include <algorithm>

namespace vierkant::social_return {

namespace {

bool counts(parties::EducationLevel::AtMostMbo at_most_mbo, GeneralSecondary general_secondary)
{
    using AtMostMbo = parties::EducationLevel::AtMostMbo;
    if (at_most_mbo == AtMostMbo::policy) return general_secondary == GeneralSecondary::counts;
    return at_most_mbo == AtMostMbo::yes;
}

constexpr std::int64_t one = 1'000'000;  // the rate of 100 %

}  // namespace

Result<JobTotals> total(const std::vector<JobLine>& lines, const parties::EducationLevels& levels,
                        GeneralSecondary general_secondary)
{
    JobTotals totals;
    for (const auto& line : lines) {
        const auto level = std::find_if(levels.begin(), levels.end(),
                                        [&](const auto& candidate) { return candidate.code == line.level; });
        if (level == levels.end()) return bad_input(unknown_level, {{"level", line.level}});
        if (line.jobs < 0 || line.hours.hundredths < 0) return bad_input(jobs_negative, {{"level", line.level}});
        totals.jobs += line.jobs;
        totals.hours = totals.hours + line.hours;
        if (counts(level->at_most_mbo, general_secondary)) totals.at_most_mbo += line.jobs;
    }
    return totals;
}

std::optional<Rate> share_at_most_mbo(const JobTotals& totals)
{
    if (totals.jobs == 0) return std::nullopt;
    const auto millionths = pro_rata(Money::cents(one), totals.at_most_mbo, totals.jobs, Rounding::half_up);
    return Rate{millionths.in_cents()};
}

bool reaches(const JobTotals& totals, Rate least)
{
    return totals.jobs > 0 && totals.at_most_mbo * one >= least.millionths * totals.jobs;
}

std::optional<Money> euro_per_job(Money amount, std::int64_t jobs)
{
    if (jobs == 0) return std::nullopt;
    return pro_rata(amount, 1, jobs, Rounding::half_up);
}

bool within_per_job(Money amount, std::int64_t jobs, Money most)
{
    return jobs > 0 && amount <= pro_rata(most, jobs, 1, Rounding::down);
}

Result<Done> check(const JobRealisation& realisation, const parties::EducationLevels& levels)
{
    const auto where = Arguments{{"date", realisation.measured_on}};
    if (realisation.evidence.empty()) return bad_input(evidence_missing, where);
    if (contains_bsn(realisation.evidence)) return bad_input(evidence_is_personal, where);
    const auto totals = total(realisation.lines, levels, GeneralSecondary::counts);
    if (!totals) return totals.refusal();
    return Done{};
}

const JobRealisation* latest(const std::vector<JobRealisation>& realisations, Date as_of)
{
    const JobRealisation* found = nullptr;
    for (const auto& realisation : realisations) {
        if (realisation.measured_on > as_of) continue;
        if (found == nullptr || realisation.measured_on >= found->measured_on) found = &realisation;
    }
    return found;
}

}  // namespace vierkant::social_return
