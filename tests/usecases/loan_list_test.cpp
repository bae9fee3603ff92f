// The list of loans, part by part, as the database gives it: the small portfolio (support/small_portfolio.h).

#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/show_loan.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

const Date september = date(2026, 9, 15);

/// The numbers of the loans in the part, in their order.
std::string numbers(storage::Connection& connection, storage::ListPart part)
{
    storage::LoanFilter filter;
    filter.part = std::move(part);
    const auto report = usecases::list_loans(connection, filter, september, Language::nl);
    std::string found;
    for (const auto& row : report.tables.front().rows)
        found += (found.empty() ? "" : " ") + std::get<std::string>(row.front());
    return found;
}

std::int64_t count(storage::Connection& connection, const std::string& words)
{
    storage::LoanFilter filter;
    filter.part.words = words;
    return usecases::count_loans(connection, filter, september);
}

}  // namespace

TEST_CASE("the list of loans is filtered, sorted and paged by the database", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        CHECK(numbers(connection, {}) == "L-1 L-2 L-3 L-4");
        // Outstanding: 6,575.00, 5,000.00, nothing drawn, written off.
        CHECK(numbers(connection, {"", "outstanding", true, 0, 2}) == "L-1 L-2");
        CHECK(numbers(connection, {"", "outstanding", true, 2, 2}) == "L-3 L-4");
        CHECK(numbers(connection, {"", "borrower", false, 0, 0}) == "L-1 L-4 L-3 L-2");
        CHECK(numbers(connection, {"", "number", true, 0, 0}) == "L-4 L-3 L-2 L-1");
        CHECK(numbers(connection, {"", "days_past_due", true, 0, 1}) == "L-1");
        for (const auto* column :
             {"scheme", "municipality", "status", "awarded", "arrears", "age", "next_due", "; DROP"}) {
            INFO(column);
            CHECK(numbers(connection, {"", column, true, 0, 0}).size() == 15);
        }
        // Words of a borrower, of a number, of a municipality's and a scheme's name; never of a pattern.
        CHECK(numbers(connection, {"VEZEL", "", false, 0, 0}) == "L-2");
        CHECK(numbers(connection, {"l-3", "", false, 0, 0}) == "L-3");
        CHECK(numbers(connection, {"hoogeveen", "", false, 0, 0}) == "L-3");
        CHECK(count(connection, "investeringslening") == 4);
        CHECK(count(connection, "kunststof") == 2);
        CHECK(count(connection, "%") == 0);
        CHECK(count(connection, "_") == 0);
    });
}

TEST_CASE("the totals under a part of the list are of all its loans", "[usecases]")
{
    on_each_database([](storage::Connection& connection) {
        make_small_portfolio(connection);
        storage::LoanFilter filter;
        filter.part.most = 1;
        const auto totals = usecases::list_loans(connection, filter, september, Language::nl).tables.front().totals;
        CHECK(totals.at(5) == reporting::Cell{std::int64_t{4'000'000}});
        CHECK(totals.at(6) == reporting::Cell{std::int64_t{1'157'500}});
        CHECK(totals.at(7) == reporting::Cell{std::int64_t{157'500}});
    });
}
