#include "support/programme.h"
#include "domain/programme/messages.h"
#include "storage/programme_store.h"
#include "support/databases.h"
#include "support/reports.h"
#include "support/small_portfolio.h"
#include "usecases/make_report.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

const Date today = date(2026, 9, 15);

reporting::Table programme_table(storage::Connection& connection, const std::string& name, Date as_of)
{
    const auto report = usecases::make_report(connection, "programme", as_of, "revolving");
    REQUIRE(report);
    return table_of(*report, name);
}

}  // namespace

TEST_CASE("what was observed stands beside the path, and how much of the way was covered", "[programme]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        CHECK(programme_table(connection, "unemployment", today).rows.empty());
        observe_a_few(connection, today);
        const auto path = programme_table(connection, "observed", today);
        REQUIRE(path.rows.size() == 5);  // two days of the path, three observed
        CHECK(cell(path, "2014-07-01", "observed").empty());
        // 12 - 4 x 549 / 1,096 = 9.99635, to two decimals; 11 - 10; (12 - 11) / 4.
        CHECK(cell(path, "2016-01-01", "target") == "10.00");
        CHECK(cell(path, "2016-01-01", "difference") == "1.00");
        CHECK(cell(path, "2016-01-01", "progress") == "25.00");
        CHECK(cell(path, "2026-02-28", "observed") == "9.00");  // as corrected
        CHECK(cell(path, "2026-07-31", "progress") == "90.00");
        const auto standing = programme_table(connection, "unemployment", today);
        REQUIRE(standing.rows.size() == 2);
        CHECK(cell(standing, "registered job-seekers, as in the plan of 2014", "observed") == "8.40");
        CHECK(cell(standing, "registered job-seekers, as in the plan of 2014", "target") == "8.00");
        CHECK(cell(standing, "ilo", "observed") == "4.10");
        CHECK(cell(standing, "ilo", "target").empty());
        CHECK(cell(standing, "ilo", "progress").empty());
        CHECK(programme_table(connection, "elsewhere", today).rows.size() == 1);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("as of an earlier day later figures are not there yet, and the two can be compared", "[programme]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        observe_a_few(connection, today);
        CHECK(programme_table(connection, "observed", date(2026, 3, 1)).rows.size() == 4);
        const auto report = usecases::make_report(connection, "programme", today, "revolving", date(2026, 3, 1));
        REQUIRE(report);
        const auto& standing = table_of(*report, "unemployment");
        const auto* const plan = "registered job-seekers, as in the plan of 2014";
        CHECK(cell(standing, plan, "observed") == "8.40");
        CHECK(cell(standing, plan, "observed_earlier") == "9.00");
        CHECK(cell(standing, plan, "progress_difference") == "15.00");
    });
}

TEST_CASE("nothing that was observed is overwritten: a correction leaves what was wrong readable", "[programme]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        observe_a_few(connection, today);
        const auto list = usecases::list_observations(connection, today).tables.front();
        REQUIRE(list.rows.size() == 5);
        const auto figure = [&](std::size_t row, const std::string& key) {
            const auto at = column_of(list, key);
            return reporting::machine_text(list.rows[row][at], list.columns[at].type);
        };
        // The latest day first: 31 July, 30 June, and 28 February twice.
        CHECK(figure(2, "observation") == "2");
        CHECK(figure(2, "unemployment") == "9.30");
        CHECK(figure(2, "replaced_by") == "5");
        CHECK(figure(3, "replaces") == "2");
        CHECK(figure(3, "unemployment") == "9.00");
        CHECK(figure(3, "note") == "overgetikt van de verkeerde regel");
        CHECK_THROWS(connection.execute("UPDATE unemployment_observation SET unemployment = 80000", {}));
        CHECK_THROWS(connection.execute("DELETE FROM unemployment_observation", {}));
    });
}

TEST_CASE("an observation that is refused leaves nothing behind", "[programme]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        observe_a_few(connection, today);
        const auto twice = usecases::observe_unemployment(connection, task("programme observe", today),
                                                          observed(date(2026, 7, 31), basis_points(850)));
        REQUIRE_FALSE(twice);
        CHECK(twice.refusal().text->code == programme::observed_already.code);
        CHECK(twice.refusal().in(Language::nl).find("waarneming 3") != std::string::npos);
        CHECK(storage::observations(connection).size() == 5);
    });
}

TEST_CASE("each followed measure shows how it stood last, and what was spent as it was told last", "[programme]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        follow_a_few(connection, today);
        const auto now = programme_table(connection, "progress", today);
        CHECK(now.rows.size() == 19);  // 23 less the four that the fund carries out
        CHECK(cell(now, "M02", "status") == "stopped");
        CHECK(cell(now, "M02", "day") == "2026-08-01");
        CHECK(cell(now, "M02", "spent") == "120000.00");  // told in February, not since
        CHECK(cell(now, "M02", "share") == "40.00");      // of 300,000
        CHECK(cell(now, "M06", "share") == "102.86");     // 3.6 of 3.5 million
        CHECK(cell(now, "M13", "status") == "under-way");
        CHECK(cell(now, "M03", "status") == "untold");
        CHECK(cell(now, "M03", "spent").empty());
        CHECK(cell(now, "", "spent") == "3800000.00");
        const auto then = programme_table(connection, "progress", date(2026, 7, 31));
        CHECK(cell(then, "M02", "status") == "under-way");
        CHECK(cell(programme_table(connection, "progress", date(2026, 5, 15)), "", "spent") == "200000.00");
        const auto report = usecases::make_report(connection, "programme", today, "revolving", date(2026, 5, 15));
        REQUIRE(report);
        CHECK(cell(table_of(*report, "progress"), "M06", "spent_difference").empty());  // nobody had told before
        CHECK(cell(table_of(*report, "progress"), "", "spent_difference") == "3600000.00");
        CHECK(usecases::verify_administration(connection).empty());
        CHECK_THROWS(connection.execute("DELETE FROM measure_record", {}));
    });
}

TEST_CASE("records of a measure are listed with what was corrected, and a refused one leaves nothing", "[programme]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        follow_a_few(connection, today);
        const auto lane = usecases::list_measure_records(connection, "M13", today);
        REQUIRE(lane);
        CHECK(lane->tables.front().rows.size() == 2);
        CHECK(usecases::list_measure_records(connection, "", today)->tables.front().rows.size() == 5);
        CHECK(usecases::list_measure_records(connection, "M24", today).refusal().text->code ==
              programme::measure_unknown.code);
        const auto fund = usecases::follow_measure(connection, task("programme follow", today),
                                                   {0, "M01", today, programme::MeasureStatus::done, {}, {}, ""});
        REQUIRE_FALSE(fund);
        CHECK(fund.refusal().text->code == programme::measure_administered.code);
        CHECK(storage::measure_records(connection).size() == 5);
    });
}
