#include "usecases/arrangements.h"

#include "usecases/arrears_messages.h"
#include "usecases/messages.h"
#include "usecases/report_cells.h"

#include <algorithm>
#include <array>

namespace vierkant::usecases {

namespace {

using arrears::Arrangement;
using arrears::Standing;
using reporting::Table;
using storage::LoanRecord;
using storage::StoredArrangement;

/// What the arrangement is about and what it expects besides: what was due when it was made, and the instalments that
/// fall due meanwhile. Costs charged later stand outside it.
bool counts(const lending::DueItem& item, Date agreed_on)
{
    return item.due < agreed_on || item.number > 0;
}

FollowedArrangement follow(const Dunning& dunning, const StoredArrangement& stored, const LoanRecord& record,
                           Date as_of)
{
    const auto& terms = record.loan.terms;
    lending::Trace trace;
    lending::replay(terms, record.events, as_of, &trace);
    std::vector<Date> dues;
    for (const auto& fallen : trace.fallen) {
        if (fallen.due >= stored.value.agreed_on && fallen.number > 0) dues.push_back(fallen.due);
    }
    const auto late_on = [&](Date due_before, Date day) {
        Money sum;
        for (const auto& item : lending::replay(terms, record.events, day).open) {
            if (item.due < due_before && counts(item, stored.value.agreed_on)) sum += item.total();
        }
        return sum;
    };
    const auto& plan = dunning.plan_of(record.loan.scheme, record.edition_day);
    return {stored, arrears::follow(stored.value, plan ? plan->grace_days : 0, dues, late_on, as_of)};
}

LoanRecord record_about(storage::Connection& connection, const StoredArrangement& stored)
{
    const auto loan = storage::find_loan(connection, stored.fund, stored.loan);
    verify(loan.has_value(), "an arrangement is about a loan that is there");
    return storage::record_of(connection, *loan);
}

std::string in_words(Standing standing, Language language)
{
    static const std::array<Word, 4> words{Word{"wordt nagekomen", "kept"}, Word{"voldaan", "fulfilled"},
                                           Word{"verbroken", "broken"}, Word{"beëindigd", "ended"}};
    return words.at(static_cast<std::size_t>(standing)).in(language);
}

void add_columns(Table& table)
{
    table.columns = {text_column("number", "Regeling", "Arrangement"),
                     text_column("loan", "Lening", "Loan"),
                     text_column("debtor", "Debiteur", "Debtor"),
                     day_column("agreed_on", "Afgesproken op", "Agreed on"),
                     money_column("amount", "Over", "About"),
                     text_column("standing", "Stand", "Standing"),
                     day_column("since", "Sinds", "Since"),
                     money_column("late", "Te laat", "Late"),
                     money_column("allowed", "Mag openstaan", "May be open"),
                     day_column("next_due", "Volgende termijn", "Next term"),
                     money_column("next_amount", "Bedrag", "Amount")};
}

reporting::Cells row_of(storage::Connection& connection, const Dunning& dunning, const StoredArrangement& stored,
                        Date as_of, Language language)
{
    const auto record = record_about(connection, stored);
    const auto one = follow(dunning, stored, record, as_of);
    const auto& standing = one.standing;
    return {one.agreed.number,
            record.loan.number,
            storage::borrower_of(connection, record.loan).name,
            cell(one.agreed.value.agreed_on),
            cell(one.agreed.value.amount),
            in_words(standing.standing, language),
            cell(standing.since),
            cell_or_nothing(standing.late),
            cell_or_nothing(standing.allowed),
            standing.next ? cell(standing.next->due) : reporting::Cell{},
            standing.next ? cell(standing.next->amount) : reporting::Cell{}};
}

}  // namespace

std::optional<FollowedArrangement> kept_arrangement(const Dunning& dunning, const LoanRecord& record, Date as_of)
{
    for (const auto& stored : record.arrangements) {
        if (stored.value.agreed_on > as_of) continue;
        auto one = follow(dunning, stored, record, as_of);
        if (one.is_kept()) return one;
    }
    return std::nullopt;
}

Result<ArrangementReceipt> agree_arrangement(storage::Connection& connection, const storage::Task& task,
                                             const ArrangementRequest& request, bool book)
{
    storage::Work work{connection, task};
    const auto loan = storage::find_loan(connection, request.loan_number);
    if (!loan) return refuse(loan_unknown, {{"loan", request.loan_number}});
    const auto record = storage::record_of(connection, *loan);
    if (const auto runs = kept_arrangement(Dunning{connection}, record, task.today)) {
        return refuse(arrangement_runs, {{"loan", loan->number}, {"number", runs->agreed.number}});
    }
    const auto state = lending::replay(loan->terms, record.events, task.today);
    Arrangement agreed{task.today, {}, request.terms};
    for (const auto& item : lending::overdue(state, task.today)) agreed.amount += item.total();
    if (agreed.amount.is_zero()) return refuse(nothing_late, {{"loan", loan->number}, {"day", task.today}});
    if (agreed.terms.empty()) {
        agreed.terms =
            arrears::equal_terms(agreed.amount, request.count, request.first, request.every_months, request.every_days);
    }
    if (auto sound = arrears::check(agreed); !sound) return sound.refusal();
    if (!book) return ArrangementReceipt{"", agreed};
    ArrangementReceipt receipt{storage::add_arrangement(work, *loan, agreed, request.note), agreed};
    work.commit(receipt.number);
    return receipt;
}

Result<Done> end_arrangement(storage::Connection& connection, const storage::Task& task, const std::string& number,
                             const std::string& reason)
{
    storage::Work work{connection, task};
    const auto stored = storage::find_arrangement(connection, number);
    if (!stored) return refuse(arrangement_unknown, {{"number", number}});
    const auto record = record_about(connection, *stored);
    if (!follow(Dunning{connection}, *stored, record, task.today).is_kept()) {
        return refuse(arrangement_over, {{"number", number}});
    }
    storage::add_arrangement_end(work, *stored, reason);
    work.commit(number);
    return Done{};
}

reporting::Report list_arrangements(storage::Connection& connection, Date as_of, Language language)
{
    const Dunning dunning{connection};
    Table table{"arrangements", {"Betalingsregelingen", "Arrangements"}, {}, {}, {}};
    add_columns(table);
    for (const auto& stored : storage::all_arrangements(connection)) {
        if (stored.value.agreed_on > as_of) continue;
        table.rows.push_back(row_of(connection, dunning, stored, as_of, language));
    }
    table.empty = {"Er zijn geen betalingsregelingen.", "There are no arrangements."};
    return {"arrangements", {"Betalingsregelingen", "Arrangements"}, as_of, {}, {std::move(table)}};
}

Result<reporting::Report> show_arrangement(storage::Connection& connection, const std::string& number, Date as_of,
                                           Language language)
{
    const auto stored = storage::find_arrangement(connection, number);
    if (!stored) return refuse(arrangement_unknown, {{"number", number}});
    Table page{"arrangement", {"Betalingsregeling", "Arrangement"}, {}, {}, {}};
    add_columns(page);
    page.columns.push_back(text_column("note", "Toelichting", "Note"));
    page.columns.push_back(text_column("reason", "Reden van het einde", "Reason of the end"));
    auto row = row_of(connection, Dunning{connection}, *stored, as_of, language);
    row.emplace_back(stored->note);
    row.emplace_back(stored->end_reason);
    page.rows.push_back(std::move(row));
    Table terms{"terms",
                {"Termijnen", "Terms"},
                {day_column("due", "Te betalen op", "To be paid on"), money_column("amount", "Bedrag", "Amount"),
                 money_column("left", "Daarna nog open", "Left after it")},
                {},
                {}};
    auto left = stored->value.amount;
    for (const auto& term : stored->value.terms) {
        left -= term.amount;
        terms.rows.push_back({cell(term.due), cell(term.amount), cell(left)});
    }
    return reporting::Report{"arrangement",
                             {"Betalingsregeling " + number, "Arrangement " + number},
                             as_of,
                             {},
                             {std::move(page), std::move(terms)}};
}

}  // namespace vierkant::usecases
