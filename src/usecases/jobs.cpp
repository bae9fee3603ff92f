#include "usecases/jobs.h"

#include "domain/social_return/messages.h"
#include "formats/job_json.h"
#include "usecases/job_messages.h"
#include "usecases/report_codes.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using social_return::JobRealisation;

Result<Done> check_codes(const JobRealisation& realisation, const reporting::CodeLists& codes)
{
    for (const auto& line : realisation.lines) {
        if (!codes.at("level").contains(line.level)) {
            return bad_input(social_return::unknown_level, {{"level", line.level}});
        }
        if (!line.target_group.empty() && !codes.at("target_group").contains(line.target_group)) {
            return bad_input(target_group_unknown, {{"group", line.target_group}});
        }
    }
    return Done{};
}

Result<Done> check_day(Date measured_on, Date awarded_on, Date today)
{
    const Arguments about{{"day", measured_on}, {"awarded", awarded_on}, {"today", today}};
    if (measured_on > today) return refuse(measured_in_future, about);
    if (measured_on < awarded_on) return refuse(measured_before_award, about);
    return Done{};
}

}  // namespace

Result<JobsOfDossier> realise_jobs(storage::Connection& connection, const storage::Task& task,
                                   const std::string& dossier_number, const std::string& json,
                                   const std::string& source)
{
    const auto realisation = formats::read_job_realisation(json, source);
    if (!realisation) return realisation.refusal();
    if (auto known = check_codes(*realisation, report_codes(connection)); !known) return known.refusal();

    storage::Work work{connection, task};
    const auto award = storage::find_award(connection, dossier_number);
    if (!award) return refuse(no_award, {{"dossier", dossier_number}});
    if (auto timely = check_day(realisation->measured_on, award->awarded_on, work.today()); !timely) {
        return timely.refusal();
    }
    storage::add_job_realisation(work, award->place, *realisation);
    work.commit(dossier_number + " " + to_text(realisation->measured_on));
    return show_jobs(connection, dossier_number);
}

Result<JobsOfDossier> show_jobs(storage::Connection& connection, const std::string& dossier_number)
{
    const auto award = storage::find_award(connection, dossier_number);
    if (!award) return refuse(no_award, {{"dossier", dossier_number}});
    const auto& place = award->place;
    return JobsOfDossier{*award, storage::promised_jobs(connection, place.fund, place.dossier),
                         storage::job_realisations(connection, place.fund, place.dossier)};
}

std::vector<DueJobs> due_measurements(storage::Connection& connection, Date today)
{
    std::vector<DueJobs> all;
    for (auto& dossier : storage::promises_until(connection, add_months(today, -12))) {
        const auto due = social_return::due_measurement(dossier.promised_on, dossier.last_measured, today);
        if (due) all.push_back({std::move(dossier), *due});
    }
    std::stable_sort(all.begin(), all.end(), [](const DueJobs& a, const DueJobs& b) { return a.due.day < b.due.day; });
    return all;
}

}  // namespace vierkant::usecases
