#pragma once

#include "base/result.h"
#include "domain/arrears/collection_costs.h"
#include "domain/arrears/default_interest.h"
#include "domain/arrears/provision.h"
#include "domain/parties/activity.h"
#include "domain/parties/places.h"
#include "domain/programme/programme.h"
#include "domain/state_aid/limits.h"
#include "domain/state_aid/reference_rate.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::formats {

// The tables of data/reference, from CSV text to values. `source` names the file in a refusal.

/// sbi.csv. Sections are passed over: a lookup ends at a division, group or class.
Result<parties::ActivityTable> read_activities(std::string_view csv, const std::string& source);
Result<parties::Municipalities> read_municipalities(std::string_view csv, const std::string& source);
Result<parties::EducationLevels> read_education_levels(std::string_view csv, const std::string& source);
Result<std::vector<programme::Measure>> read_measures(std::string_view csv, const std::string& source);
/// sectors_2013.csv or industries_2013.csv; the code is the section or the division.
Result<std::vector<programme::BaselineRow>> read_baseline(std::string_view csv, const std::string& source,
                                                          programme::BaselineKind kind);
Result<state_aid::Limits> read_state_aid_limits(std::string_view csv, const std::string& source);
Result<state_aid::BaseRates> read_base_rates(std::string_view csv, const std::string& source);
Result<state_aid::LoanMargins> read_loan_margins(std::string_view csv, const std::string& source);
/// The codes of sroi_building_blocks.csv that name a person's target group; supplements and activities are none.
Result<std::set<std::string>> read_target_groups(std::string_view csv, const std::string& source);

Result<arrears::StatutoryRates> read_statutory_rates(std::string_view csv, const std::string& source);
/// Each scale with its slices in order of their tops, the last without one; a least and a most.
Result<std::vector<arrears::CostScale>> read_collection_costs(std::string_view csv, const std::string& source);
/// Each edition whole: three stages and every kind of collateral.
Result<std::vector<arrears::RiskParameters>> read_risk_parameters(std::string_view csv, const std::string& source);

}  // namespace vierkant::formats
