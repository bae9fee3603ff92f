// The forecasts of the desk are kept as long as they are true.

#include <catch2/catch.hpp>

#include "storage/user_store.h"
#include "support/served_desk.h"
#include "support/small_portfolio.h"
#include "web/forecast_board.h"

#include <chrono>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

std::string no_log;
void ignore(const std::string& line)
{
    no_log += line;
}

}  // namespace

TEST_CASE("a forecast is calculated anew after something was done, and on another day", "[web]")
{
    const ScratchDatabase database;
    storage::Connection connection{database.name()};
    make_small_portfolio(connection);
    web::ForecastBoard board{database.name(), ignore};
    const auto day = date(2026, 9, 15);
    const auto first = board.ahead(connection, "reshoring", day);
    REQUIRE(first.months.size() == 25);
    CHECK(first.months.back().capacity == Money::euros(5'000'000));
    CHECK(first.months.back().band.p10 == Money::euros(5'000'000));
    CHECK(first.day == day);
    CHECK(board.ahead(connection, "reshoring", day).work == first.work);
    storage::Work work{connection, task("user add", day)};
    storage::add_account(work, {{"eva", "Eva van het fonds", {officers::Role::auditor}, true}, 1});
    work.commit("eva");
    CHECK(board.ahead(connection, "reshoring", day).work == first.work + 1);
    CHECK(board.ahead(connection, "reshoring", day + 1).day == day + 1);
    CHECK(board.ahead(connection, "nope", day).months.empty());
    CHECK(no_log == "");
}

TEST_CASE("the forecast of a large fund is made beside the pages", "[web]")
{
    const ScratchDatabase database;
    storage::Connection connection{database.name()};
    make_small_portfolio(connection);
    web::ForecastBoard board{database.name(), ignore, [](storage::Connection&, const std::string&) { return false; }};
    const auto day = date(2026, 9, 15);
    auto ahead = board.ahead(connection, "revolving", day);
    CHECK(ahead.months.empty());
    CHECK(ahead.is_made);
    for (int i = 0; i < 600 && ahead.months.empty(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        ahead = board.ahead(connection, "revolving", day);
    }
    CHECK(ahead.months.size() == 25);
    CHECK(ahead.day == day);
    CHECK_FALSE(ahead.is_made);
    // The next day shows yesterday's until today's is there.
    ahead = board.ahead(connection, "revolving", day + 1);
    CHECK(ahead.day == day);
    CHECK(ahead.is_made);
}
