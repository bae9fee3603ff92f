#pragma once

#include "base/date.h"
#include "base/hours.h"
#include "base/money.h"
#include "base/result.h"
#include "domain/grants/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::grants {

/// An award per worker.
struct WorkerAward {
    Date awarded_on;
    Money amount;  ///< never more is paid
    WorkerTerms terms;
};

/// One worker for whom the grant is asked. Has no name: the employer's own staff reference stands for the person.
struct WorkerClaim {
    std::string staff_reference;
    Date started_on;
    std::optional<Date> left_on;  ///< the first day without contract
    Hours hours;                  ///< a week
    std::string required_level;   ///< that the job asks for
    std::string attained_level;   ///< that the worker has
    std::string target_group;     ///< a code; empty for none
    std::string evidence_kind;    ///< "employment contract"
    std::optional<Date> evidence_seen_on;
    std::string entered_by;
    std::optional<std::string> verified_by;
};

/// Whether a new claim fits the award and those made before.
Result<Done> check(const WorkerClaim& claim, const WorkerAward& award, const std::vector<WorkerClaim>& before);

/// The claim as verified: evidence was seen, by someone else than who entered it (four eyes).
Result<WorkerClaim> verified(WorkerClaim claim, const std::string& by);

/// What may be paid in all: the fixed amount per verified worker, never above the award.
Money earned(const WorkerAward& award, const std::vector<WorkerClaim>& claims);

/// What may still be paid: earned less paid, and never above what is left under the ceiling. Not below zero.
Money room(const WorkerAward& award, const std::vector<WorkerClaim>& claims, Money paid, Money left_under_ceiling);

/// Refuses a payment above the room.
Result<Done> check_payment(Money amount, Money room);

enum class Retention {
    running,  ///< the months have not passed
    kept,     ///< the worker stayed all the months
    broken,   ///< left before: to reclaim
};

/// How it stands with a worker on a day.
Retention retention(const WorkerClaim& claim, const WorkerAward& award, Date as_of);

/// What has to come back: paid above what the workers earn who have not left too early. A person decides on it.
Money to_reclaim(const WorkerAward& award, const std::vector<WorkerClaim>& claims, Money paid, Date as_of);

}  // namespace vierkant::grants
