// The loans as the close of a day reads and writes them: a query and a few statements for a thousand loans.

#include "formats/terms_json.h"
#include "storage/closing_store.h"
#include "storage/key_query.h"
#include "storage/loan_rows.h"
#include "storage/stored.h"

#include <algorithm>
#include <array>

namespace vierkant::storage {

namespace {

constexpr std::size_t terms_kept = 20'000;  // bounds the memory

const std::string to_close =
    " FROM loan_position p JOIN loan l ON l.fund_id = p.fund_id AND l.loan_id = p.loan_id WHERE p.fund_id = ? AND "
    "p.loan_id > ? AND (p.active = 1 OR p.state_date >= ?)";

void add_interest(Work& work, const std::string& table, const std::string& day_column, FundId fund,
                  const InterestByDay& amounts)
{
    const Insert insert{table, "fund_id, scheme_code, " + day_column + ", amount", "itti",
                        "ON CONFLICT (fund_id, scheme_code, " + day_column + ") DO UPDATE SET amount = " + table +
                            ".amount + excluded.amount"};
    Rows rows{insert.kinds.size()};
    for (const auto& [key, amount] : amounts) {
        if (!amount.is_zero()) rows.add(fund.value, key.first, to_text(key.second), amount.in_cents());
    }
    work.connection().insert(insert, rows);
}

using SharedTerms = std::shared_ptr<const lending::LoanTerms>;

/// The terms with what was promised, where that matters as days pass. Terms without it are shared by many loans.
SharedTerms committed_to(const SharedTerms& terms, Money promised)
{
    const bool matters = terms->last_drawing || terms->fees.commitment > Rate{0};
    if (!matters || (terms->commitment.is_positive() && terms->commitment <= promised)) return terms;
    auto own = *terms;
    own.commitment = promised;
    return std::make_shared<const lending::LoanTerms>(std::move(own));
}

}  // namespace

std::vector<ClosingLoan> LoansToClose::next(std::size_t most)
{
    std::vector<ClosingLoan> loans;
    if (terms_.size() > terms_kept) terms_.clear();
    connection_.each(
        "SELECT p.loan_id, l.scheme_code, l.terms, p.state, p.last_event_no, p.booked_until, p.booked, l.work_no, "
        "l.amount - CAST(COALESCE((SELECT SUM(s.released) FROM loan_principal_settlement s WHERE s.fund_id = l.fund_id "
        "AND s.loan_id = l.loan_id), 0) AS BIGINT)" +
            to_close + " ORDER BY p.loan_id LIMIT ?",
        {fund_.value, after_, first_day_, static_cast<std::int64_t>(most)}, "itttittii", [&](const Row& row) {
            auto& terms = terms_[row.text(2)];
            if (!terms) {
                const auto read = formats::read_terms(row.text(2), "loan " + std::to_string(row.integer(0)));
                verify(static_cast<bool>(read), "stored terms can be read");
                terms = std::make_shared<const lending::LoanTerms>(*read);
            }
            const auto state = lending::parse_state(row.text(3));
            const auto booked = lending::parse_totals(row.text(6));
            verify(state && booked, "a stored position can be read");
            loans.push_back({LoanId{row.integer(0)},
                             row.text(1),
                             committed_to(terms, Money::cents(row.integer(8))),
                             {*state, row.integer(4), stored_date(row.text(5)), *booked},
                             row.integer(7)});
        });
    if (!loans.empty()) after_ = loans.back().id.value;
    return loans;
}

std::int64_t LoansToClose::count() const
{
    return connection_.number("SELECT count(*)" + to_close, {fund_.value, std::int64_t{0}, first_day_}, 0);
}

std::map<LoanId, std::vector<KnownEvent>> known_events_of(Connection& connection, FundId fund,
                                                          const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, std::vector<KnownEvent>> events;
    if (loans.empty()) return events;
    each_of(connection,
            "SELECT " + std::string{event_columns} +
                ", loan_id, work_no FROM loan_event WHERE fund_id = ? AND loan_id IN (",
            fund, loans, ") ORDER BY loan_id, event_no", std::string{event_column_kinds} + "ii", [&](const Row& row) {
                events[LoanId{row.integer(event_column_kinds.size())}].push_back(
                    {event_of(row), row.integer(event_column_kinds.size() + 1)});
            });
    std::vector<std::int64_t> with_more;
    for (const auto& [loan, known] : events) {
        const bool more =
            std::any_of(known.begin(), known.end(), [](const auto& one) { return may_have_detail(one.event.kind); });
        if (more) with_more.push_back(loan.value);
    }
    for (auto& [loan, whole] : events_of(connection, fund, with_more)) {
        auto& known = events.at(loan);
        for (std::size_t i = 0; i < known.size(); ++i) known[i].event = std::move(whole.at(i));
    }
    return events;
}

std::map<LoanId, KnownLoan> known_loans(Connection& connection, FundId fund, const std::vector<std::int64_t>& loans)
{
    std::map<LoanId, KnownLoan> all;
    if (loans.empty()) return all;
    each_of(connection, "SELECT loan_id, scheme_code, terms, work_no FROM loan WHERE fund_id = ? AND loan_id IN (",
            fund, loans, ")", "itti", [&](const Row& row) {
                const auto terms = formats::read_terms(row.text(2), "loan " + std::to_string(row.integer(0)));
                verify(static_cast<bool>(terms), "stored terms can be read");
                all.emplace(LoanId{row.integer(0)}, KnownLoan{row.text(1), *terms, row.integer(3)});
            });
    return all;
}

LateKnown late_known(Connection& connection, FundId fund, Date until)
{
    LateKnown late;
    late.known_until = connection.number(
        "SELECT MAX(work_no) FROM closing WHERE fund_id = ? AND kind = 'day' AND "
        "closed_on = ?",
        {fund.value, to_text(until)}, 0);
    connection.each(
        "SELECT loan_id FROM loan_event WHERE work_no > ? AND fund_id = ? AND (value_date <= ? OR reverses IS NOT "
        "NULL) "
        "UNION SELECT loan_id FROM loan WHERE work_no > ? AND fund_id = ? ORDER BY loan_id",
        {late.known_until, fund.value, to_text(until), late.known_until, fund.value}, "i",
        [&](const Row& row) { late.loans.push_back(row.integer(0)); });
    return late;
}

void save_passed(Work& work, FundId fund, const std::vector<PassedLoan>& loans)
{
    const auto& positions = insert_of_positions();
    static const Insert arrears{
        "loan_arrears", "fund_id, loan_id, due_date, principal, interest, costs", "iitiii",
        "ON CONFLICT (fund_id, loan_id, due_date) DO UPDATE SET principal = excluded.principal, interest = "
        "excluded.interest, costs = excluded.costs"};
    Rows position_rows{positions.kinds.size()};
    Rows arrears_rows{arrears.kinds.size()};
    for (const auto& passed : loans) {
        const auto loan = passed.loan->id.value;
        add_position_to(position_rows, fund, passed.loan->id, passed.loan->position, std::int64_t{passed.active});
        std::map<Date, lending::DueItem> by_day;
        for (const auto& item : passed.open) {
            auto& sum = by_day.try_emplace(item.due, lending::DueItem{item.due, 0, {}, {}, {}}).first->second;
            sum.principal += item.principal;
            sum.interest += item.all_interest();
            sum.costs += item.costs;
        }
        for (const auto& [due, item] : by_day) {
            arrears_rows.add(fund.value, loan, to_text(due), item.principal.in_cents(), item.interest.in_cents(),
                             item.costs.in_cents());
        }
    }
    work.connection().insert(positions, position_rows);
    work.connection().insert(arrears, arrears_rows);
}

void change_dues(Work& work, FundId fund, const std::vector<DueChange>& changes)
{
    static const Insert dues{"loan_due", "fund_id, loan_id, due_date, principal, interest, costs", "iitiii",
                             "ON CONFLICT (fund_id, loan_id, due_date) DO UPDATE SET principal = loan_due.principal + "
                             "excluded.principal, interest = loan_due.interest + excluded.interest, costs = "
                             "loan_due.costs + excluded.costs"};
    static const Insert totals{"due_total", "fund_id, scheme_code, due_date, principal, interest, costs", "ittiii",
                               "ON CONFLICT (fund_id, scheme_code, due_date) DO UPDATE SET principal = "
                               "due_total.principal + excluded.principal, interest = due_total.interest + "
                               "excluded.interest, costs = due_total.costs + excluded.costs"};
    using Sum = std::array<Money, 3>;
    const auto add = [](Sum& sum, const lending::DueOnDay& change) {
        sum[0] += change.principal;
        sum[1] += change.interest;
        sum[2] += change.costs;
    };
    std::map<std::pair<std::int64_t, Date>, Sum> by_loan;
    std::map<std::pair<std::string, Date>, Sum> by_scheme;
    for (const auto& one : changes) {
        add(by_loan[{one.loan, one.change.due}], one.change);
        add(by_scheme[{one.scheme, one.change.due}], one.change);
    }
    Rows due_rows{dues.kinds.size()};
    for (const auto& [key, sum] : by_loan) {
        due_rows.add(fund.value, key.first, to_text(key.second), sum[0].in_cents(), sum[1].in_cents(),
                     sum[2].in_cents());
    }
    Rows total_rows{totals.kinds.size()};
    for (const auto& [key, sum] : by_scheme) {
        total_rows.add(fund.value, key.first, to_text(key.second), sum[0].in_cents(), sum[1].in_cents(),
                       sum[2].in_cents());
    }
    work.connection().insert(dues, due_rows);
    work.connection().insert(totals, total_rows);
}

void add_flows(Work& work, FundId fund, const FlowsByDay& flows)
{
    Rows rows{insert_of_flows().kinds.size()};
    for (const auto& [key, moved] : flows) {
        if (!is_nothing(moved)) add_flow_to(rows, fund, key.first, key.second, moved);
    }
    work.connection().insert(insert_of_flows(), rows);
}

void add_interest_accrued(Work& work, FundId fund, const InterestByDay& amounts)
{
    add_interest(work, "interest_accrued", "day", fund, amounts);
}

void add_interest_booked(Work& work, FundId fund, const InterestByDay& amounts)
{
    add_interest(work, "interest_booked", "entry_date", fund, amounts);
}

}  // namespace vierkant::storage
