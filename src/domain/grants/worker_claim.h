#pragma once

#include "base/date.h"
#include "base/hours.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/grants/claim.h"
#include "domain/grants/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::grants {

/// One worker for whom a grant is asked. Has no name: the employer's own staff reference stands for the person.
struct WorkerClaim {
    ClaimHead head;
    std::string staff_reference;
    Date started_on;
    Hours hours;                                        ///< a week
    std::string required_level;                         ///< that the job asks for
    std::string attained_level;                         ///< that the worker has
    std::string target_group;                           ///< a code; "NONE" for none
    std::optional<Date> left_on = std::nullopt;         ///< the first day without contract
    std::optional<std::string> left_by = std::nullopt;  ///< the officer who recorded it
    std::optional<Date> kept_seen_on = std::nullopt;    ///< proof was seen that the worker stayed
};

/// The codes a claim may use.
struct KnownCodes {
    std::vector<std::string> levels;
    std::vector<std::string> target_groups;
};

/// Whether a new claim fits the award and the claims made before it. The staff reference is refused where it looks
/// like a name or a citizen service number.
Result<Done> check(const WorkerClaim& claim, Date awarded_on, const WorkerTerms& terms,
                   const std::vector<WorkerClaim>& before, const KnownCodes& known, Date today);

/// Letters, digits and - . / _ without spaces, at least one digit, no more than four letters in a row: "P-0042".
bool is_staff_reference(std::string_view text);

/// The day from which the worker counts as kept.
Date kept_from(const WorkerClaim& claim, const WorkerTerms& terms);
bool left_early(const WorkerClaim& claim, const WorkerTerms& terms);

/// What the verified workers who did not leave early earn; the award bounds it elsewhere.
Money earned_by_workers(const WorkerTerms& terms, const std::vector<WorkerClaim>& claims);

enum class Retention {
    running,   ///< the months have not passed
    unproven,  ///< they have passed, and nobody has seen proof
    kept,      ///< the worker stayed all the months
    broken,    ///< left before: flagged for reclaim
};

/// How it stands with a verified worker on a day.
Retention retention(const WorkerClaim& claim, const WorkerTerms& terms, Date as_of);

/// May this be recorded: the worker stayed (proof seen on `seen_on`), or left on `left_on`?
Result<Done> check_kept(const WorkerClaim& claim, const WorkerTerms& terms, Date seen_on, Date today);
Result<Done> check_left(const WorkerClaim& claim, Date left_on, Date today);

}  // namespace vierkant::grants
