#pragma once

#include "reporting/report.h"
#include "usecases/jobs.h"

/// The jobs of dossiers as tables.
namespace vierkant::usecases {

/// What was promised, and each measurement.
reporting::Report report_of(storage::Connection& connection, const JobsOfDossier& jobs, Date today);

/// The measurements that are still to be made.
reporting::Report list_due_measurements(storage::Connection& connection, Date today);

}  // namespace vierkant::usecases
