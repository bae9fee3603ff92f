// What the close of days and periods keeps, recomputed from the loans, the events and the day totals.

#include "domain/lending/day_walk.h"
#include "storage/closing_store.h"
#include "storage/messages.h"
#include "storage/verification.h"

#include <map>
#include <string>
#include <vector>

namespace vierkant::storage {

namespace {

constexpr std::size_t loans_at_once = 1'000;  // bounds the memory

/// Recomputes what is kept about the loans of a fund, a thousand at a time.
class LoansOfFund {
public:
    LoansOfFund(Connection& connection, const ClosingFund& fund, Problems& problems)
        : connection_{connection}, fund_{fund}, problems_{problems}
    {
        if (fund.closed_day) known_until_ = late_known(connection, fund.id, *fund.closed_day).known_until;
    }

    void verify_all()
    {
        LoansToClose every{connection_, fund_.id, std::nullopt};
        for (auto loans = every.next(loans_at_once); !loans.empty(); loans = every.next(loans_at_once)) {
            verify_some(loans);
        }
        compare_interest("interest_accrued", "day", accrued_);
        connection_.each(
            "SELECT scheme_code, CAST(SUM(amount) AS BIGINT) FROM interest_booked WHERE fund_id = ? GROUP "
            "BY scheme_code",
            {fund_.id.value}, "ti", [&](const Row& row) { booked_[row.text(0)] -= Money::cents(row.integer(1)); });
        for (const auto& [scheme, difference] : booked_) {
            if (!difference.is_zero()) report(interest_differs, fund_.closed_day.value_or(fund_.begins_on));
        }
    }

private:
    void report(const Text& text, Date day)
    {
        problems_.push_back(refuse(text, {{"fund", fund_.code}, {"day", to_text(day)}}));
    }

    void verify_some(const std::vector<ClosingLoan>& loans)
    {
        std::vector<std::int64_t> numbers;
        for (const auto& loan : loans) numbers.push_back(loan.id.value);
        const auto all_known = known_events_of(connection_, fund_.id, numbers);
        for (const auto& loan : loans) {
            booked_[loan.scheme] += loan.position.booked.interest_accrued;
            if (loan.work_no > known_until_) continue;
            std::vector<lending::Event> at_close;
            const auto known = all_known.find(loan.id);
            if (known != all_known.end()) {
                for (const auto& one : known->second) {
                    if (one.work_no <= known_until_) at_close.push_back(one.event);
                }
            }
            accrue(loan, at_close);
        }
    }

    /// What accrued on each closed day by what was known when the last one was closed.
    void accrue(const ClosingLoan& loan, const std::vector<lending::Event>& events)
    {
        if (!fund_.closed_day) return;
        lending::DayWalk walk{*loan.terms, events};
        Money before;
        for (auto day = *fund_.first_closed; day <= *fund_.closed_day; day = day + 1) {
            const auto until = walk.interest_accrued_until(day);
            if (until != before) accrued_[{loan.scheme, day}] += until - before;
            before = until;
        }
    }

    void compare_interest(const std::string& table, const std::string& day_column, InterestByDay computed)
    {
        connection_.each("SELECT scheme_code, " + day_column + ", amount FROM " + table + " WHERE fund_id = ?",
                         {fund_.id.value}, "tti", [&](const Row& row) {
                             const auto day = parse_date(row.text(1));
                             if (day) computed[{row.text(0), *day}] -= Money::cents(row.integer(2));
                         });
        for (const auto& [key, difference] : computed) {
            if (!difference.is_zero()) report(interest_differs, key.second);
        }
    }

    Connection& connection_;
    const ClosingFund& fund_;
    Problems& problems_;
    std::int64_t known_until_ = 0;
    InterestByDay accrued_;
    std::map<std::string, Money> booked_;
};

void verify_closed_days(Connection& connection, const ClosingFund& fund, Problems& problems)
{
    if (!fund.closed_day) return;
    const auto days =
        connection.number("SELECT count(*) FROM closing WHERE fund_id = ? AND kind = 'day'", {fund.id.value}, 0);
    if (days == *fund.closed_day - *fund.first_closed + 1) return;
    problems.push_back(refuse(closing_differs, {{"fund", fund.code}, {"day", to_text(*fund.closed_day)}}));
}

void verify_closed_periods(Connection& connection, const ClosingFund& fund, Problems& problems)
{
    const auto differs = [&](const std::string& day) {
        problems.push_back(refuse(closing_differs, {{"fund", fund.code}, {"day", day}}));
    };
    const auto closed_until = storage::closed_until(connection, fund.id);
    if (closed_until != fund.closed_period) {
        differs(closed_until ? to_text(*closed_until) : fund.closed_period ? to_text(*fund.closed_period) : "");
    }
    connection.each(
        "SELECT p.closed_on FROM closed_period p LEFT JOIN entry e ON e.fund_id = p.fund_id AND e.entry_no = "
        "p.last_entry_no WHERE p.fund_id = ? AND p.last_entry_no > 0 AND COALESCE(e.hash, '') <> p.last_hash",
        {fund.id.value}, "t", [&](const Row& row) { differs(row.text(0)); });
    connection.each(
        "SELECT closed_on FROM (SELECT p.closed_on, b.account_id, b.debit, b.credit FROM closed_period p JOIN "
        "closed_balance b ON b.fund_id = p.fund_id AND b.closed_on = p.closed_on WHERE p.fund_id = ? UNION ALL SELECT "
        "p.closed_on, d.account_id, -d.debit, -d.credit FROM closed_period p JOIN account_day d ON d.fund_id = "
        "p.fund_id AND d.entry_date <= p.closed_on WHERE p.fund_id = ?) both_sides GROUP BY closed_on, account_id "
        "HAVING SUM(debit) <> 0 OR SUM(credit) <> 0 ORDER BY closed_on",
        {fund.id.value, fund.id.value}, "t", [&](const Row& row) { differs(row.text(0)); });
}

}  // namespace

void verify_closings(Connection& connection, Problems& problems)
{
    for (const auto& fund : closing_funds(connection)) {
        verify_closed_days(connection, fund, problems);
        verify_closed_periods(connection, fund, problems);
        LoansOfFund{connection, fund, problems}.verify_all();
    }
}

}  // namespace vierkant::storage
