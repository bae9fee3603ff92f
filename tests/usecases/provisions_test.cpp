#include "usecases/provisions.h"
#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/collateral.h"
#include "usecases/loan_booking.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using arrears::CollateralKind;
using arrears::Stage;
using ledger::Account;
using storage::Connection;

namespace {

const auto today = date(2026, 9, 15);

std::string booked(Connection& connection, Date as_of, Date on = today)
{
    const auto receipt = usecases::book_provisions(connection, task("provision book", on), as_of);
    if (!receipt) return std::string{receipt.refusal().text->code};
    return std::to_string(receipt->loans) + " loans " + to_text(receipt->provision) + " change " +
           to_text(receipt->change);
}

storage::StoredCollateral mortgage(Money value)
{
    return {0, {CollateralKind::mortgage, value, 1, {}, date(2026, 1, 1), {}, {}}, "hal, akte 2026/7", {}};
}

std::string added(Connection& connection, const storage::StoredCollateral& collateral, const std::string& loan = "L-1")
{
    const auto number = usecases::add_collateral(connection, task("collateral", today), loan, collateral);
    return number ? std::to_string(*number) : std::string{number.refusal().text->code};
}

std::string released(Connection& connection, std::int64_t number, Date day, const std::string& reason)
{
    const auto done = usecases::release_collateral(connection, task("release", today), "L-1", number, day, reason);
    return done ? "" : std::string{done.refusal().text->code};
}

std::string said(Connection& connection, std::optional<Stage> stage, Date from, const std::string& reason)
{
    const auto done = usecases::override_risk(connection, task("risk", today), "L-1", stage, from, reason);
    return done ? "" : std::string{done.refusal().text->code};
}

std::string cell(const reporting::Table& table, std::size_t row, const std::string& key)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key) return reporting::machine_text(table.rows.at(row)[i], table.columns[i].type);
    }
    return "no column " + key;
}

}  // namespace

TEST_CASE("the provisions of a day are booked as the difference from those before", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        // 30 June: L-1 7,500.00 and L-2 7,500.00 perform: x 2 % x 60 % = 90.00 each. L-4 has 10,000.00, late since 1
        // April by 90 days: watch, x 20 % x 60 % = 1,200.00. L-3 was not drawn.
        CHECK(booked(connection, date(2026, 6, 30)) == "3 loans 1380.00 change 1380.00");
        CHECK(balance(connection, Account::provision) == Money::euros(-1'380));
        CHECK(balance(connection, Account::provision_expense) == Money::euros(1'380));
        // 31 August: L-1 6,575.00, 61 days late: watch, 789.00. L-2 5,000.00: 60.00. L-4 is written off: released.
        CHECK(booked(connection, date(2026, 8, 31)) == "3 loans 849.00 change -531.00");
        CHECK(balance(connection, Account::provision) == Money::euros(-849));
        CHECK(usecases::verify_administration(connection).empty());

        const auto report = usecases::make_report(connection, "provisions", today, "revolving");
        REQUIRE(report);
        const auto& loans = report->tables.at(0);
        REQUIRE(loans.rows.size() == 2);
        CHECK(cell(loans, 0, "loan") == "L-1");
        CHECK(cell(loans, 0, "stage") == "watch");
        CHECK(cell(loans, 0, "gross") == "6575.00");
        CHECK(cell(loans, 0, "provision") == "789.00");
        CHECK(cell(loans, 0, "net") == "5786.00");
        CHECK(cell(loans, 0, "rate") == "12.00");
        const auto june = usecases::make_report(connection, "provisions", date(2026, 7, 31), "revolving");
        CHECK(cell(june->tables.at(1), 1, "provision") == "1200.00");
    });
}

TEST_CASE("a loan that another took over keeps its provision, under the name of who owes it now", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        REQUIRE(booked(connection, date(2026, 6, 30)) == "3 loans 1380.00 change 1380.00");
        lending::Event transfer{EventId{}, date(2026, 7, 20), lending::EventKind::transfer};
        transfer.debtor = UndertakingId{2};
        REQUIRE(usecases::record_loan_event(connection, task("loan transfer", today), "L-1", transfer, "overname"));
        // As without the transfer: the debt is the same, and as late as it was. L-1 789.00, L-2 60.00, L-4 released.
        CHECK(booked(connection, date(2026, 8, 31)) == "3 loans 849.00 change -531.00");
        CHECK(balance(connection, Account::provision) == Money::euros(-849));
        const auto report = usecases::make_report(connection, "provisions", today, "revolving");
        REQUIRE(report);
        const auto& loans = report->tables.at(0);
        REQUIRE(loans.rows.size() == 2);
        CHECK(cell(loans, 0, "loan") == "L-1");
        CHECK(loans.rows[0][1] == reporting::Cell{std::string{"Vezel Coevorden B.V."}});
        CHECK(cell(loans, 0, "provision") == "789.00");
        // Collateral of who had the loan before goes on covering it until it is released: 4,000 x 75 % = 3,000 of
        // 6,575.
        CHECK(added(connection, mortgage(Money::euros(4'000))) == "1");
        const auto risk = usecases::risk_of(connection, *storage::find_loan(connection, "L-1"), date(2026, 8, 31));
        REQUIRE(risk);
        CHECK(risk->cover == Money::euros(3'000));
        CHECK(risk->provision == Money::euros(429));  // 3,575.00 x 20 % x 60 %
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("a provision is booked once for a day, not ahead, not back, and not in a closed period", "[usecases]")
{
    Connection connection{":memory:"};
    make_small_portfolio(connection);
    CHECK(booked(connection, today + 1) == "usecases.in_the_future");
    REQUIRE(booked(connection, date(2026, 6, 30)).starts_with("3 loans"));
    CHECK(booked(connection, date(2026, 6, 30)) == "usecases.provisions_booked");
    CHECK(booked(connection, date(2026, 5, 31)) == "usecases.provisions_booked");
    connection.execute("UPDATE fund_head SET closed_until = '2026-07-31'");
    CHECK(booked(connection, date(2026, 7, 31)) == "usecases.period_closed");
}

TEST_CASE("verify finds a provision that is not what the books hold", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        booked(connection, date(2026, 6, 30));
        without_guards(connection, "loan_provision", "UPDATE loan_provision SET provision = 1 WHERE loan_id = 1");
        std::string codes;
        for (const auto& problem : usecases::verify_administration(connection)) {
            codes += std::string{problem.text->code} + " ";
        }
        CHECK(codes.find("storage.provision_differs") != std::string::npos);
        CHECK(codes.find("storage.fact_changed") != std::string::npos);
    });
}

TEST_CASE("collateral covers a loan until it is released or expires", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        CHECK(added(connection, mortgage(Money::euros(4'000))) == "1");
        const auto risk = [&](Date day) {
            return usecases::risk_of(connection, *storage::find_loan(connection, "L-1"), day)->provision;
        };
        // 4,000 x 75 % = 3,000 of the 7,500.00; 4,500 x 2 % x 60 % = 54.00.
        CHECK(risk(date(2026, 6, 30)) == Money::euros(54));
        const auto page = usecases::show_risk(connection, "L-1", date(2026, 6, 30), Language::nl);
        REQUIRE(page);
        CHECK(cell(page->tables.at(0), 0, "coverage") == "53.3333");
        CHECK(cell(page->tables.at(1), 0, "holds") == "ja");
        CHECK(released(connection, 1, date(2026, 6, 30), "ruil") == "");
        CHECK(risk(date(2026, 6, 29)) == Money::euros(54));
        CHECK(risk(date(2026, 6, 30)) == Money::euros(90));
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("an officer's word with a reason goes before the days late until it ends", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        CHECK(said(connection, Stage::defaulted, date(2026, 6, 1), "").ends_with("reason_missing"));
        CHECK(said(connection, Stage::defaulted, today + 1, "surseance").ends_with("in_the_future"));
        CHECK(said(connection, Stage::defaulted, date(2026, 6, 1), "surseance").empty());
        CHECK(said(connection, {}, date(2026, 7, 1), "surseance ingetrokken").empty());
        const auto risk = [&](Date day) {
            return *usecases::risk_of(connection, *storage::find_loan(connection, "L-1"), day);
        };
        // 7,500 x 100 % x 60 %.
        CHECK(risk(date(2026, 6, 30)).provision == Money::euros(4'500));
        CHECK(risk(date(2026, 7, 1)).stage == Stage::performing);
        const auto table = usecases::calculate_provisions(connection, date(2026, 6, 30), Language::en);
        REQUIRE(table);
        CHECK(cell(table->tables.front(), 0, "stage") == "default");
        CHECK(cell(table->tables.front(), 0, "change") == "4500.00");
        CHECK(connection.number("SELECT COUNT(*) FROM loan_provision", {}, 9) == 0);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("collateral that cannot be is refused", "[usecases]")
{
    Connection connection{":memory:"};
    make_small_portfolio(connection);
    const auto with = [&](auto change) {
        auto collateral = mortgage(Money::euros(100));
        change(collateral);
        return added(connection, collateral);
    };
    CHECK(added(connection, mortgage(Money::euros(1)), "L-9") == "usecases.loan_unknown");
    CHECK(with([](auto& c) { c.value.value = {}; }) == "usecases.collateral_value");
    CHECK(with([](auto& c) { c.value.rank = 0; }) == "usecases.collateral_rank");
    CHECK(with([](auto& c) { c.value.prior = Money::euros(1); }) == "usecases.collateral_rank");
    CHECK(with([](auto& c) { c.description = ""; }) == "usecases.collateral_described");
    CHECK(with([](auto& c) { c.value.valued_on = today + 1; }) == "usecases.in_the_future");
    CHECK(with([](auto& c) { c.value.expires_on = date(2025, 1, 1); }) == "usecases.collateral_days");
    CHECK(connection.number("SELECT COUNT(*) FROM loan_collateral", {}, 9) == 0);

    REQUIRE(added(connection, mortgage(Money::euros(100))) == "1");
    CHECK(released(connection, 2, today, "x") == "usecases.collateral_unknown");
    CHECK(released(connection, 1, today, "") == "usecases.risk_reason_missing");
    CHECK(released(connection, 1, today + 1, "x") == "usecases.in_the_future");
    CHECK(released(connection, 1, date(2025, 12, 31), "x") == "usecases.released_too_early");
    CHECK(released(connection, 1, today, "x").empty());
    CHECK(released(connection, 1, today, "x") == "usecases.collateral_released");
}
