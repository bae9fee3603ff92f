#include "usecases/loan_statement.h"

#include "domain/banking/payment_reference.h"
#include "domain/lending/statement.h"
#include "storage/loan_store.h"
#include "storage/proof_production_store.h"
#include "storage/undertaking_store.h"
#include "usecases/loan_words.h"
#include "usecases/messages.h"
#include "usecases/report_cells.h"
#include "usecases/statement_messages.h"

#include <algorithm>

namespace vierkant::usecases {

namespace {

using lending::Statement;
using lending::StatementLine;
using reporting::Cell;
using reporting::Table;
using storage::StoredLoan;

std::string in(Language language, const char* nl, const char* en)
{
    return language == Language::nl ? nl : en;
}

std::string description_of(const StatementLine& line, Language language)
{
    if (line.kind) return in_words(*line.kind, language);
    if (line.moved) return in(language, "bijgeschreven of herschikt volgens het plan", "added or moved by the plan");
    if (line.instalment > 0) {
        return in(language, "termijn ", "instalment ") + std::to_string(line.instalment) +
               in(language, " vervalt", " falls due");
    }
    if (line.default_interest.is_positive()) {
        return in(language, "rente bij verzuim in rekening gebracht", "default interest charged");
    }
    if (line.costs.is_positive()) return in(language, "kosten in rekening gebracht", "costs charged");
    if (line.principal.is_positive()) return in_words(lending::EventKind::call_in, language);
    return in(language, "rente tot deze dag verschuldigd", "interest up to this day falls due");
}

reporting::Cells balance_row(Date day, const std::string& description, Money balance)
{
    return {cell(day), description, {}, {}, {}, {}, {}, {}, {}, {}, cell(balance)};
}

Table line_table(const Statement& statement, Language language)
{
    Table table{
        "statement",
        {"Overzicht", "Statement"},
        {day_column("date", "Datum", "Date"), text_column("description", "Omschrijving", "Description"),
         count_column("event", "Nr", "No"), money_column("principal", "Aflossing", "Principal"),
         money_column("interest", "Rente", "Interest"),
         money_column("default_interest", "Verzuimrente", "Default interest"), money_column("costs", "Kosten", "Costs"),
         money_column("overpaid", "Te veel", "Overpaid"), percent_column("rate", "Rentevoet", "Rate"),
         money_column("change", "Bij of af", "Change"), money_column("balance", "Verschuldigd", "Owed")},
        {},
        {}};
    table.rows.push_back(balance_row(statement.from, in(language, "beginsaldo", "opening balance"), statement.opening));
    for (const auto& line : statement.lines) {
        const bool rate = line.kind == lending::EventKind::rate_change;
        table.rows.push_back({cell(line.day), description_of(line, language), count_or_nothing(line.event.value),
                              cell_or_nothing(line.principal), cell_or_nothing(line.interest),
                              cell_or_nothing(line.default_interest), cell_or_nothing(line.costs),
                              cell_or_nothing(line.overpaid), rate ? cell(line.rate) : Cell{},
                              cell_or_nothing(line.change), cell(line.balance)});
    }
    table.rows.push_back(balance_row(statement.until, in(language, "eindsaldo", "closing balance"), statement.closing));
    return table;
}

Table allocation_table(const Statement& statement)
{
    Table table{
        "allocations",
        {"Waarop is afgeboekt", "What was settled"},
        {count_column("event", "Nr", "No"), day_column("date", "Datum", "Date"),
         day_column("due", "Vervallen op", "Fell due"), money_column("costs", "Kosten", "Costs"),
         money_column("interest", "Rente", "Interest"),
         money_column("default_interest", "Verzuimrente", "Default interest"),
         money_column("principal", "Aflossing", "Principal"), money_column("prepaid", "Vooruit afgelost", "Prepaid"),
         money_column("overpaid", "Te veel", "Overpaid"), money_column("total", "Samen", "Together")},
        {},
        {}};
    for (const auto& row : statement.settlements) {
        table.rows.push_back({count_cell(row.by.value), cell(row.day), cell(row.due), cell_or_nothing(row.costs),
                              cell_or_nothing(row.interest), cell_or_nothing(row.default_interest),
                              cell_or_nothing(row.principal), cell_or_nothing(row.prepaid),
                              cell_or_nothing(row.overpaid), cell(row.settled() + row.prepaid + row.overpaid)});
    }
    table.empty = {"Er is niets betaald of kwijtgescholden.", "Nothing was paid or given up."};
    return table;
}

Table undone_table(const Statement& statement, Language language)
{
    Table table{
        "undone",
        {"Teruggedraaid, telt niet mee", "Undone, counts for nothing"},
        {count_column("event", "Nr", "No"), day_column("date", "Datum", "Date"), text_column("kind", "Soort", "Kind"),
         money_column("amount", "Bedrag", "Amount"), day_column("undone_on", "Teruggedraaid op", "Undone on")},
        {},
        {}};
    for (const auto& undone : statement.undone) {
        table.rows.push_back({count_cell(undone.event.id.value), cell(undone.event.value_date),
                              in_words(undone.event.kind, language), cell_or_nothing(undone.event.amount),
                              cell(undone.by.value_date)});
    }
    table.empty = {"Er is niets teruggedraaid.", "Nothing was undone."};
    return table;
}

Table running_table(const Statement& statement)
{
    Page page{"running", {"Nog niet vervallen", "Not due yet"}};
    page.add(money_column("owed", "Verschuldigd", "Owed"), cell(statement.closing));
    page.add(money_column("running_interest", "Rente sinds de laatste termijn", "Interest since the last instalment"),
             cell(statement.running_interest));
    page.add(money_column("total", "Samen", "Together"), cell(statement.closing + statement.running_interest));
    return page.take();
}

reporting::Parameter parameter(std::string key, const std::string& value, reporting::Words title)
{
    return {std::move(key), value, std::move(title), {value, value}};
}

/// Owed on the day: due items together.
lending::DueItem due_together(const lending::State& state, Date as_of)
{
    lending::DueItem sum{as_of, 0, {}, {}, {}};
    for (const auto& item : state.open) {
        sum.principal += item.principal;
        sum.interest += item.interest;
        sum.costs += item.costs;
        sum.default_interest += item.default_interest;
    }
    return sum;
}

/// Awarded, not drawn and still to be drawn: a proof-production loan that was settled has less.
Money undrawn_of(storage::Connection& connection, const StoredLoan& loan, const lending::State& state)
{
    const auto proof = storage::proof_production_of(connection, loan);
    const auto released = proof && proof->settled ? proof->settled->released : Money{};
    return std::max(Money{}, loan.amount - released - state.settled.disbursed - state.settled.commitment_lapsed);
}

/// The rate in force; before anything was drawn the one that a drawing would have.
Rate rate_of(const StoredLoan& loan, const lending::State& state, Date day)
{
    return state.has_rate ? state.rate : lending::rate_on(lending::in_force(loan.terms, state), day);
}

Table balance_table(storage::Connection& connection, const StoredLoan& loan, const lending::State& state, Date as_of,
                    Language language)
{
    const auto borrower = storage::find_undertaking(connection, storage::borrower_of(connection, loan).id);
    const auto due = due_together(state, as_of);
    const auto claim = lending::claim(loan.terms, state);
    const auto interest_running = lending::interest_owed(loan.terms, state) - due.interest - due.default_interest;
    const auto& flows = state.settled;
    Page page{"balance", {"Saldo", "Balance"}};
    page.add(text_column("number", "Lening", "Loan"), loan.number);
    page.add(text_column("borrower", "Leningnemer", "Borrower"), borrower ? borrower->value.name : "");
    page.add(text_column("kvk", "KvK-nummer", "KvK number"), borrower ? borrower->value.kvk.text() : "");
    page.add(text_column("payment_reference", "Betalingskenmerk", "Payment reference"),
             banking::print_reference(loan.payment_reference));
    page.add(text_column("terms", "Voorwaarden", "Terms"), in_words(lending::in_force(loan.terms, state), language));
    page.add(percent_column("rate", "Rente in deze periode", "Rate in force"), cell(rate_of(loan, state, as_of)));
    page.add(day_column("awarded_on", "Toegekend op", "Awarded on"), cell(loan.awarded_on));
    page.add(money_column("awarded", "Toegekend", "Awarded"), cell(loan.amount));
    page.add(money_column("undrawn", "Nog op te nemen", "Still to be drawn"),
             cell(undrawn_of(connection, loan, state)));
    page.add(money_column("drawn", "Opgenomen", "Drawn"), cell(flows.disbursed));
    page.add(money_column("repaid", "Afgelost", "Repaid"), cell(flows.principal_repaid));
    page.add(money_column("given_up", "Kwijtgescholden, afgeboekt", "Remitted, written off"),
             cell(flows.principal_remitted + flows.principal_written_off));
    page.add(money_column("outstanding", "Hoofdsom open", "Principal outstanding"), cell(state.principal));
    page.add(money_column("principal_due", "  waarvan vervallen", "  of which due"), cell(due.principal));
    page.add(money_column("interest_due", "Rente vervallen", "Interest due"), cell(due.interest));
    page.add(money_column("default_interest_due", "Rente bij verzuim vervallen", "Default interest due"),
             cell(due.default_interest));
    page.add(money_column("costs_due", "Kosten vervallen", "Costs due"), cell(due.costs));
    page.add(money_column("interest_running", "Rente lopend", "Interest running"), cell(interest_running));
    page.add(money_column("costs_running", "Kosten lopend", "Costs running"),
             cell(claim - state.open_total() - state.not_yet_due() - interest_running));
    page.add(money_column("total", "Totaal te vorderen", "Total claim"), cell(claim));
    page.add(money_column("overpaid", "Terug te betalen", "To be paid back"), cell(flows.overpaid - flows.refunded));
    page.add(count_column("days_past_due", "Dagen te laat", "Days past due"),
             count_cell(lending::days_past_due(state, as_of)));
    return page.take();
}

Result<Done> check_not_ahead(Date day, Date today)
{
    if (day <= today) return Done{};
    return refuse(day_ahead, {{"day", day}, {"today", today}});
}

}  // namespace

Result<reporting::Report> loan_statement(storage::Connection& connection, const std::string& number,
                                         std::optional<Date> from, Date until, Date today, Language language)
{
    const auto loan = storage::find_loan(connection, number);
    if (!loan) return refuse(loan_unknown, {{"loan", number}});
    if (const auto known = check_not_ahead(until, today); !known) return known.refusal();
    const auto first = from.value_or(std::min(loan->awarded_on, until));
    if (first > until) return refuse(days_crossed, {{"from", first}, {"until", until}});

    const auto events = storage::events_of(connection, *loan);
    const auto statement = lending::statement_of(loan->terms, events, first, until);
    const auto name = storage::borrower_of(connection, *loan).name;
    return reporting::Report{"loan-statement",
                             {"Rekeningoverzicht van lening " + number, "Statement of account of loan " + number},
                             until,
                             {parameter("number", number, {"Lening", "Loan"}),
                              parameter("borrower", name, {"Leningnemer", "Borrower"}),
                              parameter("payment_reference", banking::print_reference(loan->payment_reference),
                                        {"Betalingskenmerk", "Payment reference"}),
                              {"from", to_text(first), {"Vanaf", "From"}, {dutch(first), to_text(first)}}},
                             {line_table(statement, language), allocation_table(statement),
                              undone_table(statement, language), running_table(statement)}};
}

Result<reporting::Report> loan_confirmation(storage::Connection& connection, const std::string& number, Date as_of,
                                            Date today, Language language)
{
    const auto loan = storage::find_loan(connection, number);
    if (!loan) return refuse(loan_unknown, {{"loan", number}});
    if (const auto known = check_not_ahead(as_of, today); !known) return known.refusal();
    const auto state = lending::replay(loan->terms, storage::events_of(connection, *loan), as_of);
    return reporting::Report{"loan-confirmation",
                             {"Saldobevestiging van lening " + number, "Confirmation of balance of loan " + number},
                             as_of,
                             {parameter("number", number, {"Lening", "Loan"})},
                             {balance_table(connection, *loan, state, as_of, language)}};
}

}  // namespace vierkant::usecases
