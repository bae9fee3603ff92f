#pragma once

#include "domain/parties/activity.h"
#include "domain/parties/places.h"
#include "domain/parties/undertaking.h"
#include "domain/schemes/application.h"
#include "domain/schemes/scheme.h"
#include "domain/state_aid/loan_aid.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vierkant::schemes {

/// What state aid law says of this application on the day of the assessment.
struct AidFacts {
    std::optional<state_aid::DeMinimisRules> rules;  ///< in force that day; empty: none is known
    std::vector<state_aid::AwardedAid> registered;   ///< awarded by ourselves to the single undertaking
    std::optional<state_aid::ReferenceRate> rate;    ///< of the loan; empty: rating, collateral or base rate is missing
    std::optional<Rate> base_rate;                   ///< of loans, that day; empty: none is known
    std::optional<state_aid::LoanAid> loan;          ///< empty: no loan, or a term that the offer does not have
    std::optional<Rate> investment_intensity;        ///< art. 17 of 651/2014 for this size that day; empty: not known
};

/// All that the rules look at: values, complete, so that a decision can be explained from them years later.
struct Facts {
    Application application;
    parties::Undertaking undertaking;
    std::optional<parties::Activity> activity;          ///< of the main activity; empty: the code is not known
    std::vector<parties::Activity> side_activities;     ///< the known ones
    std::optional<parties::Municipality> municipality;  ///< where the jobs arise; empty: none of the plan's
    parties::EducationLevels levels;                    ///< those that the jobs name
    AidFacts aid;
    Money available;  ///< left in the fund
    Date assessed_on;
};

/// The reference tables that the rules need, each looked up by date.
struct Tables {
    parties::ActivityTable activities;
    parties::Municipalities municipalities;
    parties::EducationLevels levels;
    std::set<std::string> target_groups;  ///< codes of sroi_building_blocks.csv
    state_aid::Limits limits;
    state_aid::BaseRates base_rates;
    state_aid::LoanMargins margins;
};

/// Looks up everything once. `registered` is the aid that we awarded to the undertaking and those it is one with;
/// `available` what is left in the scheme's fund.
Facts gather_facts(const Scheme& scheme, Application application, parties::Undertaking undertaking,
                   const Tables& tables, std::vector<state_aid::AwardedAid> registered, Money available,
                   Date assessed_on);

/// Refuses codes that the tables and the scheme do not know, naming the place in the file: a level, a target group, a
/// category of cost.
Result<Done> check_codes(const Application& application, const Scheme& scheme, const Tables& tables,
                         const std::string& source);

}  // namespace vierkant::schemes
