#pragma once

#include "base/date.h"
#include "base/hours.h"
#include "base/money.h"
#include "domain/grants/eligible_cost.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace vierkant::grants {

/// A fixed amount per worker brought back to the region (action plan, reshoring: EUR 5,000,000).
struct WorkerTerms {
    std::int64_t workers = 0;  ///< for whom it was awarded
    Money per_worker;          ///< EUR 5,000 by the scheme
    Hours hours_least;         ///< a week
    int months_kept = 0;       ///< a worker has to stay this long
};

/// Shares of cost per category: support for a business case, the premium on foreign investment.
struct CostTerms {
    std::vector<CostCategory> categories;
};

/// What a grant is given for. Kept with its award, so that a later edition of the scheme changes nothing.
using Terms = std::variant<WorkerTerms, CostTerms>;

/// A grant as it was awarded.
struct Award {
    Date awarded_on;
    Money amount;  ///< never more is paid
    Terms terms;
};

}  // namespace vierkant::grants
