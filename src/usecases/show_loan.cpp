#include "usecases/show_loan.h"

#include "base/folded.h"
#include "domain/arrears/age.h"
#include "domain/banking/payment_reference.h"
#include "usecases/loan_terms_table.h"
#include "usecases/loan_words.h"
#include "usecases/messages.h"
#include "usecases/report_codes.h"

#include <algorithm>
#include <map>

namespace vierkant::usecases {

namespace {

using lending::State;
using reporting::Cell;
using reporting::Column;
using reporting::ColumnType;
using reporting::Table;
using storage::StoredLoan;

Cell cell(Money amount)
{
    return amount.in_cents();
}

Cell cell(Date day)
{
    return to_text(day);
}

Cell cell(std::int64_t number)
{
    return number;
}

Cell amount_or_nothing(Money amount)
{
    return amount.is_zero() ? Cell{} : cell(amount);
}

Cell number_or_nothing(std::int64_t number)
{
    return number == 0 ? Cell{} : cell(number);
}

Column text(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, ColumnType::text};
}
Column money(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, ColumnType::money};
}
Column count(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, ColumnType::count};
}
Column day(std::string key, std::string nl, std::string en)
{
    return {std::move(key), {std::move(nl), std::move(en)}, ColumnType::date};
}

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
    Table table{"loan", {"Lening", "Loan"}, {}, {{}}, {}};
    const auto add = [&](Column column, Cell value) {
        table.columns.push_back(std::move(column));
        table.rows.front().push_back(std::move(value));
    };
    add(text("number", "Nummer", "Number"), loan.number);
    add(text("borrower", "Leningnemer", "Borrower"), borrower);
    add(text("payment_reference", "Betalingskenmerk", "Payment reference"),
        banking::print_reference(loan.payment_reference));
    add(text("status", "Status", "Status"), in_words(status_of(state, as_of), language));
    add(text("scheme", "Regeling", "Scheme"), loan.scheme);
    add(text("municipality", "Gemeente", "Municipality"), loan.municipality);
    add(text("terms", "Voorwaarden", "Terms"), in_words(lending::in_force(loan.terms, state), language));
    add(day("awarded_on", "Toegekend op", "Awarded on"), cell(loan.awarded_on));
    add(money("awarded", "Toegekend", "Awarded"), cell(loan.amount));
    if (loan.terms.opening) add(day("taken_over_on", "Overgenomen op", "Taken over on"), cell(loan.terms.opening->on));
    add(money("drawn", "Opgenomen", "Drawn"), cell(flows.disbursed));
    if (flows.commitment_lapsed.is_positive()) {
        add(money("lapsed", "Niet opgenomen en vervallen", "Not drawn and lapsed"), cell(flows.commitment_lapsed));
    }
    add(money("repaid", "Afgelost", "Principal repaid"), cell(flows.principal_repaid));
    add(money("given_up", "Kwijtgescholden en afgeboekt", "Remitted and written off"),
        cell(flows.principal_remitted + flows.principal_written_off));
    add(money("outstanding", "Uitstaand", "Outstanding"), cell(state.principal));
    add(money("interest_received", "Rente ontvangen", "Interest received"), cell(flows.interest_received));
    add(money("default_interest_received", "Rente bij verzuim ontvangen", "Default interest received"),
        cell(flows.default_interest_received));
    add(money("interest_running", "Lopende rente", "Interest running"), cell(interest_running));
    add(money("due", "Vervallen en open", "Due and open"), cell(state.open_total()));
    add(money("arrears", "Achterstand", "Arrears"), cell(late.total()));
    add(money("arrears_principal", "  waarvan aflossing", "  of which principal"), cell(late.principal));
    add(money("arrears_interest", "  waarvan rente", "  of which interest"), cell(late.interest));
    add(money("arrears_default_interest", "  waarvan rente bij verzuim", "  of which default interest"),
        cell(late.default_interest));
    add(money("arrears_costs", "  waarvan kosten", "  of which costs"), cell(late.costs));
    add(count("days_past_due", "Dagen te laat", "Days past due"),
        cell(std::int64_t{lending::days_past_due(state, as_of)}));
    add(money("overpaid", "Te veel ontvangen", "Received too much"), cell(flows.overpaid - flows.refunded));
    add(money("pay_off", "Nodig om af te lossen", "Needed to pay off"), cell(pay_off));
    add(day("next_due", "Volgende vervaldag", "Next due date"), next == nullptr ? Cell{} : cell(next->due));
    add(money("next_amount", "Volgende termijn", "Next instalment"),
        next == nullptr ? Cell{} : cell(next->total() + next->costs));
    return table;
}

Table event_table(storage::Connection& connection, const Picture& picture, Language language)
{
    const auto notes = storage::event_notes(connection, picture.loan);
    Table table{"events",
                {"Gebeurtenissen", "Events"},
                {count("event", "Nr", "No"),
                 day("value_date", "Datum", "Date"),
                 text("kind", "Soort", "Kind"),
                 money("amount", "Bedrag", "Amount"),
                 {"rate", {"Rente", "Rate"}, ColumnType::percent},
                 count("reverses", "Draait terug", "Reverses"),
                 text("actor", "Door", "By"),
                 text("note", "Toelichting", "Note")},
                {},
                {}};
    for (const auto& event : picture.events) {
        const auto& note = notes.at(event.id);
        const bool rate = event.kind == lending::EventKind::rate_change;
        table.rows.push_back({cell(event.id.value), cell(event.value_date), in_words(event.kind, language),
                              rate ? Cell{} : amount_or_nothing(event.amount),
                              rate ? Cell{event.rate.millionths} : Cell{},
                              event.reverses ? cell(event.reverses->value) : Cell{}, note.actor, note.note});
    }
    return table;
}

Table allocation_table(const Picture& picture)
{
    Table table{
        "allocations",
        {"Waarop betaald is", "What was paid"},
        {count("event", "Nr", "No"), day("settled_on", "Datum", "Date"), day("due", "Vervallen op", "Fell due"),
         money("costs", "Kosten", "Costs"), money("interest", "Rente", "Interest"),
         money("default_interest", "Verzuimrente", "Default interest"), money("principal", "Aflossing", "Principal"),
         money("prepaid", "Vooruit afgelost", "Prepaid"), money("overpaid", "Te veel", "Overpaid")},
        {},
        {}};
    for (const auto& row : picture.trace.settlements) {
        table.rows.push_back({cell(row.by.value), cell(row.day), cell(row.due), amount_or_nothing(row.costs),
                              amount_or_nothing(row.interest), amount_or_nothing(row.default_interest),
                              amount_or_nothing(row.principal), amount_or_nothing(row.prepaid),
                              amount_or_nothing(row.overpaid)});
    }
    return table;
}

Table posting_table(storage::Connection& connection, const Picture& picture)
{
    Table table{"postings",
                {"Boekingen", "Postings"},
                {count("entry", "Boeking", "Entry"), day("date", "Datum", "Date"), text("debit", "Debet", "Debit"),
                 text("credit", "Credit", "Credit"), money("amount", "Bedrag", "Amount"),
                 text("description", "Omschrijving", "Description")},
                {},
                {}};
    for (const auto& posting : storage::postings_of(connection, picture.loan, picture.as_of)) {
        table.rows.push_back({cell(posting.entry_no), cell(posting.day), posting.debit, posting.credit,
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
                {count("number", "Nr", "No"), day("due", "Vervalt", "Due"),
                 money("principal", "Aflossing", "Principal"), money("interest", "Rente", "Interest"),
                 money("costs", "Kosten", "Costs"), money("total", "Totaal", "Total"), money("paid", "Betaald", "Paid"),
                 day("paid_on", "Laatst betaald op", "Last paid on"), money("balance", "Restschuld", "Balance")},
                {},
                {}};
    auto paid = paid_by_due_date(picture.trace);
    for (const auto& fallen : picture.trace.fallen) {
        const auto total = fallen.total();
        if (total.is_negative()) continue;  // taken into a new plan
        auto& settled = paid[fallen.due];
        const auto part = std::min(settled.amount, total);  // two items of one day share what was paid on it
        settled.amount -= part;
        table.rows.push_back({number_or_nothing(fallen.number), cell(fallen.due), amount_or_nothing(fallen.principal),
                              amount_or_nothing(fallen.interest + fallen.default_interest),
                              amount_or_nothing(fallen.costs), cell(total), amount_or_nothing(part),
                              settled.last ? cell(*settled.last) : Cell{}, Cell{}});
    }
    for (const auto& row : picture.ahead.rows) {
        table.rows.push_back({cell(std::int64_t{row.number}), cell(row.due), amount_or_nothing(row.principal),
                              amount_or_nothing(row.interest), amount_or_nothing(row.costs),
                              cell(row.total() + row.costs), Cell{}, Cell{}, cell(row.balance)});
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
                                    Language language, Instalments instalments)
{
    const auto picture = picture_of(connection, number, as_of);
    if (!picture) return picture.refusal();
    const auto borrower = storage::borrower_of(connection, picture->loan);
    std::vector<Table> tables{loan_table(*picture, borrower.name, language)};
    if (instalments == Instalments::shown) tables.push_back(instalment_table(*picture));
    tables.push_back(terms_table(picture->loan.terms, picture->state, language));
    tables.push_back(event_table(connection, *picture, language));
    tables.push_back(allocation_table(*picture));
    tables.push_back(posting_table(connection, *picture));
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
    Table table{"loans",
                {"Leningen", "Loans"},
                {text("number", "Nummer", "Number"), text("borrower", "Leningnemer", "Borrower"),
                 text("scheme", "Regeling", "Scheme"), text("municipality", "Gemeente", "Municipality"),
                 text("status", "Status", "Status"), money("awarded", "Toegekend", "Awarded"),
                 money("outstanding", "Uitstaand", "Outstanding"), money("arrears", "Achterstand", "Arrears"),
                 count("days_past_due", "Dagen te laat", "Days past due"), text("age", "Ouderdom", "Age"),
                 day("next_due", "Vervalt", "Next due")},
                {},
                {}};
    for (const auto& line : storage::list_loans(connection, wanted, today)) {
        const std::int64_t days = line.late_since ? today - *line.late_since : 0;
        table.rows.push_back({line.number, line.borrower, line.scheme, line.municipality,
                              in_words(status_of(line), language), cell(line.amount), cell(line.outstanding),
                              amount_or_nothing(line.arrears), number_or_nothing(days),
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
