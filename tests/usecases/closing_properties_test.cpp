#include "support/administration.h"
#include "support/databases.h"
#include "usecases/close_days.h"
#include "usecases/loan_booking.h"
#include "usecases/verify_administration.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>

using namespace vierkant;
using namespace vierkant::testing;
using lending::EventKind;
using storage::Connection;

namespace {

const Date opened = date(2026, 1, 1);
const Date last = date(2026, 4, 30);

/// Something that happened to a loan on a day, and the day on which it became known.
struct Happened {
    std::int64_t loan;
    lending::Event event;
    Date known_on;
};

storage::StoredLoan any_loan(std::int64_t id)
{
    auto loan = loan_of_ten_thousand(id);
    loan.scheme = *rc::gen::element<std::string>("investment-loan", "proof-production-loan");
    auto& terms = loan.terms;
    terms.method = *rc::gen::element(lending::Method::annuity, lending::Method::linear, lending::Method::bullet);
    terms.every = *rc::gen::inRange(1, 3);
    terms.instalments = *rc::gen::inRange(2, 24);
    terms.first_due = opened + *rc::gen::inRange(20, 60);
    terms.interest_period = *rc::gen::element(lending::InterestPeriod::daily, lending::InterestPeriod::per_instalment);
    terms.day_count =
        *rc::gen::element(lending::DayCount::thirty_e_360, lending::DayCount::act_365f, lending::DayCount::act_act);
    terms.rates = {{opened, Rate{*rc::gen::inRange(0, 90'000)}}};
    return loan;
}

/// Each loan is drawn in January; then payments of any amount, known at once or up to two months later.
std::vector<Happened> any_history(const std::vector<storage::StoredLoan>& loans)
{
    std::vector<Happened> history;
    for (const auto& loan : loans) {
        const auto drawn = opened + *rc::gen::inRange(0, 20);
        history.push_back({loan.id.value, {EventId{}, drawn, EventKind::disbursement, loan.amount}, drawn});
        const auto payments = *rc::gen::inRange(0, 5);
        for (int i = 0; i < payments; ++i) {
            const auto value = drawn + *rc::gen::inRange(1, 110);
            const auto known = value + *rc::gen::element(0, 0, 1, 12, 60);
            if (known > last) continue;
            history.push_back({loan.id.value,
                               {EventId{}, value, EventKind::payment, Money::cents(*rc::gen::inRange(1, 400'000))},
                               known});
        }
    }
    std::stable_sort(history.begin(), history.end(),
                     [](const Happened& a, const Happened& b) { return a.known_on < b.known_on; });
    return history;
}

void close_until(Connection& connection, Date until)
{
    RC_ASSERT(static_cast<bool>(usecases::close_days(connection, task("close day", until + 1), {until})));
}

/// Tells the history day by day; `closes_on` says after which days the days up to then are closed.
void live(Connection& connection, const std::vector<storage::StoredLoan>& loans, const std::vector<Happened>& history,
          storage::InterestBooking booking, const std::function<bool(Date)>& closes_on)
{
    open_fund(connection);
    for (const auto& loan : loans) award(connection, loan);
    RC_ASSERT(static_cast<bool>(
        usecases::set_interest_booking(connection, task("close interest", opened), "revolving", booking)));
    auto next = history.begin();
    for (auto day = opened; day <= last; day = day + 1) {
        for (; next != history.end() && next->known_on == day; ++next) {
            // A payment on a loan that is repaid by then is refused in each of the two: that is all the same here.
            (void)usecases::record_loan_event(connection, task("loan", day), "L-" + std::to_string(next->loan),
                                              next->event, "");
        }
        if (closes_on(day)) close_until(connection, day);
    }
    close_until(connection, last);
    std::string problems;
    for (const auto& problem : usecases::verify_administration(connection)) problems += problem.in(Language::en) + "\n";
    RC_ASSERT(problems == "");
}

std::string text_of(Connection& connection, const std::string& sql)
{
    std::string text;
    connection.each(sql, {}, "tttt", [&](const storage::Row& row) {
        text += row.text(0) + " " + row.text(1) + " " + row.text(2) + " " + row.text(3) + "\n";
    });
    return text;
}

std::string cast(const std::string& number)
{
    return "CAST(" + number + " AS TEXT)";
}

/// States, what is late, what fell due, what accrued on each day, and the balances. (Not up to when a loan was looked
/// at that owes nothing any more: that depends on when it became known.)
std::string standing(Connection& connection)
{
    return text_of(connection,
                   "SELECT state, booked, CASE WHEN active = 1 THEN booked_until ELSE '' END, '' FROM loan_position "
                   "ORDER BY fund_id, loan_id") +
           text_of(connection, "SELECT " + cast("loan_id") + ", due_date, " + cast("principal") + ", " +
                                   cast("interest") + " FROM loan_arrears ORDER BY fund_id, loan_id, due_date") +
           text_of(connection,
                   "SELECT " + cast("loan_id") + ", due_date, " + cast("principal") + ", " + cast("interest") +
                       " FROM loan_due WHERE due_date <= '2026-04-30' ORDER BY fund_id, loan_id, due_date") +
           text_of(connection, "SELECT scheme_code, day, " + cast("amount") +
                                   ", '' FROM interest_accrued WHERE amount <> 0 ORDER BY scheme_code, day") +
           text_of(connection, "SELECT " + cast("account_id") + ", " + cast("SUM(debit - credit)") +
                                   ", '', '' FROM account_day GROUP BY account_id ORDER BY account_id");
}

std::string day_balances(Connection& connection)
{
    return text_of(connection, "SELECT " + cast("account_id") + ", entry_date, " + cast("debit") + ", " +
                                   cast("credit") + " FROM account_day ORDER BY account_id, entry_date") +
           text_of(connection, "SELECT scheme_code, entry_date, " + cast("amount") +
                                   ", '' FROM interest_booked ORDER BY scheme_code, entry_date");
}

std::vector<storage::StoredLoan> any_loans()
{
    std::vector<storage::StoredLoan> loans;
    const auto count = *rc::gen::inRange(1, 4);
    for (int id = 1; id <= count; ++id) loans.push_back(any_loan(id));
    return loans;
}

}  // namespace

TEST_CASE("closing day by day comes to the same as closing at once", "[closing][property]")
{
    CHECK(rc::check("day by day, in lumps, at once", [] {
        const auto loans = any_loans();
        auto history = any_history(loans);
        // All known before the first close, as it happened: then the days of the entries agree too.
        const auto known_by = date(2026, 3, 1);
        std::erase_if(history, [&](const Happened& one) { return one.known_on > known_by; });
        const auto booking = *rc::gen::element(storage::InterestBooking::daily, storage::InterestBooking::monthly);
        const auto lump = *rc::gen::inRange(2, 40);
        Connection daily{":memory:"};
        Connection lumps{":memory:"};
        Connection at_once{":memory:"};
        for (auto* connection : {&daily, &lumps, &at_once}) storage::migrate(*connection);
        live(daily, loans, history, booking, [&](Date day) { return day > known_by; });
        live(lumps, loans, history, booking, [&](Date day) { return day > known_by && day.serial() % lump == 0; });
        live(at_once, loans, history, booking, [](Date) { return false; });
        RC_ASSERT(standing(daily) == standing(at_once));
        RC_ASSERT(standing(lumps) == standing(at_once));
        RC_ASSERT(day_balances(daily) == day_balances(at_once));
        RC_ASSERT(day_balances(lumps) == day_balances(at_once));
    }));
}

TEST_CASE("facts that come late to closed days come to the same as closing when all is known", "[closing][property]")
{
    CHECK(rc::check("late facts", [] {
        const auto loans = any_loans();
        const auto history = any_history(loans);
        const auto booking = *rc::gen::element(storage::InterestBooking::daily, storage::InterestBooking::monthly);
        Connection late{":memory:"};
        Connection closed_at_end{":memory:"};
        for (auto* connection : {&late, &closed_at_end}) storage::migrate(*connection);
        live(late, loans, history, booking, [](Date) { return true; });
        live(closed_at_end, loans, history, booking, [](Date) { return false; });
        RC_ASSERT(standing(late) == standing(closed_at_end));
    }));
}
