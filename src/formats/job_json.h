#pragma once

#include "base/result.h"
#include "domain/social_return/jobs.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// A measurement of jobs (docs/reference/job-realisation.schema.json): the day, the evidence, and lines of level,
/// target group, kind and jobs. Refuses fields it does not know, so that a name of a worker has no place to go.
Result<social_return::JobRealisation> read_job_realisation(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
