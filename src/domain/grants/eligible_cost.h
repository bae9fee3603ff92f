#pragma once

#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace vierkant::grants {

/// What a scheme pays of one kind of cost, after NIOF 2013: a share, and at most so much.
struct CostCategory {
    std::string code;
    Rate share;
    Money most;
    Word title = {};
};

/// Eligible cost without VAT; own hours do not count.
struct CostLine {
    std::string category;
    Money amount;
};

/// The share of each category's cost, bounded per category, added up, and bounded by `most`. Each category is rounded
/// down to the cent. Refuses a category that the scheme does not have, and negative cost.
Result<Money> supported(const std::vector<CostLine>& lines, const std::vector<CostCategory>& categories, Money most);

/// What may be paid out now against the invoices so far: what they support, within the principal awarded, less what
/// was paid. Not below zero.
Result<Money> payable(const std::vector<CostLine>& invoiced, const std::vector<CostCategory>& categories, Money awarded,
                      Money paid);

/// The final principal and what it means for the money.
struct Settlement {
    Money principal;  ///< never above the award
    Money released;   ///< awarded and not needed: goes back to the fund
    Money overpaid;   ///< paid above the principal: to be repaid at once
};

/// Unused cost lowers the principal at settlement (vaststelling, Awb 4:46).
Result<Settlement> settle(const std::vector<CostLine>& invoiced, const std::vector<CostCategory>& categories,
                          Money awarded, Money paid);

}  // namespace vierkant::grants
