#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "domain/grants/eligible_cost.h"
#include "domain/parties/identifiers.h"
#include "domain/schemes/offer.h"
#include "domain/social_return/jobs.h"
#include "domain/state_aid/de_minimis.h"
#include "domain/state_aid/reference_rate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::schemes {

/// One line of the investment plan: what the project costs, without VAT that can be reclaimed.
struct PlanLine {
    std::string description;
    Money amount;
    std::string category;  ///< one of the scheme's categories; empty: it counts for the project, but is not eligible
};

/// Who pays for the project beside the fund (financieringsplan). With the amount asked it adds up to the investment.
struct FinancingPlan {
    Money own;    ///< free of public support
    Money bank;   ///< lent by banks
    Money other;  ///< of any other kind, other support included
};

/// The request that opens a dossier (aanvraag). What was left out is empty, so that the assessment can ask for it.
struct Application {
    std::string scheme;
    parties::KvkNumber applicant;
    std::string purpose;
    Date received_on;
    std::optional<Date> starts_on;           ///< of the project
    parties::MunicipalityCode municipality;  ///< where the jobs arise
    Money amount;                            ///< asked
    std::vector<PlanLine> investment_plan;
    FinancingPlan financing;
    std::vector<social_return::JobLine> jobs;
    DrawingPlan drawing = {};                 ///< of the loan; empty: as the borrower will ask
    std::optional<std::int64_t> term_months;  ///< of the loan; empty: the term that the scheme offers
    std::optional<Rate> collateral;           ///< share of the loan that is covered
    std::optional<state_aid::Rating> rating;
    std::optional<std::int64_t> workers;  ///< brought back to the region
    std::string work_comes_from;          ///< the country, ISO 3166 "CN"; empty: not said
    std::string foreign_parent;           ///< the parent's country; empty: there is none
    std::optional<bool> double_funding;   ///< support for the same cost is asked elsewhere or was given
    std::optional<bool> in_difficulty;    ///< Regulation (EU) 651/2014, art. 2(18)
    /// De minimis aid that others awarded to the single undertaking; empty: no declaration yet.
    std::optional<std::vector<state_aid::AwardedAid>> declared_aid;
    int fiscal_year_starts = 1;  ///< the month in which the undertaking's fiscal year begins
};

/// What the whole project costs.
Money investment_of(const Application& application);

/// The lines of the plan that have one of these categories.
std::vector<grants::CostLine> cost_lines(const Application& application, const std::vector<std::string>& categories);

}  // namespace vierkant::schemes
