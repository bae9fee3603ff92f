#include "usecases/forecast.h"
#include "formats/forecast_json.h"
#include "reporting/render.h"
#include "storage/loan_store.h"
#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/make_report.h"
#include "usecases/provisions.h"
#include "usecases/reference_data.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using forecast::Policy;
using forecast::Position;
using storage::Connection;

namespace {

const auto as_of = date(2026, 9, 15);

Position position_on(Connection& connection, Date day)
{
    const auto& expected = usecases::shipped_assumptions().scenarios.front();
    const auto found = usecases::forecast_position(connection, "revolving", day, expected);
    if (!found) FAIL(found.refusal().in(Language::en));
    return *found;
}

std::string show(const forecast::RunningLoan& loan)
{
    std::string text = std::to_string(static_cast<int>(loan.stage)) + " " + to_text(loan.outstanding) + ", overdue " +
                       to_text(loan.overdue_principal) + " + " + to_text(loan.overdue_interest) + ":";
    for (std::size_t m = 0; m < loan.plan.size(); ++m) {
        const auto& flow = loan.plan[m];
        if (flow == forecast::Flow{}) continue;
        text += " " + std::to_string(m) + "=" + to_text(flow.principal) + "+" + to_text(flow.interest);
    }
    return text;
}

/// Nobody stops paying and nobody is late.
forecast::Scenario smooth()
{
    auto scenario = usecases::shipped_assumptions().scenarios.front();
    scenario.default_performing = {};
    scenario.default_watch = {};
    scenario.late_share = {};
    scenario.late_months = 0;
    return scenario;
}

std::string asked(Connection& connection, std::int64_t euros, Date month, int months = 24)
{
    usecases::ForecastRequest request;
    request.as_of = as_of;
    request.months = months;
    const auto report = usecases::can_award(connection, request, {Money::euros(euros), month});
    if (!report) return std::string{report.refusal().text->code};
    const auto& table = report->tables.front();
    std::string text;
    for (const auto i : {2, 3, 7, 8}) {
        const auto at = static_cast<std::size_t>(i);
        text += reporting::machine_text(table.rows.front()[at], table.columns[at].type) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a forecast starts from the loans and the money as they are that day", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto position = position_on(connection, as_of);
        // Ten million paid in and three times 10,000.00 lent; 2,600 + 2,600 + 2,575 + 1,000 came back.
        CHECK(position.capital == Money::euros(10'000'000));
        CHECK(position.disbursed == Money::euros(30'000));
        CHECK(position.cash == Money::euros(10'000'000 - 30'000 + 8'775));
        CHECK(position.committed == Money::euros(10'000));
        REQUIRE(position.loans.size() == 2);
        // L-1 is 76 days late with 1,575.00 of the second instalment, which is counted apart from its plan.
        CHECK(show(position.loans[0]).starts_with("1 6575.00, overdue 1575.00 + 0.00: 1=2500.00+"));
        CHECK(show(position.loans[1]) == "0 5000.00, overdue 0.00 + 0.00: 1=2500.00+50.00 4=2500.00+25.00");
        // L-3 should have been drawn long ago: it will be lent as a new loan is. L-4 was written off.
        REQUIRE(position.promised.size() == 1);
        CHECK(position.promised[0].amount == Money::euros(10'000));
    });
}

TEST_CASE("of an earlier day a forecast knows what had happened by then", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        const auto position = position_on(connection, date(2026, 2, 10));
        REQUIRE(position.loans.size() == 3);
        for (const auto& loan : position.loans) {
            CHECK(show(loan) ==
                  "0 10000.00, overdue 0.00 + 0.00: 2=2500.00+100.00 5=2500.00+75.00 8=2500.00+50.00 "
                  "11=2500.00+25.00");
        }
        REQUIRE(position.promised.size() == 1);
        // L-3 by its own terms, drawn the next day: the same instalments.
        CHECK(position.promised[0].plan[2] == forecast::Flow{Money::euros(2'500), Money::euros(100)});
    });
}

TEST_CASE("without defaults and delay the forecast is what the calendars say is due", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        // What is late of L-1 is paid: over arrears interest runs on, which its calendar leaves until it is known.
        const lending::Event paid{EventId{}, as_of, lending::EventKind::payment, Money::euros(1'575)};
        REQUIRE(usecases::record_loan_event(connection, task("loan", as_of), "L-1", paid, "test"));
        auto position = position_on(connection, as_of);
        position.promised.clear();
        const auto course = expected_course(position, smooth(), 24, Policy::hold);
        std::string forecast;
        for (const auto& m : course) {
            if (m.principal.is_zero() && m.interest.is_zero()) continue;
            forecast += to_text(m.first).substr(0, 7) + " " + to_text(m.principal) + " " + to_text(m.interest) + "\n";
        }
        const auto repayment = usecases::make_report(connection, "repayment", as_of, "revolving");
        REQUIRE(repayment);
        const auto& ahead = repayment->tables.at(1);
        REQUIRE(ahead.name == "ahead");
        std::string calendar;
        for (const auto& row : ahead.rows) {
            for (std::size_t i = 0; i < 3; ++i) {
                calendar += reporting::machine_text(row[i], ahead.columns[i].type) + (i == 2 ? "\n" : " ");
            }
        }
        // L-1: of a quarter of 1 %, 7,500.00 for 9 days of 92, 6,575.00 for 67 and 5,000.00 for 16: 63.92; L-2 50.00.
        CHECK(forecast == "2026-10 5000.00 113.92\n2027-01 5000.00 50.00\n");
        // The calendars also hold 33.70 of L-4: interest of July before it was written off, which nobody counts on.
        CHECK(calendar == "2026-10 5000.00 147.62\n2027-01 5000.00 50.00\n");
    });
}

TEST_CASE("an officer's word about risk goes before the days late", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    make_small_portfolio(connection);
    REQUIRE(usecases::override_risk(connection, task("risk", as_of), "L-2", arrears::Stage::defaulted, date(2026, 9, 1),
                                    "surseance"));
    CHECK(position_on(connection, as_of).loans[1].stage == arrears::Stage::defaulted);
    CHECK(position_on(connection, date(2026, 8, 31)).loans[1].stage == arrears::Stage::performing);
}

TEST_CASE("can this be awarded in that month", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        // 9,978,775.00 less 10,000.00 committed is there today; some 11,700.00 comes.
        CHECK(asked(connection, 9'968'775, date(2026, 9, 20)) == "yes 100.00 2026-09 2026-09 ");
        CHECK(asked(connection, 9'969'000, date(2026, 9, 20)).starts_with("no 0.00 2026-11 "));
        CHECK(asked(connection, 12'000'000, date(2027, 5, 1)) == "no 0.00   ");
        CHECK(asked(connection, 1, date(2026, 8, 31)) == "usecases.award_month_outside");
        CHECK(asked(connection, 1, date(2028, 10, 1)) == "usecases.award_month_outside");
        CHECK(asked(connection, 0, date(2027, 5, 1)) == "usecases.award_of_nothing");
        CHECK(asked(connection, 1, date(2027, 5, 1), 0) == "usecases.forecast_months_outside");
    });
}

TEST_CASE("a forecast repeats to the cent, and with another seed it does not", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    make_small_portfolio(connection);
    usecases::ForecastRequest request;
    request.as_of = as_of;
    request.years = 3;
    const auto json = [&] {
        const auto report = usecases::make_forecast(connection, request);
        if (!report) return std::string{report.refusal().text->code};
        std::string text;
        for (const auto& table : report->tables) text += reporting::render_json(table, Language::nl);
        return text;
    };
    const auto once = json();
    CHECK(json() == once);
    request.assumptions.seed = 1;
    CHECK(json() != once);
    request.years = 31;
    CHECK(json() == "usecases.forecast_years_outside");
    request.years = 3;
    request.assumptions.paths = 0;
    CHECK(json() == "usecases.forecast_paths_outside");
    request.assumptions.paths = 10;
    request.fund = "nope";
    CHECK(json() == "usecases.fund_unknown");
}

TEST_CASE("a fund that only grants has a capacity that stays", "[usecases]")
{
    Connection connection{":memory:"};
    storage::migrate(connection);
    make_small_portfolio(connection);
    const auto ahead = usecases::capacity_ahead(connection, "reshoring", as_of, 24);
    REQUIRE(ahead.size() == 25);
    CHECK(ahead.front().capacity == Money::euros(5'000'000));
    CHECK(ahead.back().capacity == Money::euros(5'000'000));
    CHECK(usecases::capacity_ahead(connection, "nope", as_of, 24).empty());
}

TEST_CASE("assumptions of one's own are read, and refused where they are wrong", "[usecases]")
{
    const auto file = usecases::shipped("data/forecast/scenarios.json");
    const auto changed = [&](const std::string& from, const std::string& to) {
        auto text = file;
        text.replace(text.find(from), from.size(), to);
        const auto read = formats::read_assumptions(text, "eigen.json");
        return read ? std::string{} : read.refusal().in(Language::en);
    };
    CHECK(changed("\"seed\": 2014", "\"seed\": 7").empty());
    CHECK(changed("\"cautious\"", "\"gloomy\"") ==
          "eigen.json /scenarios/1/code: Give exactly three scenarios, in this order: expected, cautious, favourable.");
    CHECK(changed("\"default_watch\": \"40.00\"", "\"default_watch\": \"140.00\"") ==
          "eigen.json /scenarios/1: default_watch must lie between 0 and 100 percent; it says 140.00.");
    CHECK(changed("\"recovery\"", "\"recoverie\"").starts_with("eigen.json /scenarios/0/recovery: "));
    CHECK(changed("\"paths\": 1000", "\"paths\": 0").starts_with("eigen.json /paths: "));
}
