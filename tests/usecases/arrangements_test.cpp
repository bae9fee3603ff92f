// What is late is paid in terms: no letters go out while that happens, and after it breaks the debtor stands where he
// stood.

#include "usecases/arrangements.h"

#include "support/administration.h"
#include "support/databases.h"
#include "support/small_portfolio.h"
#include "usecases/arrears_lists.h"
#include "usecases/call_in.h"
#include "usecases/charge_arrears.h"
#include "usecases/draw_letters.h"
#include "usecases/late_debts.h"
#include "usecases/loan_booking.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

using namespace vierkant;
using namespace vierkant::testing;
using storage::Connection;

namespace {

/// L-1 of the small portfolio: of 2,575.00 that fell due on 1 July 2026, 1,000.00 was paid on 10 July; 1,575.00 is
/// late.
const Date day_agreed = date(2026, 7, 20);

std::string agreed(Connection& connection, int count, Date first, Date today = day_agreed)
{
    usecases::ArrangementRequest request{.loan_number = "L-1", .terms = {}, .count = count, .first = first};
    const auto receipt = usecases::agree_arrangement(connection, task("arrange", today), request, true);
    return receipt ? receipt->number : std::string{receipt.refusal().text->code};
}

void paid(Connection& connection, Date day, Money amount)
{
    const lending::Event payment{EventId{}, day, lending::EventKind::payment, amount};
    REQUIRE(usecases::record_loan_event(connection, task("pay", day), "L-1", payment, ""));
}

std::string cell(const reporting::Table& table, const std::string& key)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key != key) continue;
        const auto& value = table.rows.at(0).at(i);
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    }
    return "";
}

std::string standing(Connection& connection, Date day)
{
    return cell(usecases::list_arrangements(connection, day, Language::nl).tables.front(), "standing");
}

std::size_t letters(Connection& connection, Date day)
{
    const auto drawn = usecases::draw_letters(connection, task("letters", day), {day, "L-1", {}, Language::nl},
                                              [](const auto&) -> Result<Done> { return Done{}; });
    REQUIRE(drawn);
    return drawn->size();
}

}  // namespace

TEST_CASE("while an arrangement is kept no letter goes out, and after it breaks the letters go on", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        CHECK(agreed(connection, 3, date(2026, 8, 1)) == "R-000001");
        CHECK(agreed(connection, 3, date(2026, 8, 1)) == "usecases.arrangement_runs");
        CHECK(letters(connection, day_agreed) == 0);
        const auto list = usecases::list_arrears(connection, day_agreed, Language::nl);
        CHECK(cell(list->tables.front(), "next") == "regeling R-000001");
        CHECK(cell(list->tables.front(), "next_on") == "2026-08-01");

        paid(connection, date(2026, 8, 1), Money::euros(525));
        CHECK(standing(connection, date(2026, 8, 20)) == "wordt nagekomen");
        CHECK(letters(connection, date(2026, 8, 20)) == 0);
        // The second term was to be paid on 1 September; the scheme gives five days of grace.
        CHECK(standing(connection, date(2026, 9, 6)) == "wordt nagekomen");
        CHECK(standing(connection, date(2026, 9, 7)) == "verbroken");
        CHECK(letters(connection, date(2026, 9, 7)) == 1);
        // What was paid meanwhile counts; nothing else changed.
        const auto late = usecases::list_arrears(connection, date(2026, 9, 7), Language::nl);
        CHECK(cell(late->tables.front(), "late") == "105000");
        CHECK(cell(late->tables.front(), "since") == "2026-07-01");
        CHECK(usecases::verify_administration(connection).empty());
        // Broken, another may be agreed.
        CHECK(agreed(connection, 2, date(2026, 9, 15), date(2026, 9, 8)) == "R-000002");
    });
}

TEST_CASE("what falls due meanwhile has to be paid as it falls due", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        CHECK(agreed(connection, 1, date(2026, 12, 1)) == "R-000001");
        // The instalment of 1 October is not paid: five days of grace later it is broken.
        CHECK(standing(connection, date(2026, 10, 6)) == "wordt nagekomen");
        CHECK(standing(connection, date(2026, 10, 7)) == "verbroken");
    });
}

TEST_CASE("paid to the end it is fulfilled, and later arrears are others", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        CHECK(agreed(connection, 1, date(2026, 8, 1)) == "R-000001");
        paid(connection, date(2026, 7, 31), Money::euros(1'575));
        CHECK(standing(connection, date(2026, 8, 31)) == "voldaan");
        CHECK(standing(connection, date(2026, 10, 31)) == "voldaan");
        CHECK(letters(connection, date(2026, 10, 31)) == 1);
    });
}

TEST_CASE("while it is kept nothing is called in for being late, and no collection costs are charged", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        CHECK(agreed(connection, 2, date(2026, 9, 1)) == "R-000001");
        const auto call_in = [&](const std::string& ground) {
            const auto receipt =
                usecases::call_in_loan(connection, task("call in", day_agreed), "L-1", {}, day_agreed, ground);
            return receipt ? "called in" : std::string{receipt.refusal().text->code};
        };
        CHECK(call_in("") == "usecases.arrangement_kept");
        const auto costs = usecases::charge_arrears(connection, task("charge", day_agreed), {"L-1", false, true});
        CHECK(std::string{costs.refusal().text->code} == "usecases.arrangement_kept");

        CHECK(usecases::end_arrangement(connection, task("end", day_agreed), "R-000009", "x").refusal().text->code ==
              "usecases.arrangement_unknown");
        REQUIRE(usecases::end_arrangement(connection, task("end", day_agreed), "R-000001", "faillissement"));
        CHECK(usecases::end_arrangement(connection, task("end", day_agreed), "R-000001", "x").refusal().text->code ==
              "usecases.arrangement_over");
        const auto shown = usecases::show_arrangement(connection, "R-000001", day_agreed, Language::nl);
        REQUIRE(shown);
        CHECK(cell(shown->tables.front(), "standing") == "beëindigd");
        CHECK(cell(shown->tables.front(), "reason") == "faillissement");
        CHECK(shown->tables.at(1).rows.size() == 2);
        CHECK(call_in("") == "called in");
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("what is not late needs no arrangement, and one that is tried keeps nothing", "[usecases]")
{
    on_each_database([](Connection& connection) {
        make_small_portfolio(connection);
        usecases::ArrangementRequest request{.loan_number = "L-2", .terms = {}, .count = 2, .first = date(2026, 8, 1)};
        const auto none = usecases::agree_arrangement(connection, task("arrange", day_agreed), request, true);
        CHECK(std::string{none.refusal().text->code} == "usecases.nothing_late");
        request.loan_number = "L-1";
        request.terms = {{date(2026, 8, 1), Money::euros(1'000)}};
        const auto short_of = usecases::agree_arrangement(connection, task("arrange", day_agreed), request, true);
        CHECK(std::string{short_of.refusal().text->code} == "arrears.arrangement_differs");
        request.terms.clear();
        const auto tried = usecases::agree_arrangement(connection, task("arrange", day_agreed), request, false);
        REQUIRE(tried);
        CHECK(tried->agreed.terms.size() == 2);
        CHECK(connection.number("SELECT COUNT(*) FROM arrangement", {}, 9) == 0);
    });
}
