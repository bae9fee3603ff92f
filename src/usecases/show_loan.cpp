#include "usecases/show_loan.h"

#include "base/folded.h"
#include "domain/arrears/age.h"
#include "domain/banking/payment_reference.h"
#include "usecases/loan_terms_table.h"
#include "usecases/loan_words.h"
#include "usecases/messages.h"
#include "usecases/report_cells.h"
#include "usecases/report_codes.h"

#include <algorithm>
#include <map>

namespace vierkant::usecases {

namespace {

using lending::State;
using reporting::Cell;
using reporting::ColumnType;
using reporting::Table;
using storage::StoredLoan;

/// Everything about a loan as of a day.
struct Picture {
    StoredLoan loan;
    std::vector<lending::Event> events;  ///< up to that day
    State state;
    lending::Trace trace;
    lending::Schedule ahead;
    Date as_of;
};

Result<Picture> picture_of(storage::Connection& connection, const std::string& number, Date as_of)
{
    const auto loan = storage::find_loan(connection, number);
    if (!loan) return refuse(loan_unknown, {{"loan", number}});
    Picture picture{*loan, storage::events_of(connection, *loan), {}, {}, {}, as_of};
    std::erase_if(picture.events, [&](const auto& event) { return event.value_date > as_of; });
    picture.state = lending::replay(loan->terms, picture.events, as_of, &picture.trace);
    auto planned = picture.state;
    planned.principal = planned.not_yet_due();
    planned.open.clear();
    picture.ahead = lending::plan_ahead(loan->terms, planned);
    return picture;
}

Table loan_table(const Picture& picture, const std::string& borrower, Language language)
{
    const auto& [loan, events, state, trace, ahead, as_of] = picture;
    const auto& flows = state.settled;
    lending::DueItem late{as_of, 0, {}, {}, {}};
    for (const auto& item : lending::overdue(state, as_of)) {
        late.principal += item.principal;
        late.interest += item.interest;
        late.costs += item.costs;
        late.default_interest += item.default_interest;
    }
    const auto pay_off = lending::pay_off(loan.terms, state);
    auto interest_running = lending::interest_owed(loan.terms, state);
    for (const auto& item : state.open) interest_running -= item.all_interest();
    const auto* const next = ahead.rows.empty() ? nullptr : &ahead.rows.front();
    Page page{"loan", {"Lening", "Loan"}};
    page.add(text_column("number", "Nummer", "Number"), loan.number);
    page.add(text_column("borrower", "Leningnemer", "Borrower"), borrower);
    page.add(text_column("payment_reference", "Betalingskenmerk", "Payment reference"),
             banking::print_reference(loan.payment_reference));
    page.add(text_column("status", "Status", "Status"), in_words(status_of(state, as_of), language));
    page.add(text_column("scheme", "Regeling", "Scheme"), loan.scheme);
    page.add(text_column("municipality", "Gemeente", "Municipality"), loan.municipality);
    page.add(text_column("terms", "Voorwaarden", "Terms"), in_words(lending::in_force(loan.terms, state), language));
    page.add(day_column("awarded_on", "Toegekend op", "Awarded on"), cell(loan.awarded_on));
    page.add(money_column("awarded", "Toegekend", "Awarded"), cell(loan.amount));
    if (loan.terms.opening)
        page.add(day_column("taken_over_on", "Overgenomen op", "Taken over on"), cell(loan.terms.opening->on));
    page.add(money_column("drawn", "Opgenomen", "Drawn"), cell(flows.disbursed));
    if (flows.commitment_lapsed.is_positive()) {
        page.add(money_column("lapsed", "Niet opgenomen en vervallen", "Not drawn and lapsed"),
                 cell(flows.commitment_lapsed));
    }
    page.add(money_column("repaid", "Afgelost", "Principal repaid"), cell(flows.principal_repaid));
    page.add(money_column("given_up", "Kwijtgescholden en afgeboekt", "Remitted and written off"),
             cell(flows.principal_remitted + flows.principal_written_off));
    page.add(money_column("outstanding", "Uitstaand", "Outstanding"), cell(state.principal));
    page.add(money_column("interest_received", "Rente ontvangen", "Interest received"), cell(flows.interest_received));
    page.add(money_column("default_interest_received", "Rente bij verzuim ontvangen", "Default interest received"),
             cell(flows.default_interest_received));
    page.add(money_column("interest_running", "Lopende rente", "Interest running"), cell(interest_running));
    page.add(money_column("due", "Vervallen en open", "Due and open"), cell(state.open_total()));
    page.add(money_column("arrears", "Achterstand", "Arrears"), cell(late.total()));
    page.add(money_column("arrears_principal", "  waarvan aflossing", "  of which principal"), cell(late.principal));
    page.add(money_column("arrears_interest", "  waarvan rente", "  of which interest"), cell(late.interest));
    page.add(money_column("arrears_default_interest", "  waarvan rente bij verzuim", "  of which default interest"),
             cell(late.default_interest));
    page.add(money_column("arrears_costs", "  waarvan kosten", "  of which costs"), cell(late.costs));
    page.add(count_column("days_past_due", "Dagen te laat", "Days past due"),
             count_cell(std::int64_t{lending::days_past_due(state, as_of)}));
    page.add(money_column("overpaid", "Te veel ontvangen", "Received too much"), cell(flows.overpaid - flows.refunded));
    page.add(money_column("pay_off", "Nodig om af te lossen", "Needed to pay off"), cell(pay_off));
    page.add(day_column("next_due", "Volgende vervaldag", "Next due date"), next == nullptr ? Cell{} : cell(next->due));
    page.add(money_column("next_amount", "Volgende termijn", "Next instalment"),
             next == nullptr ? Cell{} : cell(next->total() + next->costs));
    return page.take();
}

Table event_table(storage::Connection& connection, const Picture& picture, Language language)
{
    const auto notes = storage::event_notes(connection, picture.loan);
    Table table{"events",
                {"Gebeurtenissen", "Events"},
                {count_column("event", "Nr", "No"),
                 day_column("value_date", "Datum", "Date"),
                 text_column("kind", "Soort", "Kind"),
                 money_column("amount", "Bedrag", "Amount"),
                 {"rate", {"Rente", "Rate"}, ColumnType::percent},
                 count_column("reverses", "Draait terug", "Reverses"),
                 text_column("actor", "Door", "By"),
                 text_column("note", "Toelichting", "Note")},
                {},
                {}};
    for (const auto& event : picture.events) {
        const auto& note = notes.at(event.id);
        const bool rate = event.kind == lending::EventKind::rate_change;
        table.rows.push_back({count_cell(event.id.value), cell(event.value_date), in_words(event.kind, language),
                              rate ? Cell{} : cell_or_nothing(event.amount),
                              rate ? Cell{event.rate.millionths} : Cell{},
                              event.reverses ? count_cell(event.reverses->value) : Cell{}, note.actor, note.note});
    }
    return table;
}

Table allocation_table(const Picture& picture)
{
    Table table{
        "allocations",
        {"Waarop betaald is", "What was paid"},
        {count_column("event", "Nr", "No"), day_column("settled_on", "Datum", "Date"),
         day_column("due", "Vervallen op", "Fell due"), money_column("costs", "Kosten", "Costs"),
         money_column("interest", "Rente", "Interest"),
         money_column("default_interest", "Verzuimrente", "Default interest"),
         money_column("principal", "Aflossing", "Principal"), money_column("prepaid", "Vooruit afgelost", "Prepaid"),
         money_column("overpaid", "Te veel", "Overpaid")},
        {},
        {}};
    for (const auto& row : picture.trace.settlements) {
        table.rows.push_back({count_cell(row.by.value), cell(row.day), cell(row.due), cell_or_nothing(row.costs),
                              cell_or_nothing(row.interest), cell_or_nothing(row.default_interest),
                              cell_or_nothing(row.principal), cell_or_nothing(row.prepaid),
                              cell_or_nothing(row.overpaid)});
    }
    return table;
}

Table posting_table(storage::Connection& connection, const Picture& picture, std::int64_t last)
{
    Table table{"postings",
                {"Boekingen", "Postings"},
                {count_column("entry", "Boeking", "Entry"), day_column("date", "Datum", "Date"),
                 text_column("debit", "Debet", "Debit"), text_column("credit", "Credit", "Credit"),
                 money_column("amount", "Bedrag", "Amount"), text_column("description", "Omschrijving", "Description")},
                {},
                {}};
    for (const auto& posting : storage::postings_of(connection, picture.loan, picture.as_of, last)) {
        table.rows.push_back({count_cell(posting.entry_no), cell(posting.day), posting.debit, posting.credit,
                              cell(posting.amount), posting.description});
    }
    return table;
}

/// What was paid on what fell due on one day.
struct Paid {
    Money amount;
    std::optional<Date> last;
};

std::map<Date, Paid> paid_by_due_date(const lending::Trace& trace)
{
    std::map<Date, Paid> paid;
    for (const auto& row : trace.settlements) {
        auto& due = paid[row.due];
        due.amount += row.settled();
        due.last = row.day;
    }
    return paid;
}

Table instalment_table(const Picture& picture)
{
    Table table{"instalments",
                {"Termijnen", "Instalments"},
                {count_column("number", "Nr", "No"), day_column("due", "Vervalt", "Due"),
                 money_column("principal", "Aflossing", "Principal"), money_column("interest", "Rente", "Interest"),
                 money_column("costs", "Kosten", "Costs"), money_column("total", "Totaal", "Total"),
                 money_column("paid", "Betaald", "Paid"), day_column("paid_on", "Laatst betaald op", "Last paid on"),
                 money_column("balance", "Restschuld", "Balance")},
                {},
                {}};
    auto paid = paid_by_due_date(picture.trace);
    for (const auto& fallen : picture.trace.fallen) {
        const auto total = fallen.total();
        if (total.is_negative()) continue;  // taken into a new plan
        auto& settled = paid[fallen.due];
        const auto part = std::min(settled.amount, total);  // two items of one day share what was paid on it
        settled.amount -= part;
        table.rows.push_back({count_or_nothing(fallen.number), cell(fallen.due), cell_or_nothing(fallen.principal),
                              cell_or_nothing(fallen.interest + fallen.default_interest), cell_or_nothing(fallen.costs),
                              cell(total), cell_or_nothing(part), settled.last ? cell(*settled.last) : Cell{}, Cell{}});
    }
    for (const auto& row : picture.ahead.rows) {
        table.rows.push_back({count_cell(std::int64_t{row.number}), cell(row.due), cell_or_nothing(row.principal),
                              cell_or_nothing(row.interest), cell_or_nothing(row.costs), cell(row.total() + row.costs),
                              Cell{}, Cell{}, cell(row.balance)});
    }
    return table;
}

reporting::Report named(const std::string& number, Date as_of, std::string name, reporting::Words title,
                        std::vector<Table> tables)
{
    return {std::move(name),
            std::move(title),
            as_of,
            {{"number", number, {"Lening", "Loan"}, {number, number}}},
            std::move(tables)};
}

/// As the books have it; what the last euro of a closed loan went to is not asked here.
LoanStatus status_of(const storage::LoanLine& line)
{
    if (line.late_since) return LoanStatus::late;
    if (!line.drawn) return line.active ? LoanStatus::awarded : LoanStatus::lapsed;
    return line.outstanding.is_positive() ? LoanStatus::running : LoanStatus::repaid;
}

}  // namespace

Result<reporting::Report> show_loan(storage::Connection& connection, const std::string& number, Date as_of,
                                    Language language, const LoanParts& parts)
{
    const auto picture = picture_of(connection, number, as_of);
    if (!picture) return picture.refusal();
    const auto borrower = storage::borrower_of(connection, picture->loan);
    std::vector<Table> tables{loan_table(*picture, borrower.name, language)};
    if (parts.instalments) tables.push_back(instalment_table(*picture));
    tables.push_back(terms_table(picture->loan.terms, picture->state, language));
    tables.push_back(event_table(connection, *picture, language));
    tables.push_back(allocation_table(*picture));
    tables.push_back(posting_table(connection, *picture, parts.last_postings));
    return with_titles(connection,
                       named(number, as_of, "loan", {"Lening " + number, "Loan " + number}, std::move(tables)));
}

Result<reporting::Report> loan_schedule(storage::Connection& connection, const std::string& number, Date as_of)
{
    const auto picture = picture_of(connection, number, as_of);
    if (!picture) return picture.refusal();
    return named(number, as_of, "loan-schedule", {"Termijnen van lening " + number, "Instalments of loan " + number},
                 {instalment_table(*picture)});
}

namespace {

/// A list shows the names of schemes and municipalities; the database knows their codes.
storage::LoanFilter with_codes(storage::Connection& connection, storage::LoanFilter filter)
{
    if (filter.part.words.empty()) return filter;
    const auto lists = report_codes(connection);
    for (const auto* list : {"scheme", "municipality"}) filter.codes += codes_that_say(lists, list, filter.part.words);
    return filter;
}

}  // namespace

reporting::Report list_loans(storage::Connection& connection, const storage::LoanFilter& filter, Date today,
                             Language language)
{
    const auto wanted = with_codes(connection, filter);
    Table table{
        "loans",
        {"Leningen", "Loans"},
        {text_column("number", "Nummer", "Number"), text_column("borrower", "Leningnemer", "Borrower"),
         text_column("scheme", "Regeling", "Scheme"), text_column("municipality", "Gemeente", "Municipality"),
         text_column("status", "Status", "Status"), money_column("awarded", "Toegekend", "Awarded"),
         money_column("outstanding", "Uitstaand", "Outstanding"), money_column("arrears", "Achterstand", "Arrears"),
         count_column("days_past_due", "Dagen te laat", "Days past due"), text_column("age", "Ouderdom", "Age"),
         day_column("next_due", "Vervalt", "Next due")},
        {},
        {}};
    for (const auto& line : storage::list_loans(connection, wanted, today)) {
        const std::int64_t days = line.late_since ? today - *line.late_since : 0;
        table.rows.push_back({line.number, line.borrower, line.scheme, line.municipality,
                              in_words(status_of(line), language), cell(line.amount), cell(line.outstanding),
                              cell_or_nothing(line.arrears), count_or_nothing(days),
                              std::string{arrears::band_of(arrears::age_of(static_cast<int>(days)))},
                              line.next_due ? cell(*line.next_due) : Cell{}});
    }
    const auto totals = storage::total_of_loans(connection, wanted, today);
    table.totals.resize(table.columns.size());
    table.totals[5] = cell(totals.amount);
    table.totals[6] = cell(totals.outstanding);
    table.totals[7] = cell(totals.arrears);
    return with_titles(connection, {"loans", {"Leningen", "Loans"}, today, {}, {std::move(table)}});
}

std::int64_t count_loans(storage::Connection& connection, const storage::LoanFilter& filter, Date today)
{
    return storage::total_of_loans(connection, with_codes(connection, filter), today).loans;
}

}  // namespace vierkant::usecases
