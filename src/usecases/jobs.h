#pragma once

#include "domain/social_return/measurement.h"
#include "storage/job_store.h"

#include <string>
#include <vector>

namespace vierkant::usecases {

/// The jobs of a dossier: promised at the award, and found at each measurement.
struct JobsOfDossier {
    storage::MeasuredAward award;
    std::vector<social_return::JobLine> promised;
    std::vector<social_return::JobRealisation> measurements;  ///< in the order of registration
};

/// Registers what was found on a measurement date, from a JSON file. Refuses a dossier without an award, a date before
/// the award or after today, codes that are not known, and anything that looks like a BSN.
Result<JobsOfDossier> realise_jobs(storage::Connection& connection, const storage::Task& task,
                                   const std::string& dossier_number, const std::string& json,
                                   const std::string& source);

Result<JobsOfDossier> show_jobs(storage::Connection& connection, const std::string& dossier_number);

/// A dossier whose jobs should have been measured.
struct DueJobs {
    storage::PromisedJobs dossier;
    social_return::DueMeasurement due;
};
/// Those of all dossiers, longest overdue first.
std::vector<DueJobs> due_measurements(storage::Connection& connection, Date today);

}  // namespace vierkant::usecases
