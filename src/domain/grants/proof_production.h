#pragma once

#include "base/date.h"
#include "domain/grants/eligible_cost.h"
#include "domain/ledger/entry.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::grants {

/// An invoice for eligible cost, without VAT.
struct Invoice {
    CostLine cost;
    std::string supplier;
    Date date;
    std::string evidence;  ///< number of the invoice and where it is kept
    std::string entered_by;
};

/// A loan for proof production: its cost side. (That it is a loan is for domain/lending.)
struct ProofProduction {
    Date awarded_on;
    Money awarded;
    std::vector<CostCategory> categories;  ///< as on the day of the award
    std::vector<Invoice> invoices;
    std::optional<Settlement> settled;
};

/// Whether a new invoice counts: a category of the award, dated from the award on and not after today, once per
/// supplier and number, and nowhere a citizen service number.
Result<Done> check(const Invoice& invoice, const ProofProduction& loan, Date today);

/// What the invoices so far support: the most that may be drawn in all. Once settled, the final principal.
Money drawable(const ProofProduction& loan);

/// May so much be drawn, with `drawn` and `ordered` drawn or prepared already?
Result<Done> check_drawing(const ProofProduction& loan, Money amount, Money drawn, Money ordered);

/// The final principal (vaststelling, Awb 4:46). Refuses twice, while a drawing is prepared, and for who entered an
/// invoice (four eyes). `released` is what of the award is neither needed nor drawn.
Result<Settlement> settlement(const ProofProduction& loan, Money drawn, Money ordered, const std::string& by);

/// Gives the part of the commitment back that will not be drawn. Empty where there is none.
std::vector<ledger::Posting> release_postings(LoanId loan, Money released);

}  // namespace vierkant::grants
