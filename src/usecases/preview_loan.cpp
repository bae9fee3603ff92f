#include "usecases/preview_loan.h"

#include "domain/lending/admission.h"
#include "storage/loan_store.h"
#include "usecases/loan_words.h"
#include "usecases/messages.h"
#include "usecases/release_order.h"
#include "usecases/report_cells.h"

#include <algorithm>
#include <map>

namespace vierkant::usecases {

namespace {

using lending::State;
using reporting::Cell;
using reporting::ColumnType;
using reporting::Table;
using storage::StoredLoan;

/// How a loan stands at the end of a day, and what is still to come.
struct Standing {
    State state;
    Money due;  ///< by then, and open
    lending::Schedule ahead;
};

Standing standing_of(const StoredLoan& loan, const std::vector<lending::Event>& events, Date day)
{
    Standing standing{lending::replay(loan.terms, events, day), {}, {}};
    // What waits for its day of payment, a weekend or the end of a rescheduled loan, is still to come.
    auto planned = standing.state;
    std::erase_if(planned.open, [&](const lending::DueItem& item) {
        if (item.due > day) return false;
        planned.principal -= item.principal;
        standing.due += item.total();
        return true;
    });
    standing.ahead = lending::plan_ahead(loan.terms, planned);
    return standing;
}

struct Line {
    const char* key;
    const char* nl;
    const char* en;
    Money before;
    Money after;
};

Table figures(const StoredLoan& loan, const Standing& before, const Standing& after, Language language)
{
    const auto owed = [&](const Standing& s) { return lending::pay_off(loan.terms, s.state); };
    const auto interest = [&](const Standing& s) { return lending::interest_owed(loan.terms, s.state); };
    const std::vector<Line> lines{
        {"outstanding", "Uitstaande hoofdsom", "Outstanding principal", before.state.principal, after.state.principal},
        {"due", "Vervallen en open", "Due and open", before.due, after.due},
        {"interest", "Rente verschuldigd", "Interest owed", interest(before), interest(after)},
        {"pay_off", "Nodig om af te lossen", "Needed to pay off", owed(before), owed(after)},
        {"overpaid", "Te veel ontvangen", "Received too much",
         before.state.settled.overpaid - before.state.settled.refunded,
         after.state.settled.overpaid - after.state.settled.refunded},
        {"interest_ahead", "Rente die nog komt", "Interest to come", before.ahead.interest, after.ahead.interest},
    };
    Table table{"effect",
                {"Gevolg", "Effect"},
                {{"figure", {"Bedrag", "Figure"}},
                 {"before", {"Nu", "Before"}, ColumnType::money},
                 {"after", {"Straks", "After"}, ColumnType::money},
                 {"change", {"Verschil", "Change"}, ColumnType::money}},
                {},
                {}};
    for (const auto& line : lines) {
        table.rows.push_back({std::string{language == Language::nl ? line.nl : line.en}, cell(line.before),
                              cell(line.after), cell(line.after - line.before)});
    }
    return table;
}

/// Two rows may fall on one day.
void add(Cell& sum, Money amount)
{
    const auto* const before = std::get_if<std::int64_t>(&sum);
    sum = cell(amount + Money::cents(before == nullptr ? 0 : *before));
}

/// Both plans by due date.
Table plans(const Standing& before, const Standing& after)
{
    Table table{"instalments",
                {"Termijnen", "Instalments"},
                {{"due", {"Vervalt", "Due"}, ColumnType::date},
                 {"principal_before", {"Aflossing nu", "Principal before"}, ColumnType::money},
                 {"interest_before", {"Rente nu", "Interest before"}, ColumnType::money},
                 {"principal_after", {"Aflossing straks", "Principal after"}, ColumnType::money},
                 {"interest_after", {"Rente straks", "Interest after"}, ColumnType::money},
                 {"balance_after", {"Restschuld straks", "Balance after"}, ColumnType::money}},
                {},
                {}};
    using Row = std::vector<Cell>;
    std::map<Date, Row> by_day;
    const auto row_of = [&](Date day) -> Row& {
        auto& row = by_day[day];
        if (row.empty()) row = Row{to_text(day), Cell{}, Cell{}, Cell{}, Cell{}, Cell{}};
        return row;
    };
    for (const auto& row : before.ahead.rows) {
        auto& cells = row_of(row.due);
        add(cells[1], row.principal);
        add(cells[2], row.interest);
    }
    for (const auto& row : after.ahead.rows) {
        auto& cells = row_of(row.due);
        add(cells[3], row.principal);
        add(cells[4], row.interest);
        cells[5] = cell(row.balance);
    }
    for (auto& [day, cells] : by_day) table.rows.push_back(std::move(cells));
    return table;
}

Result<StoredLoan> loan_called(storage::Connection& connection, const std::string& number)
{
    const auto loan = storage::find_loan(connection, number);
    if (!loan) return refuse(loan_unknown, {{"loan", number}});
    return *loan;
}

std::vector<lending::Event> events_until(storage::Connection& connection, const StoredLoan& loan, Date day)
{
    auto events = storage::events_of(connection, loan);
    std::erase_if(events, [&](const lending::Event& event) { return event.value_date > day; });
    return events;
}

}  // namespace

Result<reporting::Report> preview_loan_event(storage::Connection& connection, const std::string& loan_number,
                                             const lending::Event& event, Date today, Language language)
{
    const auto loan = loan_called(connection, loan_number);
    if (!loan) return loan.refusal();
    if (auto open = check_period_open(connection, loan->fund, today); !open) return open.refusal();
    auto events = storage::events_of(connection, *loan);
    auto added = event;
    added.id = EventId{static_cast<std::int64_t>(events.size()) + 1};
    if (auto allowed = lending::check_event(loan->terms, events, added, {loan->amount, loan->awarded_on}); !allowed) {
        return allowed.refusal();
    }
    const auto day = std::max(today, event.value_date);
    const auto before = standing_of(*loan, events, day);
    events.push_back(added);
    const auto after = standing_of(*loan, events, day);
    return reporting::Report{"loan-preview",
                             {"Proefberekening lening " + loan_number, "Preview of loan " + loan_number},
                             day,
                             {{"number", loan_number, {"Lening", "Loan"}, {loan_number, loan_number}},
                              {"event",
                               in_words(event.kind, Language::en),
                               {"Gebeurtenis", "Event"},
                               {in_words(event.kind, Language::nl), in_words(event.kind, Language::en)}}},
                             {figures(*loan, before, after, language), plans(before, after)}};
}

Result<reporting::Report> quote_pay_off(storage::Connection& connection, const std::string& loan_number, Date on)
{
    const auto loan = loan_called(connection, loan_number);
    if (!loan) return loan.refusal();
    const auto state = lending::replay(loan->terms, events_until(connection, *loan, on), on);
    Money due_principal;
    Money due_costs;
    auto late = state.spread_default_interest;
    for (const auto& item : state.open) {
        due_principal += item.principal;
        due_costs += item.costs;
        late += item.default_interest;
    }
    const auto interest = lending::interest_owed(loan->terms, state);
    const auto total = lending::pay_off(loan->terms, state);
    const auto claim = lending::claim(loan->terms, state);
    const auto ahead = state.not_yet_due();
    const auto costs = claim - ahead - due_principal - interest;
    Table table{"pay_off",
                {"Aflosnota", "Pay-off quote"},
                {{"number", {"Lening", "Loan"}},
                 {"on", {"Te betalen op", "To be paid on"}, ColumnType::date},
                 money_column("principal_due", "Vervallen aflossing", "Principal due"),
                 money_column("principal_ahead", "Hoofdsom nog niet vervallen", "Principal not yet due"),
                 money_column("interest", "Rente tot die dag", "Interest up to that day"),
                 money_column("default_interest", "Rente bij verzuim", "Default interest"),
                 money_column("costs", "Kosten", "Costs"),
                 money_column("prepayment_fee", "Vergoeding voor vervroegd aflossen", "Fee for paying early"),
                 money_column("total", "Te betalen", "To be paid")},
                {{loan_number, to_text(on), cell(due_principal), cell(ahead), cell(interest - late), cell(late),
                  cell(costs), cell(total - claim), cell(total)}},
                {}};
    return reporting::Report{"pay-off",
                             {"Aflosnota lening " + loan_number, "Pay-off quote of loan " + loan_number},
                             on,
                             {{"number", loan_number, {"Lening", "Loan"}, {loan_number, loan_number}}},
                             {std::move(table)}};
}

Result<lending::LoanTerms> terms_in_force(storage::Connection& connection, const std::string& loan_number, Date on)
{
    const auto loan = loan_called(connection, loan_number);
    if (!loan) return loan.refusal();
    const auto state = lending::replay(loan->terms, events_until(connection, *loan, on), on);
    return lending::in_force(loan->terms, state);
}

}  // namespace vierkant::usecases
