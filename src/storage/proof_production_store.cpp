#include "storage/proof_production_store.h"

#include "storage/stored.h"

namespace vierkant::storage {

void add_cost_categories(Work& work, const StoredLoan& loan, const std::vector<grants::CostCategory>& categories)
{
    for (const auto& category : categories) {
        work.add(facts::loan_cost_category,
                 {loan.fund.value, loan.id.value, category.code, category.share.millionths, category.most.in_cents()});
    }
}

std::optional<grants::ProofProduction> proof_production_of(Connection& connection, const StoredLoan& loan)
{
    grants::ProofProduction known{loan.awarded_on, loan.amount, {}, {}, {}};
    connection.each(
        "SELECT category, share, most FROM loan_cost_category WHERE fund_id = ? AND loan_id = ? ORDER BY fact_no",
        {loan.fund.value, loan.id.value}, "tii", [&](const Row& row) {
            known.categories.push_back({row.text(0), Rate{row.integer(1)}, Money::cents(row.integer(2))});
        });
    if (known.categories.empty()) return std::nullopt;
    connection.each(
        "SELECT category, amount, supplier, invoice_date, evidence, actor FROM loan_invoice WHERE fund_id = ? AND "
        "loan_id = ? ORDER BY invoice_no",
        {loan.fund.value, loan.id.value}, "titttt", [&](const Row& row) {
            known.invoices.push_back({{row.text(0), Money::cents(row.integer(1))},
                                      row.text(2),
                                      stored_date(row.text(3)),
                                      row.text(4),
                                      row.text(5)});
        });
    connection.each(
        "SELECT principal, released, overpaid FROM loan_principal_settlement WHERE fund_id = ? AND loan_id = ?",
        {loan.fund.value, loan.id.value}, "iii", [&](const Row& row) {
            known.settled = grants::Settlement{Money::cents(row.integer(0)), Money::cents(row.integer(1)),
                                               Money::cents(row.integer(2))};
        });
    return known;
}

void add_invoice(Work& work, const StoredLoan& loan, const grants::Invoice& invoice)
{
    const auto number =
        1 + work.connection().number("SELECT MAX(invoice_no) FROM loan_invoice WHERE fund_id = ? AND loan_id = ?",
                                     {loan.fund.value, loan.id.value}, 0);
    work.add(facts::loan_invoice,
             {loan.fund.value, loan.id.value, number, invoice.cost.category, invoice.cost.amount.in_cents(),
              invoice.supplier, to_text(invoice.date), invoice.evidence, work.actor()});
}

void add_principal_settlement(Work& work, const StoredLoan& loan, const grants::Settlement& settlement)
{
    work.add(facts::loan_principal_settlement,
             {loan.fund.value, loan.id.value, to_text(work.today()), settlement.principal.in_cents(),
              settlement.released.in_cents(), settlement.overpaid.in_cents(), work.actor()});
}

}  // namespace vierkant::storage
