#include "usecases/proof_production.h"

#include "storage/payment_order_store.h"
#include "usecases/grant_messages.h"
#include "usecases/loan_booking.h"
#include "usecases/messages.h"
#include "usecases/preview_loan.h"

#include <utility>

namespace vierkant::usecases {

namespace {

struct OpenProof {
    storage::StoredLoan loan;
    grants::ProofProduction proof;
    Money drawn;
};

Money drawn_of(storage::Connection& connection, const storage::StoredLoan& loan)
{
    return storage::position_of(connection, loan).booked.disbursed;
}

Result<OpenProof> open_proof(storage::Connection& connection, const std::string& loan_number)
{
    const auto loan = storage::find_loan(connection, loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", loan_number}});
    auto proof = storage::proof_production_of(connection, *loan);
    if (!proof) return refuse(no_proof_production, {{"loan", loan_number}});
    return OpenProof{*loan, std::move(*proof), drawn_of(connection, *loan)};
}

/// What a settlement would come to today.
struct Settling {
    OpenProof open;
    grants::Settlement settled;
    Money called;  ///< in: what the borrower repaid already does not have to be
};

Result<Settling> settling_of(storage::Connection& connection, const std::string& loan_number, const storage::Task& task)
{
    auto open = open_proof(connection, loan_number);
    if (!open) return open.refusal();
    const auto ordered =
        storage::open_amount(connection, open->loan.fund, open->loan.id, storage::OrderKind::disbursement);
    const auto settled = grants::settlement(open->proof, open->drawn, ordered, task.actor);
    if (!settled) return settled.refusal();
    const auto position = storage::position_of(connection, open->loan);
    const auto now = lending::advance(open->loan.terms, position.state, {}, task.today);
    const auto called = std::min(settled->overpaid, now.not_yet_due());
    return Settling{std::move(*open), *settled, called};
}

lending::Event call_in(Money amount, Date day)
{
    return {EventId{}, day, lending::EventKind::call_in, amount};
}

}  // namespace

Result<ProofReceipt> register_invoice(storage::Connection& connection, const storage::Task& task,
                                      const std::string& loan_number, grants::Invoice invoice)
{
    storage::Work work{connection, task};
    auto open = open_proof(connection, loan_number);
    if (!open) return open.refusal();
    if (auto allowed = grants::check(invoice, open->proof, task.today); !allowed) return allowed.refusal();
    storage::add_invoice(work, open->loan, invoice);
    work.commit(loan_number + " " + to_text(invoice.cost.amount));
    open->proof.invoices.push_back(std::move(invoice));
    return ProofReceipt{loan_number, grants::drawable(open->proof), open->drawn, {}, {}};
}

Result<ProofReceipt> settle_proof_loan(storage::Connection& connection, const storage::Task& task,
                                       const std::string& loan_number)
{
    storage::Work work{connection, task};
    const auto settling = settling_of(connection, loan_number, task);
    if (!settling) return settling.refusal();
    const auto& [open, settled, called] = *settling;

    storage::add_principal_settlement(work, open.loan, settled);
    auto release = grants::release_postings(open.loan.id, settled.released);
    if (!release.empty()) {
        work.post({open.loan.fund, task.today, "Vaststelling " + loan_number, std::move(release)});
    }
    if (called.is_positive()) {
        const auto booked = book_event(work, open.loan, call_in(called, task.today), {}, "Vaststelling " + loan_number);
        if (!booked) return booked.refusal();
    }
    work.commit(loan_number + " " + to_text(settled.principal));
    return ProofReceipt{loan_number, settled.principal, open.drawn, settled.released, called};
}

Result<reporting::Report> preview_settlement(storage::Connection& connection, const storage::Task& task,
                                             const std::string& loan_number, Language language)
{
    using reporting::ColumnType;
    const auto settling = settling_of(connection, loan_number, task);
    if (!settling) return settling.refusal();
    const auto& [open, settled, called] = *settling;
    reporting::Table figures{"settlement",
                             {"Vaststelling", "Settlement"},
                             {{"awarded", {"Toegekend", "Awarded"}, ColumnType::money},
                              {"drawn", {"Opgenomen", "Drawn"}, ColumnType::money},
                              {"principal", {"Vast te stellen hoofdsom", "Principal to be settled"}, ColumnType::money},
                              {"released", {"Terug naar het fonds", "Back to the fund"}, ColumnType::money},
                              {"called_in", {"Op te eisen", "To be called in"}, ColumnType::money}},
                             {{open.proof.awarded.in_cents(), open.drawn.in_cents(), settled.principal.in_cents(),
                               settled.released.in_cents(), called.in_cents()}},
                             {}};
    reporting::Report report{"settlement-preview",
                             {"Proefberekening vaststelling " + loan_number, "Preview of settlement " + loan_number},
                             task.today,
                             {},
                             {std::move(figures)}};
    if (!called.is_positive()) return report;
    auto effect = preview_loan_event(connection, loan_number, call_in(called, task.today), task.today, language);
    if (!effect) return effect.refusal();
    for (auto& table : effect->tables) report.tables.push_back(std::move(table));
    return report;
}

Result<Done> check_invoices(storage::Connection& connection, const storage::StoredLoan& loan, Money amount,
                            Money ordered)
{
    const auto proof = storage::proof_production_of(connection, loan);
    if (!proof) return Done{};
    return grants::check_drawing(*proof, amount, drawn_of(connection, loan), ordered);
}

Result<reporting::Report> list_invoices(storage::Connection& connection, const std::string& loan_number, Date today)
{
    using reporting::ColumnType;
    const auto open = open_proof(connection, loan_number);
    if (!open) return open.refusal();
    reporting::Table totals{
        "proof",
        {"Proefproductie", "Proof production"},
        {{"number", {"Lening", "Loan"}},
         {"awarded", {"Toegekend", "Awarded"}, ColumnType::money},
         {"drawable", {"Op te nemen volgens facturen", "May be drawn by invoices"}, ColumnType::money},
         {"drawn", {"Opgenomen", "Drawn"}, ColumnType::money}},
        {{loan_number, open->proof.awarded.in_cents(), grants::drawable(open->proof).in_cents(),
          open->drawn.in_cents()}},
        {}};
    reporting::Table invoices{"invoices",
                              {"Facturen", "Invoices"},
                              {{"date", {"Datum", "Date"}, ColumnType::date},
                               {"supplier", {"Leverancier", "Supplier"}},
                               {"evidence", {"Factuur", "Invoice"}},
                               {"category", {"Kostensoort", "Category"}},
                               {"amount", {"Bedrag", "Amount"}, ColumnType::money}},
                              {},
                              {}};
    for (const auto& invoice : open->proof.invoices) {
        invoices.rows.push_back({to_text(invoice.date), invoice.supplier, invoice.evidence, invoice.cost.category,
                                 invoice.cost.amount.in_cents()});
    }
    return reporting::Report{"invoices",
                             {"Facturen", "Invoices"},
                             today,
                             {{"loan", loan_number, {"Lening", "Loan"}, {loan_number, loan_number}}},
                             {std::move(totals), std::move(invoices)}};
}

}  // namespace vierkant::usecases
