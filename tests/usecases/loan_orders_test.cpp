#include "usecases/loan_orders.h"

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/list_orders.h"
#include "usecases/loan_booking.h"
#include "usecases/release_order.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using ledger::Account;
using storage::Connection;
using storage::OrderKind;

namespace {

// The account of the examples in ISO 13616: its check digits are right.
const std::string iban = "NL91ABNA0417164300";

storage::Task by(const std::string& actor, Date today)
{
    auto given = task("order", today);
    given.actor = actor;
    return given;
}

std::string prepared(Connection& connection, OrderKind kind, Money amount, Date today,
                     std::optional<Date> value_date = std::nullopt, const std::string& account = iban)
{
    const auto order =
        usecases::prepare_loan_order(connection, by("anna", today), {"L-1", kind, amount, value_date, account, ""});
    return order ? order->number : std::string{order.refusal().text->code};
}

std::string released(Connection& connection, const std::string& number, const std::string& actor, Date today)
{
    const auto receipt = usecases::release_order(connection, by(actor, today), number);
    return receipt ? "entry " + std::to_string(receipt->entry_no) : std::string{receipt.refusal().text->code};
}

void open_with_loan(Connection& connection)
{
    open_fund(connection);
    award(connection, loan_of_ten_thousand());
}

}  // namespace

TEST_CASE("a disbursement is prepared by one officer and released by another", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto today = date(2026, 1, 2);
        REQUIRE(prepared(connection, OrderKind::disbursement, Money::euros(10'000), today) == "O-000001");
        CHECK(balance(connection, Account::loans).is_zero());
        CHECK(usecases::list_orders(connection, today, Language::nl).tables.front().rows.size() == 1);

        CHECK(released(connection, "O-000001", "anna", today) == "usecases.order_own");
        CHECK(released(connection, "O-000001", "bram", today) == "entry 2");
        CHECK(balance(connection, Account::loans) == Money::euros(10'000));
        CHECK(balance(connection, Account::committed).is_zero());
        CHECK(released(connection, "O-000001", "bram", today) == "usecases.order_released");
        CHECK(released(connection, "O-000009", "bram", today) == "usecases.order_unknown");

        // The money is on its way until the bank shows it, under the order's number.
        std::string transfer;
        connection.each(
            "SELECT kind, amount, iban, end_to_end_id FROM transfer", {}, "titt", [&](const storage::Row& row) {
                transfer += row.text(0) + " " + std::to_string(row.integer(1)) + " " + row.text(2) + " " + row.text(3);
            });
        CHECK(transfer == "disbursement -1000000 " + iban + " O-000001");
        CHECK(usecases::list_orders(connection, today, Language::nl).tables.front().rows.empty());
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("orders that together are more than the award are refused", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto today = date(2026, 1, 2);
        CHECK(prepared(connection, OrderKind::disbursement, Money::euros(10'001), today) ==
              "lending.drawn_above_award");
        CHECK(prepared(connection, OrderKind::disbursement, Money::euros(6'000), today) == "O-000001");
        CHECK(prepared(connection, OrderKind::disbursement, Money::euros(6'000), today) == "usecases.orders_exceed");
        REQUIRE(usecases::withdraw_order(connection, by("anna", today), "O-000001", "verkeerd bedrag"));
        CHECK(released(connection, "O-000001", "bram", today) == "usecases.order_withdrawn");
        CHECK(prepared(connection, OrderKind::disbursement, Money::euros(6'000), today) == "O-000002");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a disbursement that cannot be is refused when it is prepared", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        const auto refusal = [&](Money amount, Date value_date, const std::string& account = iban) {
            return prepared(connection, OrderKind::disbursement, amount, date(2026, 2, 1), value_date, account);
        };
        CHECK(refusal(Money::euros(1), date(2025, 12, 31)) == "lending.drawn_before_award");
        CHECK(refusal(Money::euros(1), date(2026, 4, 1)) == "lending.drawn_after_first_due");
        CHECK(refusal(Money{}, date(2026, 2, 1)) == "lending.amount_not_positive");
        CHECK(refusal(Money::euros(-1), date(2026, 2, 1)) == "lending.amount_not_positive");
        CHECK(refusal(Money::euros(1), date(2026, 2, 1), "NL91ABNA0417164301") == "parties.wrong_iban");
        CHECK(refusal(Money::euros(1), date(2026, 2, 1), "") == "usecases.iban_missing");
        connection.execute("UPDATE fund_head SET closed_until = '2026-01-31'");
        CHECK(refusal(Money::euros(1), date(2026, 1, 31)) == "usecases.period_closed");
        CHECK(connection.number("SELECT count(*) FROM payment_order", {}, -1) == 0);
    });
}

TEST_CASE("an order takes effect on the day of its release unless it names another", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        REQUIRE(prepared(connection, OrderKind::disbursement, Money::euros(4'000), date(2026, 1, 2)) == "O-000001");
        REQUIRE(prepared(connection, OrderKind::disbursement, Money::euros(6'000), date(2026, 1, 2),
                         date(2026, 1, 9)) == "O-000002");
        CHECK(released(connection, "O-000001", "bram", date(2026, 1, 5)) == "entry 2");
        CHECK(released(connection, "O-000002", "bram", date(2026, 1, 5)) == "usecases.in_the_future");
        CHECK(released(connection, "O-000002", "bram", date(2026, 1, 9)) == "entry 3");
        std::string days;
        connection.each("SELECT value_date FROM loan_event ORDER BY event_no", {}, "t",
                        [&](const storage::Row& row) { days += row.text(0) + " "; });
        CHECK(days == "2026-01-05 2026-01-09 ");
    });
}

TEST_CASE("what was received too much is paid back, and a remission gives up a claim", "[usecases]")
{
    on_each_database([](Connection& connection) {
        open_with_loan(connection);
        prepared(connection, OrderKind::disbursement, Money::euros(10'000), date(2026, 1, 1));
        released(connection, "O-000001", "bram", date(2026, 1, 1));
        CHECK(prepared(connection, OrderKind::refund, Money::euros(10), date(2026, 2, 15)) ==
              "lending.more_than_overpaid");
        CHECK(prepared(connection, OrderKind::remission, Money::euros(10'051), date(2026, 2, 15)) ==
              "lending.more_than_owed");
        // 1,000.00 is remitted halfway the quarter. A day later 9,000.00 and 51.00 of interest are owed (45 of 90 days
        // over 10,000.00 and one over 9,000.00): 9,061.00 is 10.00 too much.
        REQUIRE(prepared(connection, OrderKind::remission, Money::euros(1'000), date(2026, 2, 15)) == "O-000002");
        CHECK(released(connection, "O-000002", "bram", date(2026, 2, 15)) == "entry 3");
        CHECK(balance(connection, Account::remission) == Money::euros(1'000));
        REQUIRE(usecases::record_loan_event(
            connection, by("anna", date(2026, 2, 16)), "L-1",
            {EventId{}, date(2026, 2, 16), lending::EventKind::payment, Money::euros(9'061)}, ""));
        CHECK(balance(connection, Account::overpayments) == Money::euros(-10));
        REQUIRE(prepared(connection, OrderKind::refund, Money::euros(10), date(2026, 2, 20)) == "O-000003");
        CHECK(released(connection, "O-000003", "bram", date(2026, 2, 20)) == "entry 5");
        CHECK(balance(connection, Account::overpayments).is_zero());
        // What is on its way is what is on the transit account.
        CHECK(Money::cents(connection.number("SELECT CAST(SUM(amount) AS BIGINT) FROM transfer", {}, 0)) ==
              balance(connection, Account::transit));
        CHECK(usecases::verify_administration(connection).empty());
    });
}
