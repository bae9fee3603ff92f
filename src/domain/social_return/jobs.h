#pragma once

#include "base/date.h"
#include "base/hours.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"
#include "domain/parties/places.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::social_return {

enum class JobKind {
    created,  ///< net new: jobs now less the mean of the twelve months before the application
    kept,     ///< would be lost without the project
};

/// Jobs of one kind at one level; a job is a person with a contract. Of persons nothing is kept.
struct JobLine {
    JobKind kind = JobKind::created;
    std::string level;         ///< that the job requires, a code of education_levels.csv
    std::string target_group;  ///< a code of sroi_building_blocks.csv; empty for none
    std::int64_t jobs = 0;
    Hours hours;  ///< of these jobs together
};

/// What the undertaking promised at the award (banenbelofte).
using JobCommitment = std::vector<JobLine>;

/// What was found on a measurement date; it replaces what was found before.
struct JobRealisation {
    Date measured_on;
    std::string evidence;  ///< reference into the archive, never personal data
    std::vector<JobLine> lines;
};

/// Whether havo and vwo, which lead to no occupation, count as mbo or below.
enum class GeneralSecondary { counts, does_not_count };

struct JobTotals {
    std::int64_t jobs = 0;
    std::int64_t at_most_mbo = 0;
    Hours hours;
};

/// Adds lines up. Refuses a level that the table does not know, and negative numbers.
Result<JobTotals> total(const std::vector<JobLine>& lines, const parties::EducationLevels& levels,
                        GeneralSecondary general_secondary);

/// The share of jobs at mbo or below, rounded half up to a millionth: for showing. Empty without jobs.
std::optional<Rate> share_at_most_mbo(const JobTotals& totals);
/// Whether that share is at least `least`, unrounded. False without jobs.
bool reaches(const JobTotals& totals, Rate least);

/// Cost per job, rounded half up: for showing. Empty without jobs.
std::optional<Money> euro_per_job(Money amount, std::int64_t jobs);
/// Whether the cost per job is at most `most`, unrounded. False without jobs.
bool within_per_job(Money amount, std::int64_t jobs, Money most);

/// Refuses a realisation without evidence, with personal data in its reference, or with unknown levels.
Result<Done> check(const JobRealisation& realisation, const parties::EducationLevels& levels);

/// The last measurement up to and including a day; of two on one day, the later given. Null where there is none.
const JobRealisation* latest(const std::vector<JobRealisation>& realisations, Date as_of);

}  // namespace vierkant::social_return
