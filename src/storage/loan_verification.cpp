#include "storage/loan_batch.h"
#include "storage/messages.h"
#include "storage/verification.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vierkant::storage {

namespace {

/// What flowed through the loans of a fund, in the order of flow_members, and what was capitalised.
using Flows = std::array<Money, 9>;
constexpr std::array flow_members{&lending::Totals::disbursed,          &lending::Totals::principal_repaid,
                                  &lending::Totals::interest_received,  &lending::Totals::costs_received,
                                  &lending::Totals::principal_remitted, &lending::Totals::principal_written_off,
                                  &lending::Totals::recovered,          &lending::Totals::default_interest_received};

void verify_flows(Connection& connection, std::map<std::int64_t, Flows> of_loans, Problems& problems)
{
    connection.each(
        "SELECT fund_id, CAST(SUM(disbursed) AS BIGINT), CAST(SUM(repaid) AS BIGINT), CAST(SUM(interest_received) AS "
        "BIGINT), CAST(SUM(costs_received) AS BIGINT), CAST(SUM(remitted) AS BIGINT), CAST(SUM(written_off) AS "
        "BIGINT), CAST(SUM(recovered) AS BIGINT), CAST(SUM(default_interest_received) AS BIGINT), "
        "CAST(SUM(capitalised) AS "
        "BIGINT) FROM loan_flow GROUP BY fund_id",
        {}, "iiiiiiiiii", [&](const Row& row) {
            auto& flows = of_loans[row.integer(0)];
            for (std::size_t i = 0; i < flows.size(); ++i) flows[i] = flows[i] - Money::cents(row.integer(i + 1));
        });
    for (const auto& [fund, difference] : of_loans) {
        if (std::all_of(difference.begin(), difference.end(), [](Money m) { return m == Money{}; })) continue;
        problems.push_back(refuse(flows_differ, {{"fund", std::to_string(fund)}}));
    }
    // Day by day, what was lent and did not come back is what the loans account holds.
    connection.each(
        "SELECT fund_id, entry_date FROM (SELECT fund_id, entry_date, disbursed + capitalised - repaid - remitted - "
        "written_off AS "
        "moved FROM loan_flow UNION ALL SELECT fund_id, entry_date, credit - debit FROM account_day WHERE account_id = "
        "?) both_sides GROUP BY fund_id, entry_date HAVING SUM(moved) <> 0 ORDER BY fund_id, entry_date",
        {static_cast<std::int64_t>(ledger::Account::loans)}, "it", [&](const Row& row) {
            problems.push_back(
                refuse(calendar_differs, {{"fund", std::to_string(row.integer(0))}, {"day", row.text(1)}}));
        });
}

/// What is open on each day, as loan_arrears has it.
std::vector<lending::DueOnDay> arrears_of(const lending::State& state)
{
    std::map<Date, lending::DueOnDay> days;
    for (const auto& item : state.open) {
        auto& day = days.try_emplace(item.due, lending::DueOnDay{item.due, {}, {}, {}}).first->second;
        day.principal += item.principal;
        day.interest += item.all_interest();
        day.costs += item.costs;
    }
    std::vector<lending::DueOnDay> rows;
    for (const auto& [due, day] : days) rows.push_back(day);
    return rows;
}

/// The checkpoint and the calendar follow from the opening and the events alone, and stop at the day of the last one.
void verify_calendar(Connection& connection, const StoredLoan& loan, const LoanPosition& position,
                     const std::vector<lending::Event>& events, const std::function<void(const std::string&)>& differs)
{
    std::optional<Date> last;
    if (loan.terms.opening) last = loan.terms.opening->on;
    for (const auto& event : events) last = std::max(last.value_or(event.value_date), event.value_date);
    lending::Calendar calendar;
    if (last) {
        lending::Trace trace;
        const auto state = lending::replay(loan.terms, events, *last, &trace);
        if (!(state == position.state)) differs("checkpoint");
        calendar = lending::calendar_until(loan.terms, state, trace, position.booked_until);
    }
    if (!last) calendar = lending::calendar_until(loan.terms, {}, {}, position.booked_until);
    if (!(calendar_of(connection, loan) == calendar)) differs("calendar");
}

void verify_replay(Connection& connection, const StoredLoan& loan, std::map<std::int64_t, Flows>& flows,
                   Problems& problems)
{
    std::string differences;
    const auto differs = [&](const std::string& what) { differences += (differences.empty() ? "" : ", ") + what; };
    const auto position = position_of(connection, loan);
    const auto capitalised = position.booked.capitalised();
    const auto events = events_of(connection, loan);
    const auto state = lending::replay(loan.terms, events, position.booked_until);
    if (lending::totals(loan.terms, state) != position.booked) differs("totals");
    if (static_cast<std::int64_t>(events.size()) != position.last_event_no) differs("events");
    if (arrears_of(connection, loan) != arrears_of(state)) differs("arrears");
    verify_calendar(connection, loan, position, events, differs);
    auto& of_fund = flows[loan.fund.value];
    for (std::size_t i = 0; i < flow_members.size(); ++i) of_fund[i] += position.booked.*flow_members[i];
    of_fund.back() += capitalised;
    const auto account = static_cast<std::int64_t>(ledger::Account::loans);
    const auto in_ledger = connection.number(
        "SELECT CAST(SUM(CASE WHEN debit_account = ? THEN amount WHEN credit_account = ? THEN -amount ELSE 0 END) AS "
        "BIGINT) "
        "FROM posting WHERE fund_id = ? AND loan_id = ?",
        {account, account, loan.fund.value, loan.id.value}, 0);
    if (Money::cents(in_ledger) != position.booked.outstanding()) differs("principal");
    if (differences.empty()) return;
    problems.push_back(refuse(loan_differs, {{"loan", loan.number}, {"what", differences}}));
}

}  // namespace

void verify_loans(Connection& connection, Problems& problems)
{
    std::vector<std::string> numbers;
    connection.each("SELECT number FROM loan ORDER BY fund_id, loan_id", {}, "t",
                    [&](const Row& row) { numbers.push_back(row.text(0)); });
    std::map<std::int64_t, Flows> flows;
    for (const auto& number : numbers) {
        if (const auto loan = find_loan(connection, number)) verify_replay(connection, *loan, flows, problems);
    }
    verify_flows(connection, flows, problems);
}

void verify_calendars(Connection& connection, Problems& problems)
{
    const auto report = [&](const Row& row) {
        problems.push_back(refuse(calendar_differs, {{"fund", std::to_string(row.integer(0))}, {"day", row.text(1)}}));
    };
    connection.each(
        "SELECT fund_id, due_date FROM ("
        " SELECT d.fund_id, l.scheme_code, d.due_date, d.principal, d.interest, d.costs FROM loan_due d"
        "  JOIN loan l ON l.fund_id = d.fund_id AND l.loan_id = d.loan_id"
        " UNION ALL SELECT fund_id, scheme_code, due_date, -principal, -interest, -costs FROM due_total) both_sides "
        "GROUP BY fund_id, scheme_code, due_date HAVING SUM(principal) <> 0 OR SUM(interest) <> 0 OR SUM(costs) <> 0 "
        "ORDER BY fund_id, due_date",
        {}, "it", report);
    connection.each(
        "SELECT fund_id, settled_on FROM ("
        " SELECT s.fund_id, l.scheme_code, s.due_date, s.settled_on, s.principal, s.interest, s.costs, s.prepaid, "
        "s.given_up"
        "  FROM loan_settlement s JOIN loan l ON l.fund_id = s.fund_id AND l.loan_id = s.loan_id"
        " UNION ALL SELECT fund_id, scheme_code, due_date, settled_on, -principal, -interest, -costs, -prepaid, "
        "-given_up"
        "  FROM settlement_total) both_sides "
        "GROUP BY fund_id, scheme_code, due_date, settled_on HAVING SUM(principal) <> 0 OR SUM(interest) <> 0 OR "
        "SUM(costs) <> 0 OR SUM(prepaid) <> 0 OR SUM(given_up) <> 0 ORDER BY fund_id, settled_on",
        {}, "it", report);
    connection.each(
        "SELECT fund_id, due_date FROM ("
        " SELECT d.fund_id, d.due_date, d.settled_on, d.principal + d.interest + d.costs AS due,"
        "  COALESCE(s.settled, 0) AS settled, s.last_on"
        "  FROM loan_due d LEFT JOIN (SELECT fund_id, loan_id, due_date, SUM(principal + interest + costs) AS settled, "
        "   MAX(CASE WHEN principal + interest + costs <> 0 THEN settled_on END) AS last_on"
        "   FROM loan_settlement GROUP BY fund_id, loan_id, due_date) s"
        "  ON s.fund_id = d.fund_id AND s.loan_id = d.loan_id AND s.due_date = d.due_date) compared "
        "WHERE due > 0 AND COALESCE(settled_on, '') <> CASE WHEN settled = due THEN last_on ELSE '' END "
        "ORDER BY fund_id, due_date",
        {}, "it", report);
}

}  // namespace vierkant::storage
