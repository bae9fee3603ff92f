// Closing in the browser: the small portfolio on 15 September 2026, of which no day was closed yet
// (support/small_portfolio.h).

#include <catch2/catch.hpp>

#include "storage/closing_store.h"
#include "support/small_office.h"

#include <chrono>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

/// The page of the close once it is not running any more.
Page when_done(Visitor& visitor)
{
    auto page = visitor.get("/closing");
    for (int i = 0; i < 600 && page.headers.contains("refresh"); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        page = visitor.get("/closing");
    }
    return page;
}

}  // namespace

TEST_CASE("days and periods are closed by the treasurer, who sees first what that does", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto carla = office.as("carla");
    CHECK(carla.get("/closing").says("Nog te sluiten"));
    CHECK(office.as("anna").get("/closing/days").status == 403);

    // A period whose days are open is refused in words.
    const std::string period = "/closing/period";
    auto page = carla.send(period, period, {{"until", "2026-08-31"}, {"fund", "revolving"}});
    CHECK(page.status == 422);
    CHECK(page.says("Sluit ze eerst."));
    CHECK_FALSE(page.says("vierkant close"));
    CHECK(carla.send(period, period, {{"until", "2026-08-30"}}).says("de laatste dag van een maand"));

    // 1 January up to 31 August are 243 days.
    const std::string days = "/closing/days";
    CHECK(carla.send(days, days, {{"until", "2026-09-16"}}).says("Sluit een dag pas als hij er is"));
    page = carla.send(days, days, {{"until", "2026-08-31"}, {"fund", "revolving"}});
    CHECK(page.says("Dagen die dichtgaan"));
    CHECK(page.says("<td class=\"figure\">243</td>"));
    page = carla.post(days, carla.hidden_fields(page.body, days));
    CHECK(page.address == "/closing");
    CHECK(page.says("Het sluiten is begonnen."));
    page = when_done(carla);
    CHECK(page.says("Het laatst gesloten"));
    CHECK(page.says("31-08-2026"));
    // A server that was begun anew knows of no run, and says what stands in the books.
    CHECK(page.says("Laatst gesloten, volgens de boeken"));
    CHECK(page.says("<td>carla</td>"));
    page = carla.send(days, days, {{"until", "2026-08-31"}, {"fund", "revolving"}});
    CHECK(page.status == 422);
    CHECK(page.says("Al deze dagen zijn gesloten."));

    // What is long on its way has to be explained.
    page = carla.send(period, period, {{"until", "2026-08-31"}, {"fund", "revolving"}});
    CHECK(page.status == 422);
    CHECK(page.says("schrijf waarom de periode toch dicht mag"));
    page = carla.send(period, period,
                      {{"until", "2026-08-31"}, {"fund", "revolving"}, {"note", "Afschriften zijn opgevraagd"}});
    CHECK(page.says("Zij gaat niet meer open."));
    CHECK(page.says("Proef- en saldibalans"));
    {
        storage::Connection connection{office.database()};
        CHECK_FALSE(storage::closing_fund(connection, FundId{1}).closed_period);
    }
    page = carla.post(period, carla.hidden_fields(page.body, period));
    CHECK(page.says("De periode tot en met 31-08-2026 is gesloten."));
    CHECK(office.as("dirk").get("/closing/periods").says("Afschriften zijn opgevraagd"));

    const std::string interest = "/closing/interest";
    CHECK(
        carla.send(interest, interest, {{"fund", "revolving"}, {"book", "day"}}).says("boekt rente voortaan per dag"));
    CHECK(office.log().empty());
}
