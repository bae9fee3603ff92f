#include "usecases/loan_statement.h"

#include "reporting/render.h"
#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/calculate_late.h"
#include "usecases/call_in.h"
#include "usecases/preview_loan.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using storage::Connection;

namespace {

/// The text of the cell of the last row (or of the only one) of a table.
std::string last(const reporting::Table& table, const std::string& key)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == key) return reporting::machine_text(table.rows.back()[i], table.columns[i].type);
    }
    return "no column " + key;
}

std::string code(const Result<reporting::Report>& report)
{
    return report ? "" : std::string{report.refusal().text->code};
}

const auto today = date(2026, 9, 15);

}  // namespace

TEST_CASE("the borrower's statement goes from the award to today and ends with what is owed", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto report = usecases::loan_statement(connection, "L-1", {}, today, today, Language::nl);
        REQUIRE(report);
        REQUIRE(report->tables.size() == 4);
        // Drawn 10,000.00; interest 100.00 and 75.00 fell due; 2,600.00 and 1,000.00 were paid.
        CHECK(last(report->tables[0], "balance") == "6575.00");
        CHECK(report->tables[1].rows.size() == 2);
        CHECK(report->tables[2].rows.empty());
        // 1 July to 10 July 7,500.00, then 6,575.00, at 4 % a quarter of 92 days: 7.34 + 47.88.
        CHECK(last(report->tables[3], "running_interest") == "55.22");

        const auto part =
            usecases::loan_statement(connection, "L-1", date(2026, 7, 1), date(2026, 7, 9), today, Language::en);
        REQUIRE(part);
        CHECK(last(part->tables[0], "balance") == "7575.00");
        CHECK(reporting::render_text(*part, Language::en).find("instalment 2 falls due") != std::string::npos);
    });
}

TEST_CASE("the confirmation of balance says by kind what is owed at the end of a day", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto report = usecases::loan_confirmation(connection, "L-1", date(2026, 6, 30), today, Language::nl);
        REQUIRE(report);
        const auto& balance = report->tables.front();
        CHECK(last(balance, "borrower") == "Kunststof Emmen B.V.");
        CHECK(last(balance, "outstanding") == "7500.00");
        // 90 of the 91 days of the second quarter: 75.00 x 90 / 91.
        CHECK(last(balance, "interest_running") == "74.18");
        CHECK(last(balance, "total") == "7574.18");
        CHECK(last(balance, "undrawn") == "0.00");
        const auto undrawn = usecases::loan_confirmation(connection, "L-3", today, today, Language::nl);
        CHECK(last(undrawn->tables.front(), "undrawn") == "10000.00");
    });
}

TEST_CASE("a statement of days ahead, of crossed days or of no loan is refused", "[usecases]")
{
    Connection connection{":memory:"};
    make_small_portfolio(connection);
    const auto statement = [&](const std::string& loan, std::optional<Date> from, Date until) {
        return code(usecases::loan_statement(connection, loan, from, until, today, Language::nl));
    };
    CHECK(statement("L-9", {}, today) == "usecases.loan_unknown");
    CHECK(statement("L-1", {}, today + 1) == "usecases.day_ahead");
    CHECK(statement("L-1", today, today - 1) == "usecases.days_crossed");
    CHECK(statement("L-1", {}, date(2020, 1, 1)).empty());
    CHECK(code(usecases::loan_confirmation(connection, "L-9", today, today, Language::nl)) == "usecases.loan_unknown");
    CHECK(code(usecases::loan_confirmation(connection, "L-1", today + 1, today, Language::nl)) == "usecases.day_ahead");
}

TEST_CASE("a late loan is called in: all that was not due falls due at once", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto call_in = [&](const std::string& loan, std::optional<Money> amount, const std::string& ground) {
            const auto receipt =
                usecases::call_in_loan(connection, task("call in", today), loan, amount, today, ground);
            return receipt ? to_text(receipt->outstanding) : std::string{receipt.refusal().text->code};
        };
        CHECK(call_in("L-2", {}, "") == "usecases.not_late");
        CHECK(call_in("L-1", Money::euros(5'001), "") == "lending.more_than_owed");
        // Looked at first: nothing is booked, and what would be refused is.
        const auto event = usecases::call_in_event(connection, "L-1", {}, today, "", today);
        REQUIRE(event);
        CHECK(usecases::preview_loan_event(connection, "L-1", *event, today, Language::nl));
        CHECK_FALSE(usecases::call_in_event(connection, "L-2", {}, today, "", today));
        CHECK(call_in("L-1", {}, "") == "6575.00");
        const auto state =
            lending::replay(loan_of_ten_thousand().terms,
                            storage::events_of(connection, *storage::find_loan(connection, "L-1")), today);
        CHECK(state.not_yet_due().is_zero());
        CHECK(call_in("L-1", {}, "") == "usecases.nothing_to_call_in");
        CHECK(call_in("L-2", Money::euros(1'000), "faillissement") == "5000.00");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("the calculators give what the handbook's examples give", "[usecases]")
{
    const auto interest = usecases::calculate_late_interest(Money::euros(12'000), date(2024, 11, 1), date(2025, 3, 1),
                                                            arrears::LateRate::non_commercial, {});
    REQUIRE(interest);
    CHECK(interest->tables.front().rows.size() == 2);
    CHECK(interest->tables.front().totals.back() == reporting::Cell{std::int64_t{25'677}});
    CHECK(code(usecases::calculate_late_interest(Money::euros(1), today, today - 1, arrears::LateRate::commercial,
                                                 {})) == "usecases.days_crossed");
    const auto costs = usecases::calculate_collection_costs(Money::euros(5'000), today);
    REQUIRE(costs);
    CHECK(last(costs->tables.front(), "costs") == "625.00");
    CHECK(code(usecases::calculate_collection_costs(Money::euros(1), date(2012, 6, 30))) == "arrears.no_scale_known");
}
