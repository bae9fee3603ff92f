#include "usecases/make_report.h"

#include "support/administration.h"
#include "support/databases.h"
#include "usecases/loan_booking.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

TEST_CASE("every report runs on both databases, also when there is nothing to show", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        REQUIRE_FALSE(usecases::report_names().empty());
        for (const auto& name : usecases::report_names()) {
            INFO(name);
            const auto report = usecases::make_report(connection, name, date(2026, 6, 1), "revolving");
            REQUIRE(static_cast<bool>(report));
            CHECK_FALSE(report->tables.empty());
        }
        CHECK(usecases::make_report(connection, "nope", date(2026, 6, 1), "revolving").refusal().text->code ==
              "usecases.report_unknown");
        CHECK(usecases::make_report(connection, "repayment", date(2026, 6, 1), "nope").refusal().text->code ==
              "usecases.fund_unknown");
    });
}

TEST_CASE("the repayment report shows what fell due and what came in", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        award(connection, loan_of_ten_thousand());
        const auto happened = [&](lending::EventKind kind, Date day, std::int64_t euros) {
            const lending::Event event{EventId{}, day, kind, Money::euros(euros)};
            REQUIRE(
                static_cast<bool>(usecases::record_loan_event(connection, task("loan", day), "L-1", event, "test")));
        };
        happened(lending::EventKind::disbursement, date(2026, 1, 1), 10'000);
        happened(lending::EventKind::payment, date(2026, 4, 1), 1'600);
        // On 1 April 2,600.00 fell due and 1,600.00 came in.
        const auto report = usecases::make_report(connection, "repayment", date(2026, 5, 15), "revolving");
        REQUIRE(static_cast<bool>(report));
        const auto& row = report->tables.front().rows.front();
        CHECK(row[1] == reporting::Cell{std::int64_t{260'000}});
        CHECK(row[2] == reporting::Cell{std::int64_t{160'000}});
    });
}
