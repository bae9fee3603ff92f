#include "usecases/loan_drawing.h"

#include "domain/lending/admission.h"
#include "storage/loan_store.h"
#include "storage/proof_production_store.h"
#include "usecases/messages.h"
#include "usecases/report_cells.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using lending::Event;
using lending::EventKind;
using reporting::Table;

/// The day on which the milestone of a part was reached, by an event that was not undone.
std::optional<Date> reached_on(const std::vector<Event>& life, int part)
{
    for (const auto& event : life) {
        if (event.kind == EventKind::milestone && event.number == part) return event.value_date;
    }
    return std::nullopt;
}

/// The last day comes from the plan in force: a new one may give more time.
Table drawing_table(storage::Connection& connection, const storage::StoredLoan& loan, const lending::State& state,
                    Date as_of)
{
    const auto& terms = lending::in_force(loan.terms, state);
    const auto& flows = state.settled;
    const auto proof = storage::proof_production_of(connection, loan);
    const auto settled = proof && proof->settled ? proof->settled->released : Money{};
    const auto left = std::max(Money{}, loan.amount - settled - flows.disbursed - flows.commitment_lapsed);
    const bool over = state.closed || (terms.last_drawing && *terms.last_drawing < as_of);
    auto free = over ? Money{} : left;
    if (!loan.terms.tranches.empty()) {
        free = std::min(free, std::max(Money{}, lending::released(loan.terms, state, as_of) - flows.disbursed));
    }
    if (terms.first_drawing && as_of < *terms.first_drawing) free = {};
    Page page{"drawing", {"Opnemen", "Drawing"}};
    page.add(text_column("number", "Lening", "Loan"), loan.number);
    page.add(money_column("awarded", "Toegekend", "Awarded"), cell(loan.amount));
    page.add(money_column("drawn", "Opgenomen", "Drawn"), cell(flows.disbursed));
    page.add(money_column("lapsed", "Niet opgenomen en vervallen", "Not drawn and lapsed"),
             cell(flows.commitment_lapsed + settled));
    page.add(money_column("undrawn", "Nog op te nemen", "Still to be drawn"), cell(left));
    page.add(money_column("released", "Daarvan nu", "Of which now"), cell(free));
    page.add(day_column("first_drawing", "Opnemen vanaf", "Drawing from"), cell_or_nothing(terms.first_drawing));
    page.add(day_column("last_drawing", "Laatste dag van opnemen", "Last day of drawing"),
             cell_or_nothing(terms.last_drawing));
    return page.take();
}

Table tranche_table(const storage::StoredLoan& loan, const std::vector<Event>& life, const lending::State& state)
{
    Table table{"tranches",
                {"Delen", "Tranches"},
                {count_column("tranche", "Deel", "Tranche"), money_column("amount", "Bedrag", "Amount"),
                 day_column("from", "Vanaf", "From"), text_column("milestone", "Na mijlpaal", "After milestone"),
                 day_column("reached_on", "Gehaald op", "Reached on"), money_column("drawn", "Opgenomen", "Drawn")},
                {},
                {}};
    // Drawings say no part: they are taken to fill the parts in their order.
    auto rest = state.settled.disbursed;
    Money sum;
    int part = 0;
    for (const auto& tranche : loan.terms.tranches) {
        ++part;
        const auto drawn = std::min(rest, tranche.amount);
        rest -= drawn;
        sum += tranche.amount;
        table.rows.push_back({count_cell(part), cell(tranche.amount), cell_or_nothing(tranche.from), tranche.milestone,
                              cell_or_nothing(reached_on(life, part)), cell_or_nothing(drawn)});
    }
    if (!table.rows.empty()) {
        table.totals = {reporting::Cell{}, cell(sum),         reporting::Cell{},
                        reporting::Cell{}, reporting::Cell{}, cell_or_nothing(state.settled.disbursed)};
    }
    table.empty = {"Deze lening wordt opgenomen zoals de onderneming vraagt; er zijn geen delen.",
                   "This loan is drawn as the undertaking asks; it has no tranches."};
    return table;
}

}  // namespace

Result<reporting::Report> loan_drawing(storage::Connection& connection, const std::string& number, Date as_of)
{
    const auto loan = storage::find_loan(connection, number);
    if (!loan) return refuse(loan_unknown, {{"loan", number}});
    auto life = lending::in_effect(storage::events_of(connection, *loan));
    std::erase_if(life, [&](const Event& event) { return event.value_date > as_of; });
    const auto state = lending::replay(loan->terms, life, as_of);
    return reporting::Report{"loan-drawing",
                             {"Opnemen van lening " + number, "Drawing of loan " + number},
                             as_of,
                             {{"number", number, {"Lening", "Loan"}, {number, number}}},
                             {drawing_table(connection, *loan, state, as_of), tranche_table(*loan, life, state)}};
}

}  // namespace vierkant::usecases
