#pragma once

#include "base/result.h"
#include "domain/arrears/default_interest.h"
#include "reporting/report.h"

/// Calculators of what a late payer owes on top; they need no administration.
namespace vierkant::usecases {

/// Default interest over one sum that is late from a day on and paid on another, a stretch a line.
Result<reporting::Report> calculate_late_interest(Money sum, Date from, Date until, arrears::LateRate kind,
                                                  Rate agreed);

/// Collection costs over a principal by the scale of a day.
Result<reporting::Report> calculate_collection_costs(Money principal, Date day);

}  // namespace vierkant::usecases
