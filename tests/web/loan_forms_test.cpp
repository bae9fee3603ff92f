// What an officer does with a loan in the browser: first the effect, then the deed. The small portfolio on 15 July
// 2026: of L-1 1,575.00 is late (support/small_portfolio.h).

#include <catch2/catch.hpp>

#include "storage/loan_store.h"
#include "support/small_office.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

std::size_t events_of(const SmallOffice& office, const std::string& number)
{
    storage::Connection connection{office.database()};
    return storage::events_of(connection, *storage::find_loan(connection, number)).size();
}

/// Fills in the form, sees the effect, and confirms it.
Page weigh_and_do(Visitor& visitor, const std::string& address, const Typed& typed)
{
    const auto weighed = visitor.send(address, address, typed);
    REQUIRE(weighed.status == 200);
    REQUIRE(weighed.says("Dit gaat er gebeuren"));
    return visitor.post(address, visitor.hidden_fields(weighed.body, address));
}

}  // namespace

TEST_CASE("nothing is booked on a loan before its effect was seen", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    const std::string address = "/loans/L-1/payment";
    const auto before = events_of(office, "L-1");

    SECTION("the form shows what would change beside what is, and books when it is confirmed")
    {
        const auto weighed = anna.send(address, address, {{"amount", "1.575,00"}, {"date", "2026-09-15"}});
        CHECK(weighed.says("Er is nog niets gedaan"));
        CHECK(weighed.says("<caption>Nu en straks</caption>"));
        CHECK(weighed.says("1.575,00"));
        CHECK(weighed.says("Geen termijn verandert."));
        CHECK(events_of(office, "L-1") == before);
        const auto done = anna.post(address, anna.hidden_fields(weighed.body, address));
        CHECK(done.address == "/loans/L-1");
        CHECK(done.says("Geboekt. Uitstaand is nu 5.000,00."));
        CHECK(events_of(office, "L-1") == before + 1);
    }
    SECTION("what somebody else booked meanwhile is shown first")
    {
        const auto weighed = anna.send(address, address, {{"amount", "100,00"}, {"date", "2026-09-15"}});
        auto other = office.as("anna");
        CHECK(weigh_and_do(other, address, {{"amount", "1.575,00"}, {"date", "2026-09-15"}}).says("Geboekt"));
        const auto again = anna.post(address, anna.hidden_fields(weighed.body, address));
        CHECK(again.says("Dit is intussen veranderd"));
        CHECK(again.says("value=\"100,00\""));
        CHECK(events_of(office, "L-1") == before + 1);
        CHECK(anna.post(address, anna.hidden_fields(again.body, address)).says("Geboekt"));
        CHECK(events_of(office, "L-1") == before + 2);
    }
    SECTION("confirmed twice, it is booked once")
    {
        const auto weighed = anna.send(address, address, {{"amount", "1.575,00"}, {"date", "2026-09-15"}});
        const auto confirmed = anna.hidden_fields(weighed.body, address);
        CHECK(anna.post(address, confirmed).says("Geboekt"));
        CHECK(anna.post(address, confirmed).says("Dit was al gedaan en is niet herhaald"));
        CHECK(events_of(office, "L-1") == before + 1);
    }
    SECTION("what would be refused is refused before it is shown")
    {
        const auto page = anna.send("/loans/L-1/closing", "/loans/L-1/closing", {{"date", "2026-09-15"}});
        CHECK(page.status == 422);
        CHECK_FALSE(page.says("Dit gaat er gebeuren"));
        CHECK(page.says("class=\"problem\""));
    }
    CHECK(office.log().empty());
}

TEST_CASE("the plan of a loan is changed in the browser", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");

    SECTION("a holiday")
    {
        const auto page = weigh_and_do(anna, "/loans/L-2/holiday",
                                       {{"date", "2026-09-15"},
                                        {"instalments", "1"},
                                        {"interest", "due"},
                                        {"end", "later"},
                                        {"note", "verbouwing"}});
        CHECK(page.says("Geboekt. Uitstaand is nu 5.000,00."));

        CHECK(page.says("01-04-2027"));  // a quarter longer than 1 January 2027
    }
    SECTION("a rescheduling whose arrears join the principal")
    {
        const std::string address = "/loans/L-1/rescheduling";
        Typed typed{{"date", "2026-09-15"},      {"method", "linear"}, {"instalments", "2"},
                    {"first_due", "2026-10-01"}, {"every", "3"},       {"unit", "month"},
                    {"arrears", "capitalised"}};
        const auto weighed = anna.send(address, address, typed);
        CHECK(weighed.says("Termijnen die veranderen"));
        CHECK(anna.post(address, anna.hidden_fields(weighed.body, address)).address == "/loans/L-1");
        CHECK(anna.get("/loans/L-1").says("lineair, 2 termijnen van 3 maanden"));
    }
    SECTION("a plan of its own is read by the line, and a line that cannot be read is named")
    {
        const std::string address = "/loans/L-2/rescheduling";
        Typed typed{{"date", "2026-09-15"}, {"method", "custom"}, {"instalments", "2"}, {"first_due", "2026-10-01"},
                    {"every", "3"},         {"unit", "month"},    {"arrears", "spread"}};
        auto wrong = typed;
        wrong.emplace_back("plan", "01-10-2026 2.000,00\r\nveel later");
        auto page = anna.send(address, address, wrong);
        CHECK(page.status == 422);
        CHECK(page.says("id=\"field-plan-error\""));
        CHECK(page.says("Regel 2: schrijf een dag en een bedrag"));
        typed.emplace_back("plan", "01-10-2026 2.000,00\r\n01-01-2027 3.000,00");
        CHECK(weigh_and_do(anna, address, typed).says("Geboekt"));
    }
    SECTION("another debtor, who must be registered")
    {
        const std::string address = "/loans/L-2/transfer";
        auto page = anna.send(address, address, {{"kvk", "90000099"}, {"date", "2026-09-15"}});
        CHECK(page.status == 422);
        CHECK(page.says("id=\"field-kvk-error\""));
        page = anna.send(address, address, {{"kvk", "90000017"}, {"date", "2026-09-15"}});
        CHECK(page.says("De schuld gaat van Vezel Coevorden B.V. naar Kunststof Emmen B.V."));
        page = anna.post(address, anna.hidden_fields(page.body, address));
        CHECK(page.says("<dt>Leningnemer</dt><dd>Kunststof Emmen B.V."));
    }
    SECTION("a waiver of interest waits for somebody else")
    {
        const auto page = weigh_and_do(anna, "/loans/L-1/interest-waiver", {{"amount", "50,00"}});
        CHECK(page.says("Een collega geeft haar vrij"));
        CHECK(office.as("carla").get("/orders").says("/orders/O-000001/release"));
    }
    SECTION("calling in makes all that is left due")
    {
        const std::string address = "/loans/L-2/call-in";
        auto page = anna.send(address, address, {{"date", "2026-09-15"}});
        CHECK(page.says("Schrijf de andere grond"));
        page = weigh_and_do(anna, address, {{"date", "2026-09-15"}, {"ground", "faillissement"}});
        CHECK(page.says("Opgeëist: 5.000,00."));
    }
    SECTION("an event is undone by choosing it")
    {
        CHECK(anna.get("/loans/L-2/reversal").says("betaling, 01-07-2026, 2.575,00"));
        CHECK(weigh_and_do(anna, "/loans/L-2/reversal", {{"event", "3"}, {"date", "2026-09-15"}})
                  .says("Geboekt. Uitstaand is nu 7.500,00."));
    }
    SECTION("a loan without milestones says so")
    {
        CHECK(anna.get("/loans/L-2/milestone").says("heeft geen delen met een mijlpaal"));
        const auto page = anna.send("/loans/L-2/milestone", "/loans/L-2/milestone", {{"date", "2026-09-15"}});
        CHECK(page.status == 422);
    }
    CHECK(office.log().empty());
}

TEST_CASE("how a loan is drawn has a page of its own", "[web]")
{
    SmallOffice office{date(2026, 2, 1)};
    auto anna = office.as("anna");
    CHECK(anna.get("/loans/L-3").says("/loans/L-3/drawing"));
    const auto page = anna.get("/loans/L-3/drawing");
    CHECK(page.says("Nog op te nemen"));
    CHECK(page.says("10.000,00"));
    CHECK(page.says("er zijn geen delen"));
    CHECK(page.says("/loans/L-3/disbursement"));
    CHECK_FALSE(office.as("dirk").get("/loans/L-3/drawing").says("/loans/L-3/disbursement"));
    CHECK(anna.get("/loans/L-99/drawing").status == 404);
    CHECK(office.log().empty());
}

TEST_CASE("what pays a loan off is shown for any day, and taken along", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto dirk = office.as("dirk");
    // 5,000.00 and a quarter's interest at 4 % (50.00) on the next due date.
    CHECK(dirk.get("/loans/L-2/pay-off?on=2026-10-01").says("5.050,00"));
    CHECK(dirk.get("/loans/L-2/pay-off?on=2026-10-01&format=csv").status == 200);
    CHECK(dirk.get("/loans/L-99/pay-off").status == 404);
    CHECK(office.log().empty());
}
