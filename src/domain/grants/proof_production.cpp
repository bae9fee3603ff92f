#include "domain/grants/proof_production.h"

#include "base/bsn.h"
#include "domain/grants/messages.h"

#include <algorithm>

namespace vierkant::grants {

namespace {

std::vector<CostLine> cost_of(const std::vector<Invoice>& invoices)
{
    std::vector<CostLine> lines;
    for (const auto& invoice : invoices) lines.push_back(invoice.cost);
    return lines;
}

}  // namespace

Result<Done> check(const Invoice& invoice, const ProofProduction& loan, Date today)
{
    if (contains_bsn(invoice.supplier) || contains_bsn(invoice.evidence)) return bad_input(reference_is_bsn);
    if (loan.settled) return refuse(already_settled_loan);
    if (!invoice.cost.amount.is_positive()) return bad_input(negative_cost, {{"category", invoice.cost.category}});
    if (invoice.supplier.empty() || invoice.evidence.empty()) {
        return bad_input(cost_evidence_missing, {{"category", invoice.cost.category}});
    }
    if (const auto known = supported({invoice.cost}, loan.categories, invoice.cost.amount); !known) {
        return known.refusal();
    }
    if (invoice.date < loan.awarded_on || invoice.date > today) {
        return refuse(invoice_out_of_range, {{"day", invoice.date}, {"award", loan.awarded_on}, {"today", today}});
    }
    const bool again = std::any_of(loan.invoices.begin(), loan.invoices.end(), [&](const auto& other) {
        return other.supplier == invoice.supplier && other.evidence == invoice.evidence;
    });
    if (again) return refuse(invoice_known, {{"supplier", invoice.supplier}, {"invoice", invoice.evidence}});
    return Done{};
}

Money drawable(const ProofProduction& loan)
{
    if (loan.settled) return loan.settled->principal;
    const auto amount = supported(cost_of(loan.invoices), loan.categories, loan.awarded);
    verify(static_cast<bool>(amount), "a kept invoice has a category of the award");
    return *amount;
}

Result<Done> check_drawing(const ProofProduction& loan, Money amount, Money drawn, Money ordered)
{
    const auto room = std::max(Money{}, drawable(loan) - drawn - ordered);
    if (amount > room) return refuse(above_invoices, {{"amount", amount}, {"room", room}});
    return Done{};
}

Result<Settlement> settlement(const ProofProduction& loan, Money drawn, Money ordered, const std::string& by)
{
    if (loan.settled) return refuse(already_settled_loan);
    if (ordered.is_positive()) return refuse(payment_waits, {{"amount", ordered}});
    const bool own = std::any_of(loan.invoices.begin(), loan.invoices.end(),
                                 [&](const auto& invoice) { return invoice.entered_by == by; });
    if (own) return refuse(settled_by_enterer);
    auto settled = settle(cost_of(loan.invoices), loan.categories, loan.awarded, drawn);
    if (!settled) return settled.refusal();
    // What was drawn above the principal is no commitment any more: it comes back as a repayment.
    settled->released = loan.awarded - std::max(settled->principal, drawn);
    return *settled;
}

std::vector<ledger::Posting> release_postings(LoanId loan, Money released)
{
    if (released.is_zero()) return {};
    return {{ledger::Account::committed, ledger::Account::uncommitted, released, loan}};
}

}  // namespace vierkant::grants
