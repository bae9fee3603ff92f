#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/proof_production_store.h"

#include <string>

namespace vierkant::usecases {

/// What an invoice or a settlement came to.
struct ProofReceipt {
    std::string loan;
    Money drawable;  ///< may be drawn in all, by the invoices; the final principal once settled
    Money drawn;
    Money released;  ///< settlement: went back to the fund
    Money overpaid;  ///< settlement: drawn above the principal, due at once
};

/// Keeps an invoice of a proof-production loan.
Result<ProofReceipt> register_invoice(storage::Connection& connection, const storage::Task& task,
                                      const std::string& loan_number, grants::Invoice invoice);

/// Establishes the final principal by the invoices: lowers the award, gives back the commitment that is not needed, and
/// calls in at once what was drawn above it.
Result<ProofReceipt> settle_proof_loan(storage::Connection& connection, const storage::Task& task,
                                       const std::string& loan_number);

/// What that would come to today, and what calling in would do to the loan; keeps nothing.
Result<reporting::Report> preview_settlement(storage::Connection& connection, const storage::Task& task,
                                             const std::string& loan_number, Language language);

/// May so much be drawn? A loan that is not for proof production is not bound by invoices. `ordered` is prepared
/// already.
Result<Done> check_invoices(storage::Connection& connection, const storage::StoredLoan& loan, Money amount,
                            Money ordered);

/// The invoices of a loan, with what they support and what was drawn.
Result<reporting::Report> list_invoices(storage::Connection& connection, const std::string& loan_number, Date today);

}  // namespace vierkant::usecases
