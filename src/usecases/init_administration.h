#pragma once

#include "base/result.h"
#include "storage/fund_store.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::usecases {

/// What a new administration holds.
struct InitReceipt {
    std::string title_nl;
    std::string title_en;
    std::size_t measures = 0;
    Money measures_sum;  ///< what the measures add up to
    Money asked;         ///< what the plan asks; the two differ, and neither is scaled
    Date first_day;
    Date last_day;
    std::vector<programme::TargetPoint> unemployment;  ///< what the plan aims at, in order of day
    std::size_t baseline_rows = 0;
    std::size_t scheme_editions = 0;
    std::vector<storage::FundStanding> funds;
};

/// Makes the administration: the schema, the plan's measures, its baseline, its schemes, its funds, and the funders'
/// contributions as journal entries of today. `programme_json` is the text of a programme file; empty takes the plan of
/// 2014 that comes with the program. Refuses where there is an administration already.
Result<InitReceipt> init_administration(storage::Connection& connection, const storage::Task& task,
                                        const std::string& programme_json, const std::string& source);

}  // namespace vierkant::usecases
