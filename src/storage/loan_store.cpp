#include "storage/loan_store.h"

#include "formats/loan_event_json.h"
#include "formats/terms_json.h"
#include "storage/key_query.h"
#include "storage/loan_rows.h"
#include "storage/stored.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace vierkant::storage {

namespace {

using lending::EventKind;
using lending::Excess;

constexpr std::array event_kinds{std::pair{EventKind::disbursement, "disbursement"},
                                 std::pair{EventKind::payment, "payment"},
                                 std::pair{EventKind::prepayment, "prepayment"},
                                 std::pair{EventKind::rate_change, "rate_change"},
                                 std::pair{EventKind::fee, "fee"},
                                 std::pair{EventKind::default_interest, "default_interest"},
                                 std::pair{EventKind::remission, "remission"},
                                 std::pair{EventKind::write_off, "write_off"},
                                 std::pair{EventKind::recovery, "recovery"},
                                 std::pair{EventKind::refund, "refund"},
                                 std::pair{EventKind::call_in, "call_in"},
                                 std::pair{EventKind::rescheduling, "rescheduling"},
                                 std::pair{EventKind::holiday, "holiday"},
                                 std::pair{EventKind::interest_waiver, "interest_waiver"},
                                 std::pair{EventKind::milestone, "milestone"},
                                 std::pair{EventKind::transfer, "transfer"},
                                 std::pair{EventKind::closing, "closing"},
                                 std::pair{EventKind::reversal, "reversal"}};
constexpr std::array excesses{std::pair{Excess::shorten, "shorten"}, std::pair{Excess::lower, "lower"},
                              std::pair{Excess::advance, "advance"}, std::pair{Excess::agreed, "agreed"}};

std::optional<StoredLoan> find_where(Connection& connection, const std::string& condition,
                                     std::initializer_list<Value> parameters)
{
    std::optional<StoredLoan> found;
    connection.each("SELECT " + loan_columns("") + " FROM loan WHERE " + condition, parameters, loan_kinds,
                    [&](const Row& row) { found = loan_of(row); });
    return found;
}

/// What falls due on one day, and when nothing of it was left.
struct DueOnDay {
    Money principal;
    Money interest;
    Money costs;
    Money open;
    std::optional<Date> settled_on;
};

std::map<Date, DueOnDay> dues_by_day(const LoanCalendar& calendar)
{
    std::map<Date, DueOnDay> days;
    for (const auto& due : calendar.dues) {
        auto& day = days[due.due];
        day.principal += due.principal;
        day.interest += due.interest + due.default_interest;
        day.costs += due.costs;
        day.open += due.total();
    }
    // Settlements stand in the order of their days: the last one that leaves nothing open is the day.
    for (const auto& settlement : calendar.settlements) {
        if (settlement.how == lending::Settlement::How::rescheduled) continue;
        const auto found = days.find(settlement.due);
        if (found == days.end()) continue;  // principal paid ahead, on a day when nothing fell due
        found->second.open -= settlement.settled();
        if (found->second.open.is_zero()) found->second.settled_on = settlement.day;
    }
    return days;
}

/// Adds the loan's rows to the totals, or takes them out: `sign` is "" or "-".
void add_to_totals(Work& work, const StoredLoan& loan, const std::string& sign)
{
    auto& connection = work.connection();
    connection.execute(
        "INSERT INTO due_total (fund_id, scheme_code, due_date, principal, interest, costs) SELECT fund_id, ?, "
        "due_date, " +
            sign + "principal, " + sign + "interest, " + sign +
            "costs FROM loan_due WHERE fund_id = ? "
            "AND loan_id = ? ON CONFLICT (fund_id, scheme_code, due_date) DO UPDATE SET "
            "principal = due_total.principal + excluded.principal, interest = due_total.interest + "
            "excluded.interest, costs = due_total.costs + excluded.costs",
        {loan.scheme, loan.fund.value, loan.id.value});
    connection.execute(
        "INSERT INTO settlement_total (fund_id, scheme_code, due_date, settled_on, principal, interest, costs, "
        "prepaid, given_up) SELECT fund_id, ?, due_date, settled_on, " +
            sign + "principal, " + sign + "interest, " + sign + "costs, " + sign + "prepaid, " + sign +
            "given_up FROM loan_settlement WHERE fund_id = ? AND loan_id = ? ON CONFLICT "
            "(fund_id, scheme_code, due_date, settled_on) DO UPDATE SET principal = settlement_total.principal + "
            "excluded.principal, interest = settlement_total.interest + excluded.interest, costs = "
            "settlement_total.costs + excluded.costs, prepaid = settlement_total.prepaid + excluded.prepaid, given_up "
            "= settlement_total.given_up + excluded.given_up",
        {loan.scheme, loan.fund.value, loan.id.value});
}

void replace_arrears(Work& work, const StoredLoan& loan, const std::vector<lending::DueItem>& open)
{
    auto& connection = work.connection();
    connection.execute("DELETE FROM loan_arrears WHERE fund_id = ? AND loan_id = ?", {loan.fund.value, loan.id.value});
    for (const auto& item : open) {
        connection.execute(
            "INSERT INTO loan_arrears (fund_id, loan_id, due_date, principal, interest, costs) VALUES (?, ?, ?, ?, ?, "
            "?) ON CONFLICT (fund_id, loan_id, due_date) DO UPDATE SET principal = loan_arrears.principal + "
            "excluded.principal, interest = loan_arrears.interest + excluded.interest, costs = loan_arrears.costs + "
            "excluded.costs",
            {loan.fund.value, loan.id.value, to_text(item.due), item.principal.in_cents(),
             item.all_interest().in_cents(), item.costs.in_cents()});
    }
}

}  // namespace

std::string loan_columns(const std::string& alias)
{
    std::string columns;
    for (const auto* column : {"fund_id", "loan_id", "number", "payment_reference", "dossier_id", "undertaking_id",
                               "scheme_code", "sector", "municipality_code", "awarded_on", "amount", "terms"}) {
        columns += (columns.empty() ? "" : ", ") + (alias.empty() ? "" : alias + ".") + column;
    }
    // What was promised: the award, less what a settlement on its cost gave back.
    const auto of = alias.empty() ? std::string{"loan"} : alias;
    return columns + ", " + of +
           ".amount - CAST(COALESCE((SELECT SUM(s.released) FROM loan_principal_settlement s WHERE s.fund_id = " + of +
           ".fund_id AND s.loan_id = " + of + ".loan_id), 0) AS BIGINT)";
}

StoredLoan loan_of(const Row& row)
{
    auto terms = formats::read_terms(row.text(11), "loan " + row.text(2));
    verify(static_cast<bool>(terms), "stored terms can be read");
    const auto promised = Money::cents(row.integer(12));
    if (terms->commitment.is_zero() || promised < terms->commitment) terms->commitment = promised;
    return {FundId{row.integer(0)},
            LoanId{row.integer(1)},
            row.text(2),
            row.text(3),
            optional_id<DossierTag>(row, 4),
            UndertakingId{row.integer(5)},
            row.text(6),
            row.text(7),
            row.text(8),
            stored_date(row.text(9)),
            Money::cents(row.integer(10)),
            *terms};
}

LoanPosition position_of(const Row& row, std::size_t first)
{
    auto state = lending::parse_state(row.text(first));
    auto booked = lending::parse_totals(row.text(first + 3));
    verify(state && booked, "a stored position can be read");
    return {std::move(*state), row.integer(first + 1), stored_date(row.text(first + 2)), *booked};
}

std::optional<StoredLoan> find_loan(Connection& connection, const std::string& number)
{
    return find_where(connection, "number = ?", {number});
}

std::optional<StoredLoan> find_loan(Connection& connection, FundId fund, LoanId loan)
{
    return find_where(connection, "fund_id = ? AND loan_id = ?", {fund.value, loan.value});
}

Borrower borrower_of(Connection& connection, const StoredLoan& loan)
{
    Borrower borrower;
    connection.each(
        "SELECT u.name, u.iban, u.undertaking_id FROM loan_debtor d JOIN undertaking u ON u.administration_id = ? AND "
        "u.undertaking_id = "
        "d.undertaking_id WHERE d.fund_id = ? AND d.loan_id = ?",
        {administration, loan.fund.value, loan.id.value}, "tti", [&](const Row& row) {
            borrower = {row.text(0), row.text(1), UndertakingId{row.integer(2)}};
        });
    return borrower;
}

bool may_have_detail(EventKind kind)
{
    return kind == EventKind::rescheduling || kind == EventKind::holiday || kind == EventKind::milestone ||
           kind == EventKind::transfer;
}

namespace {

using EventsOfLoans = std::map<LoanId, std::vector<lending::Event>>;

void read_details(Connection& connection, FundId fund, EventsOfLoans& all)
{
    std::vector<std::int64_t> loans;
    for (const auto& [loan, events] : all) {
        const bool more = std::any_of(events.begin(), events.end(),
                                      [](const lending::Event& event) { return may_have_detail(event.kind); });
        if (more) loans.push_back(loan.value);
    }
    each_of(
        connection,
        "SELECT loan_id, event_no, detail, undertaking_id FROM loan_event_detail WHERE fund_id = ? AND loan_id IN (",
        fund, loans, ")", "iiti", [&](const Row& row) {
            auto& events = all.at(LoanId{row.integer(0)});
            const auto event = std::find_if(events.begin(), events.end(), [&](const lending::Event& candidate) {
                return candidate.id.value == row.integer(1);
            });
            verify(event != events.end(), "a detail belongs to an event");
            event->debtor = optional_id<UndertakingTag>(row, 3);
            if (!event->debtor) formats::read_event_detail(row.text(2), *event);
        });
}

}  // namespace

lending::Event event_of(const Row& row)
{
    return {EventId{row.integer(0)},      stored_date(row.text(2)), named(event_kinds, row.text(1)),
            Money::cents(row.integer(3)), Rate{row.integer(4)},     named(excesses, row.text(5)),
            optional_id<EventTag>(row, 6)};
}

std::vector<lending::Event> events_of(Connection& connection, const StoredLoan& loan)
{
    return events_of(connection, loan.fund, loan.id);
}

std::vector<lending::Event> events_of(Connection& connection, FundId fund, LoanId loan)
{
    auto all = events_of(connection, fund, std::vector{loan.value});
    return all.empty() ? std::vector<lending::Event>{} : std::move(all.begin()->second);
}

EventsOfLoans events_of(Connection& connection, FundId fund, const std::vector<std::int64_t>& loans)
{
    EventsOfLoans all;
    each_of(connection,
            "SELECT " + std::string{event_columns} + ", loan_id FROM loan_event WHERE fund_id = ? AND loan_id IN (",
            fund, loans, ") ORDER BY loan_id, event_no", std::string{event_column_kinds} + "i",
            [&](const Row& row) { all[LoanId{row.integer(event_column_kinds.size())}].push_back(event_of(row)); });
    read_details(connection, fund, all);
    return all;
}

LoanPosition position_of(Connection& connection, const StoredLoan& loan)
{
    LoanPosition position{{}, 0, loan.awarded_on, {}};
    connection.each(
        "SELECT state, last_event_no, booked_until, booked FROM loan_position WHERE fund_id = ? AND loan_id = ?",
        {loan.fund.value, loan.id.value}, "titt", [&](const Row& row) { position = position_of(row, 0); });
    return position;
}

std::optional<Date> closed_until(Connection& connection, FundId fund)
{
    std::optional<Date> day;
    connection.each("SELECT closed_until FROM fund_head WHERE fund_id = ?", {fund.value}, "t",
                    [&](const Row& row) { day = parse_date(row.text(0)); });
    return day;
}

void add_loan(Work& work, const StoredLoan& loan)
{
    work.add(facts::loan,
             {loan.fund.value, loan.id.value, loan.number, loan.payment_reference, id_or_null(loan.dossier),
              loan.undertaking.value, loan.scheme, loan.sector, loan.municipality, to_text(loan.awarded_on),
              loan.amount.in_cents(), formats::write_terms(loan.terms)});
    if (!loan.terms.last_drawing || loan.terms.opening) return;
    // It may lapse without anything ever happening to it: the close of days looks at it from now on.
    auto committed = loan;
    if (committed.terms.commitment.is_zero()) committed.terms.commitment = loan.amount;
    save_position(work, committed, {{}, 0, loan.awarded_on, {}});
}

void add_event_to(Rows& rows, const StoredLoan& loan, const lending::Event& event, std::optional<BankLineId> bank_line,
                  const std::string& note)
{
    rows.add(loan.fund.value, loan.id.value, event.id.value, name_of(event_kinds, event.kind),
             to_text(event.value_date), event.amount.in_cents(), event.rate.millionths, name_of(excesses, event.excess),
             id_or_null(event.reverses), id_or_null(bank_line), note);
}

void add_event_detail_to(Rows& rows, const StoredLoan& loan, const lending::Event& event)
{
    if (!may_have_detail(event.kind)) return;
    rows.add(loan.fund.value, loan.id.value, event.id.value, formats::write_event_detail(event),
             id_or_null(event.debtor));
}

void add_event(Work& work, const StoredLoan& loan, const lending::Event& event, std::optional<BankLineId> bank_line,
               const std::string& note)
{
    Rows rows{facts::loan_event.kinds.size()};
    add_event_to(rows, loan, event, bank_line, note);
    work.add_all(facts::loan_event, rows);
    Rows details{facts::loan_event_detail.kinds.size()};
    add_event_detail_to(details, loan, event);
    if (details.size() > 0) work.add_all(facts::loan_event_detail, details);
}

bool is_active(const lending::LoanTerms& terms, const LoanPosition& position, const lending::State& now)
{
    const auto undrawn = terms.commitment - position.booked.disbursed - position.booked.commitment_lapsed;
    const auto& in_force = lending::in_force(terms, now);
    const bool may_lapse = in_force.last_drawing && undrawn.is_positive();
    return position.booked.outstanding().is_positive() || !now.open.empty() || may_lapse;
}

const Insert& insert_of_positions()
{
    static const Insert insert{
        "loan_position",
        "fund_id, loan_id, state, state_date, last_event_no, booked_until, booked, outstanding, active", "iittittii",
        "ON CONFLICT (fund_id, loan_id) DO UPDATE SET state = excluded.state, state_date = excluded.state_date, "
        "last_event_no = excluded.last_event_no, booked_until = excluded.booked_until, booked = excluded.booked, "
        "outstanding = excluded.outstanding, active = excluded.active"};
    return insert;
}

void add_position_to(Rows& rows, FundId fund, LoanId loan, const LoanPosition& position, std::int64_t active)
{
    rows.add(fund.value, loan.value, lending::to_text(position.state), to_text(position.state.reached),
             position.last_event_no, to_text(position.booked_until), lending::to_text(position.booked),
             position.booked.outstanding().in_cents(), active);
}

void save_position(Work& work, const StoredLoan& loan, const LoanPosition& position)
{
    Rows rows{insert_of_positions().kinds.size()};
    add_position_to(rows, loan.fund, loan.id, position, std::int64_t{is_active(loan.terms, position, position.state)});
    work.connection().insert(insert_of_positions(), rows);
    replace_arrears(work, loan, position.state.open);
}

LoanFlows flows_between(const lending::Totals& before, const lending::Totals& now)
{
    const auto moved = [&](Money lending::Totals::*flow) { return now.*flow - before.*flow; };
    using lending::Totals;
    return {moved(&Totals::disbursed),
            moved(&Totals::principal_repaid),
            moved(&Totals::interest_received),
            moved(&Totals::costs_received),
            moved(&Totals::principal_remitted),
            moved(&Totals::principal_written_off),
            moved(&Totals::recovered),
            now.capitalised() - before.capitalised(),
            moved(&Totals::default_interest_received)};
}

bool is_nothing(const LoanFlows& flows)
{
    return std::all_of(flows.begin(), flows.end(), [](Money flow) { return flow.is_zero(); });
}

const Insert& insert_of_flows()
{
    static const Insert insert{
        "loan_flow",
        "fund_id, scheme_code, entry_date, disbursed, repaid, interest_received, costs_received, remitted, "
        "written_off, recovered, capitalised, default_interest_received",
        "ittiiiiiiiii",
        "ON CONFLICT (fund_id, scheme_code, entry_date) DO UPDATE SET disbursed = loan_flow.disbursed + "
        "excluded.disbursed, repaid = loan_flow.repaid + excluded.repaid, interest_received = "
        "loan_flow.interest_received + excluded.interest_received, costs_received = loan_flow.costs_received + "
        "excluded.costs_received, remitted = loan_flow.remitted + excluded.remitted, written_off = "
        "loan_flow.written_off + excluded.written_off, recovered = loan_flow.recovered + excluded.recovered, "
        "capitalised = loan_flow.capitalised + excluded.capitalised, default_interest_received = "
        "loan_flow.default_interest_received + excluded.default_interest_received"};
    return insert;
}

void add_flow_to(Rows& rows, FundId fund, const std::string& scheme, Date day, const LoanFlows& flows)
{
    rows.add(fund.value, scheme, to_text(day), flows[0].in_cents(), flows[1].in_cents(), flows[2].in_cents(),
             flows[3].in_cents(), flows[4].in_cents(), flows[5].in_cents(), flows[6].in_cents(), flows[7].in_cents(),
             flows[8].in_cents());
}

void add_interest_booked(Connection& connection, const InterestBooked& amounts)
{
    static const Insert insert{"interest_booked", "fund_id, scheme_code, entry_date, amount", "itti",
                               "ON CONFLICT (fund_id, scheme_code, entry_date) DO UPDATE SET amount = "
                               "interest_booked.amount + excluded.amount"};
    Rows rows{insert.kinds.size()};
    for (const auto& [key, amount] : amounts) {
        const auto& [fund, scheme, day] = key;
        if (!amount.is_zero()) rows.add(fund, scheme, to_text(day), amount.in_cents());
    }
    connection.insert(insert, rows);
}

void add_loan_flow(Work& work, const StoredLoan& loan, Date entry_date, const lending::Totals& before,
                   const lending::Totals& now)
{
    add_interest_booked(work.connection(),
                        {{{loan.fund.value, loan.scheme, entry_date}, now.interest_accrued - before.interest_accrued}});
    const auto moved = flows_between(before, now);
    if (is_nothing(moved)) return;
    Rows rows{insert_of_flows().kinds.size()};
    add_flow_to(rows, loan.fund, loan.scheme, entry_date, moved);
    work.connection().insert(insert_of_flows(), rows);
}

void replace_calendar(Work& work, const StoredLoan& loan, const LoanCalendar& calendar)
{
    auto& connection = work.connection();
    add_to_totals(work, loan, "-");
    connection.execute("DELETE FROM loan_due WHERE fund_id = ? AND loan_id = ?", {loan.fund.value, loan.id.value});
    connection.execute("DELETE FROM loan_settlement WHERE fund_id = ? AND loan_id = ?",
                       {loan.fund.value, loan.id.value});
    for (const auto& [day, due] : dues_by_day(calendar)) {
        connection.execute(
            "INSERT INTO loan_due (fund_id, loan_id, due_date, principal, interest, costs, settled_on) VALUES (?, ?, "
            "?, ?, ?, ?, ?)",
            {loan.fund.value, loan.id.value, to_text(day), due.principal.in_cents(), due.interest.in_cents(),
             due.costs.in_cents(), due.settled_on ? Value{to_text(*due.settled_on)} : Value{}});
    }
    for (const auto& row : calendar.settlements) {
        if (row.how == lending::Settlement::How::rescheduled) continue;  // it is no longer due
        const auto settled = row.settled().in_cents();
        const std::int64_t given_up = row.how == lending::Settlement::How::given_up ? settled : 0;
        connection.execute(
            "INSERT INTO loan_settlement (fund_id, loan_id, due_date, settled_on, principal, interest, costs, prepaid, "
            "given_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fund_id, loan_id, due_date, settled_on) DO "
            "UPDATE SET principal = loan_settlement.principal + excluded.principal, interest = "
            "loan_settlement.interest + excluded.interest, costs = loan_settlement.costs + excluded.costs, prepaid = "
            "loan_settlement.prepaid + excluded.prepaid, given_up = loan_settlement.given_up + excluded.given_up",
            {loan.fund.value, loan.id.value, to_text(row.due), to_text(row.day), row.principal.in_cents(),
             (row.interest + row.default_interest).in_cents(), row.costs.in_cents(), row.prepaid.in_cents(), given_up});
    }
    add_to_totals(work, loan, "");
}

}  // namespace vierkant::storage
