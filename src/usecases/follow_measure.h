#pragma once

#include "base/result.h"
#include "domain/programme/measure_record.h"
#include "reporting/report.h"
#include "storage/work.h"

#include <string>

namespace vierkant::usecases {

/// Records how a followed measure stands, or corrects what was recorded (record.replaces). Gives its number.
Result<std::int64_t> follow_measure(storage::Connection& connection, const storage::Task& task,
                                    const programme::MeasureRecord& record);

/// Everything that was recorded of a measure, or of all where it is empty: the latest day first, also what was
/// corrected since; with the numbers to correct by. Refuses a measure that is not in the plan.
Result<reporting::Report> list_measure_records(storage::Connection& connection, const std::string& measure, Date today);

}  // namespace vierkant::usecases
