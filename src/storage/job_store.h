#pragma once

#include "domain/social_return/jobs.h"
#include "storage/work.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// Jobs promised and found, money awarded, and their running totals (schema/0008_social_return.sql).
namespace vierkant::storage {

/// Where an award stands in the reports: as it was decided, never as the undertaking is today. A loan taken over from
/// elsewhere has a dossier of its own, so that its jobs can be measured like any other's.
struct AwardPlace {
    FundId fund;
    DossierId dossier;
    std::string scheme;
    std::string sector;        ///< "industry", "technology", "logistics" or "other"
    std::string municipality;  ///< "GM0114"
};

/// Writes facts about jobs and gathers what they add to the totals; write() adds that at once. For many rows in one
/// work (an import): make one, call it for each row, write() before the work is committed.
class JobBook {
public:
    explicit JobBook(Work& work);

    /// Jobs promised with an award; lines without jobs are left out.
    void promise(const AwardPlace& place, Date promised_on, const std::vector<social_return::JobLine>& lines);
    /// Money awarded. Its fact is the loan or the grant award itself, which the caller adds.
    void award(const AwardPlace& place, Date awarded_on, Money amount);
    /// A measurement; one of an earlier date or a second one of the same date takes its place among the others.
    void realise(const AwardPlace& place, const social_return::JobRealisation& realisation);
    /// The first measurement of a dossier: nothing is asked of the database.
    void realise_first(const AwardPlace& place, const social_return::JobRealisation& realisation);
    /// Adds what was gathered to the totals. REQUIRES: called after the last of the above and before Work::commit.
    void write();

private:
    /// fund, grain, first day, scheme, sector, municipality, level, target group, kind
    using JobKey = std::tuple<std::int64_t, std::string, std::string, std::string, std::string, std::string,
                              std::string, std::string, std::string>;
    using AwardKey = std::tuple<std::int64_t, std::string, std::string, std::string, std::string, std::string>;
    struct Jobs {
        std::int64_t promised = 0;
        std::int64_t realised = 0;
    };
    void count(const AwardPlace& place, Date day, const social_return::JobLine& line, Jobs change);
    void keep(const AwardPlace& place, std::int64_t measurement_no, const social_return::JobRealisation& realisation);
    void insert_facts();
    void write_jobs();
    void write_awards();

    Work& work_;
    Rows commitments_;  // facts on their way to the database, as the next
    Rows realisations_;
    std::map<JobKey, Jobs> jobs_;
    std::map<AwardKey, Money> awards_;
};

/// One award, in the work of its decision: the promised jobs with their totals.
void add_job_commitments(Work& work, const AwardPlace& place, Date promised_on,
                         const std::vector<social_return::JobLine>& lines);
/// One award's money in the totals.
void add_award_total(Work& work, const AwardPlace& place, Date awarded_on, Money amount);
/// One measurement with its totals.
void add_job_realisation(Work& work, const AwardPlace& place, const social_return::JobRealisation& realisation);

/// The jobs promised in a dossier, in the order of registration.
std::vector<social_return::JobLine> promised_jobs(Connection& connection, FundId fund, DossierId dossier);
/// The measurements of a dossier in the order of registration.
std::vector<social_return::JobRealisation> job_realisations(Connection& connection, FundId fund, DossierId dossier);

/// An award whose jobs are measured.
struct MeasuredAward {
    AwardPlace place;
    std::string dossier_number;
    std::string undertaking;
    Date awarded_on;
};
/// The award of a dossier by its number: a loan or a grant; nothing where the dossier has no award.
std::optional<MeasuredAward> find_award(Connection& connection, const std::string& dossier_number);

/// A dossier with promised jobs, and when they were last measured.
struct PromisedJobs {
    std::string dossier_number;
    std::string undertaking;
    Date promised_on;
    std::optional<Date> last_measured;
};
/// Dossiers whose jobs were promised up to and including a day, by number.
std::vector<PromisedJobs> promises_until(Connection& connection, Date day);

}  // namespace vierkant::storage
