#pragma once

#include "domain/schemes/facts.h"
#include "domain/schemes/finding.h"

namespace vierkant::schemes {

// The rules of one instrument. REQUIRES: the scheme has the parameters that the rule reads.

Finding loan_term(const Facts& facts, const Scheme& scheme);        ///< needs offer
Finding cost_support(const Facts& facts, const Scheme& scheme);     ///< needs cost_categories
Finding workers_product(const Facts& facts, const Scheme& scheme);  ///< needs amount_per_worker
Finding work_origin(const Facts& facts);                            ///< of a reshoring grant
Finding premium(const Facts& facts, const Scheme& scheme);          ///< needs premium_share
Finding foreign_investor(const Facts& facts);                       ///< of a premium

}  // namespace vierkant::schemes
