#pragma once

#include "domain/grants/proof_production.h"
#include "storage/loan_store.h"
#include "storage/work.h"

#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

/// Makes a loan one for proof production: what the scheme paid of each kind of cost, kept with its award.
void add_cost_categories(Work& work, const StoredLoan& loan, const std::vector<grants::CostCategory>& categories);

/// What is known of a loan for proof production; nothing where the loan is none.
std::optional<grants::ProofProduction> proof_production_of(Connection& connection, const StoredLoan& loan);

void add_invoice(Work& work, const StoredLoan& loan, const grants::Invoice& invoice);
void add_principal_settlement(Work& work, const StoredLoan& loan, const grants::Settlement& settlement);

}  // namespace vierkant::storage
