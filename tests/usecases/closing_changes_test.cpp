// Closing days of loans that did not run as they were awarded: with a new plan, taken over, or with money in suspense.

#include "storage/closing_store.h"
#include "support/bank.h"
#include "support/databases.h"
#include "usecases/close_period.h"
#include "usecases/loan_booking.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace vierkant;
using namespace vierkant::testing;
using lending::EventKind;
using storage::Connection;

namespace {

void open_with_loan(Connection& connection)
{
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
    const lending::Event drawn{EventId{}, date(2026, 1, 1), EventKind::disbursement, Money::euros(10'000)};
    REQUIRE(usecases::record_loan_event(connection, task("loan", date(2026, 1, 1)), "L-1", drawn, ""));
}

usecases::ClosedDays close_until(Connection& connection, Date until)
{
    const auto receipts = usecases::close_days(connection, task("close day", until + 1), {until});
    if (!receipts) FAIL(receipts.refusal().in(Language::en));
    return receipts->front();
}

/// From 1 July on 10,000.00 and two quarters of 100.00 that were not paid, in four quarters from 1 October.
void reschedule(Connection& connection, Date today)
{
    auto terms = loan_of_ten_thousand().terms;
    terms.first_due = date(2026, 10, 1);
    terms.rates.clear();
    lending::Event event{EventId{}, date(2026, 7, 1), EventKind::rescheduling};
    event.new_plan =
        std::make_shared<const lending::Rescheduling>(lending::Rescheduling{terms, lending::Arrears::capitalised});
    REQUIRE(usecases::record_loan_event(connection, task("loan reschedule", today), "L-1", event, "test"));
}

std::string position_of(Connection& connection)
{
    std::string position;
    connection.each("SELECT state, booked FROM loan_position", {}, "tt",
                    [&](const storage::Row& row) { position = row.text(0) + " / " + row.text(1); });
    return position;
}

void check_sound(Connection& connection)
{
    for (const auto& problem : usecases::verify_administration(connection)) {
        UNSCOPED_INFO(problem.in(Language::en));
        CHECK(problem.text == nullptr);
    }
}

}  // namespace

TEST_CASE("a loan with a new plan falls due by that plan when days are closed", "[closing]")
{
    std::string known_in_time;
    on_each_database([&](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 6, 30));
        reschedule(connection, date(2026, 7, 1));
        // 10,200.00 at 4 %: 102.00 of interest in the quarter, 2,550.00 of principal.
        const auto closed = close_until(connection, date(2026, 10, 1));
        CHECK(closed.fell_due_count == 1);
        CHECK(closed.fell_due == Money::euros(2'652));
        check_sound(connection);
        known_in_time = position_of(connection);
    });
    on_each_database([&](Connection& connection) {
        open_with_loan(connection);
        close_until(connection, date(2026, 8, 15));
        reschedule(connection, date(2026, 8, 16));  // of 1 July: days that were closed
        close_until(connection, date(2026, 10, 1));
        CHECK(position_of(connection) == known_in_time);
        check_sound(connection);
    });
}

TEST_CASE("money in suspense is explained before its period is closed", "[closing]")
{
    on_each_database([](Connection& connection) {
        open_fund(connection);
        const auto unknown = movement(date(2026, 1, 20), Money::euros(123), "B1");
        REQUIRE(import_file(
            connection,
            banking::write_camt053(banking::Camt053Version::v08, {statement(1, date(2026, 1, 20), Money{}, {unknown})}),
            date(2026, 1, 21)));
        close_until(connection, date(2026, 1, 31));
        const auto close = [&](const std::string& note) {
            return usecases::close_period(connection, task("close period", date(2026, 2, 5)),
                                          {date(2026, 1, 31), "", note}, Language::en);
        };
        const auto refused = close("");
        REQUIRE_FALSE(refused);
        CHECK(refused.refusal().in(Language::en).find("123.00") != std::string::npos);
        const auto closed = close("asked the bank");
        REQUIRE(closed);
        CHECK(closed->front().period.suspense == Money::euros(123));
        check_sound(connection);
    });
}
