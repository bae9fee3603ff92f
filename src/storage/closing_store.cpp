#include "storage/closing_store.h"

#include "storage/stored.h"

#include <algorithm>
#include <array>

namespace vierkant::storage {

namespace {

constexpr std::array bookings{std::pair{InterestBooking::daily, "day"}, std::pair{InterestBooking::monthly, "month"}};

Date earliest(const std::string& opened_on, const std::string& first_entry)
{
    return stored_date(first_entry.empty() ? opened_on : std::min(opened_on, first_entry));
}

std::vector<ClosingFund> funds_where(Connection& connection, const std::string& condition,
                                     std::initializer_list<Value> parameters)
{
    std::vector<ClosingFund> funds;
    connection.each(
        "SELECT f.fund_id, f.code, f.title_nl, f.title_en, f.opened_on, "
        "(SELECT r.interest_booking FROM closing_rule r WHERE r.fund_id = f.fund_id ORDER BY r.version DESC LIMIT 1), "
        "(SELECT MIN(c.closed_on) FROM closing c WHERE c.fund_id = f.fund_id AND c.kind = 'day'), "
        "(SELECT MAX(c.closed_on) FROM closing c WHERE c.fund_id = f.fund_id AND c.kind = 'day'), "
        "(SELECT MAX(c.closed_on) FROM closing c WHERE c.fund_id = f.fund_id AND c.kind = 'period'), "
        "(SELECT MIN(d.entry_date) FROM account_day d WHERE d.fund_id = f.fund_id) "
        "FROM fund f WHERE " +
            condition + " ORDER BY f.fund_id",
        parameters, "ittttttttt", [&](const Row& row) {
            funds.push_back({FundId{row.integer(0)}, row.text(1), row.text(2), row.text(3),
                             earliest(row.text(4), row.text(9)),
                             row.is_null(5) ? InterestBooking::monthly : named(bookings, row.text(5)),
                             parse_date(row.text(6)), parse_date(row.text(7)), parse_date(row.text(8))});
        });
    return funds;
}

}  // namespace

std::vector<ClosingFund> closing_funds(Connection& connection)
{
    return funds_where(connection, "f.administration_id = ?", {administration});
}

ClosingFund closing_fund(Connection& connection, FundId fund)
{
    const auto found = funds_where(connection, "f.fund_id = ?", {fund.value});
    verify(found.size() == 1, "the fund is there");
    return found.front();
}

void add_closing_rule(Work& work, FundId fund, InterestBooking booking)
{
    const auto version =
        work.connection().number("SELECT MAX(version) FROM closing_rule WHERE fund_id = ?", {fund.value}, 0) + 1;
    work.add(facts::closing_rule, {fund.value, version, name_of(bookings, booking)});
}

Money accrued_unbooked(Connection& connection, FundId fund, Date day)
{
    return Money::cents(connection.number(
        "SELECT CAST((SELECT COALESCE(SUM(amount), 0) FROM interest_accrued WHERE fund_id = ? AND day <= ?) - (SELECT "
        "COALESCE(SUM(amount), 0) FROM interest_booked WHERE fund_id = ? AND entry_date <= ?) AS BIGINT)",
        {fund.value, to_text(day), fund.value, to_text(day)}, 0));
}

void add_closed_days(Work& work, FundId fund, Date first, Date last)
{
    Rows rows{facts::closing.kinds.size()};
    for (auto day = first; day <= last; day = day + 1) rows.add(fund.value, std::string{"day"}, to_text(day));
    work.add_all(facts::closing, rows);
}

LateLoans late_loans(Connection& connection, FundId fund, Date today)
{
    LateLoans late{0, {}};
    connection.each(
        "SELECT count(DISTINCT loan_id), CAST(COALESCE(SUM(principal + interest + costs), 0) AS BIGINT) FROM "
        "loan_arrears WHERE fund_id = ? AND due_date < ?",
        {fund.value, to_text(today)}, "ii", [&](const Row& row) {
            late = {row.integer(0), Money::cents(row.integer(1))};
        });
    return late;
}

DuesAhead dues_between(Connection& connection, FundId fund, Date first, Date last)
{
    DuesAhead dues;
    connection.each(
        "SELECT count(*), CAST(COALESCE(SUM(principal + interest + costs), 0) AS BIGINT) FROM loan_due WHERE fund_id = "
        "? AND due_date >= ? AND due_date <= ?",
        {fund.value, to_text(first), to_text(last)}, "ii", [&](const Row& row) {
            dues = {row.integer(0), Money::cents(row.integer(1))};
        });
    return dues;
}

std::vector<AccountBalance> account_balances(Connection& connection, FundId fund, Date until)
{
    std::vector<AccountBalance> balances;
    connection.each(
        "SELECT a.account_id, a.code, CAST(SUM(d.debit) AS BIGINT), CAST(SUM(d.credit) AS BIGINT) FROM account_day d "
        "JOIN account a ON a.fund_id = d.fund_id AND a.account_id = d.account_id WHERE d.fund_id = ? AND d.entry_date "
        "<= ? GROUP BY a.account_id, a.code ORDER BY a.account_id",
        {fund.value, to_text(until)}, "itii", [&](const Row& row) {
            balances.push_back(
                {row.integer(0), row.text(1), Money::cents(row.integer(2)), Money::cents(row.integer(3))});
        });
    return balances;
}

std::vector<ClosedPeriod> closed_periods(Connection& connection, FundId fund)
{
    std::vector<ClosedPeriod> periods;
    connection.each(
        "SELECT p.opens_on, p.closed_on, p.last_entry_no, p.last_hash, p.suspense, p.in_transit, p.note, p.actor, "
        "w.day FROM closed_period p JOIN work w ON w.administration_id = ? AND w.work_no = p.work_no "
        "WHERE p.fund_id = ? ORDER BY p.closed_on",
        {administration, fund.value}, "ttitiittt", [&](const Row& row) {
            periods.push_back({fund, stored_date(row.text(0)), stored_date(row.text(1)), row.integer(2), row.text(3),
                               Money::cents(row.integer(4)), Money::cents(row.integer(5)), row.text(6), row.text(7),
                               stored_date(row.text(8))});
        });
    return periods;
}

ChainHead chain_head(Connection& connection, FundId fund)
{
    ChainHead head{0, std::string{no_hash}};
    connection.each("SELECT last_entry_no, last_hash FROM fund_head WHERE fund_id = ?", {fund.value}, "it",
                    [&](const Row& row) {
                        head = {row.integer(0), row.text(1)};
                    });
    return head;
}

void add_closed_period(Work& work, const ClosedPeriod& period, const std::vector<AccountBalance>& balances)
{
    const auto last_day = to_text(period.closed_on);
    work.add(facts::closing, {period.fund.value, std::string{"period"}, last_day});
    work.add(facts::closed_period,
             {period.fund.value, last_day, to_text(period.opens_on), period.last_entry_no, period.last_hash,
              period.suspense.in_cents(), period.in_transit.in_cents(), period.note, period.actor});
    Rows rows{facts::closed_balance.kinds.size()};
    for (const auto& balance : balances) {
        rows.add(period.fund.value, last_day, balance.account, balance.debit.in_cents(), balance.credit.in_cents());
    }
    work.add_all(facts::closed_balance, rows);
    work.connection().execute("UPDATE fund_head SET closed_until = ? WHERE fund_id = ?", {last_day, period.fund.value});
}

}  // namespace vierkant::storage
