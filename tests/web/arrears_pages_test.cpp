// Arrears in the browser: the small portfolio on 15 September 2026, when of L-1 1,575.00 is late since 1 July
// (support/small_portfolio.h).

#include <catch2/catch.hpp>

#include "storage/arrears_store.h"
#include "support/small_office.h"

using namespace vierkant;
using namespace vierkant::testing;

TEST_CASE("who is late stands in bands of age, each with its sum", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto dirk = office.as("dirk");
    auto page = dirk.get("/arrears");
    CHECK(page.says("61-90 dagen</dt><dd><a href=\"/arrears?age=61-90\">1.575,00</a>"));
    CHECK(page.says("<a href=\"/loans/L-1\">L-1</a>"));
    CHECK(page.says("Kunststof Emmen B.V."));
    CHECK_FALSE(page.says("/arrears/letters/new"));
    CHECK(dirk.get("/arrears?age=61-90").says("Kunststof Emmen B.V."));
    CHECK(dirk.get("/arrears?age=1-30").says("Niemand is te laat"));
    CHECK(dirk.get("/arrears?format=csv").status == 200);
    CHECK(office.as("anna").get("/").says("1 brief opmaken"));
    CHECK(office.log() == "");
}

TEST_CASE("letters are seen before they are drawn up, and can be read and printed after it", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    const std::string address = "/arrears/letters/new";
    const auto weighed = anna.send(address, address, {{"language", "nl"}});
    CHECK(weighed.says("herinnering"));
    CHECK(weighed.says("1.575,00"));
    CHECK(anna.get("/arrears/letters").says("Er ging nog geen brief uit."));
    const auto confirmed = anna.hidden_fields(weighed.body, address);
    auto page = anna.post(address, confirmed);
    CHECK(page.address == "/arrears/letters");
    CHECK(page.says("1 brief is opgemaakt."));
    CHECK(page.says("<a href=\"/arrears/letters/B-000001\">B-000001</a>"));
    CHECK(anna.post(address, confirmed).says("Dit was al gedaan"));

    page = anna.get("/arrears/letters/B-000001");
    CHECK(page.says("class=\"paper\""));
    CHECK(page.says("Kunststof Emmen B.V.\nKade 1\n7811 AB Emmen"));
    const auto file = anna.get("/arrears/letters/B-000001?format=file");
    CHECK(file.headers.at("content-disposition") == "attachment; filename=\"B-000001-L-1-reminder.txt\"");
    storage::Connection connection{office.database()};
    CHECK(storage::paper_of(connection, "B-000001")->content == file.body);
    CHECK(anna.get("/loans/L-1/letters").says("B-000001"));
    CHECK(anna.get("/arrears/letters/B-000009").status == 404);

    page = anna.send(address, address, {{"language", "nl"}});
    CHECK(page.status == 422);
    CHECK(page.says("Er is nu geen brief te sturen."));
    CHECK(office.log() == "");
}

TEST_CASE("interest on late payment is charged at the desk, costs only after a demand", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    const std::string address = "/loans/L-1/charge";
    CHECK(anna.send(address, address, {}).says("Kies wat u bijschrijft."));
    auto page = anna.send(address, address, {{"costs", "yes"}});
    CHECK(page.status == 422);
    CHECK(page.says("aanmaning"));
    page = anna.send(address, address, {{"interest", "yes"}});
    CHECK(page.says("Rente bij verzuim"));
    CHECK(anna.post(address, anna.hidden_fields(page.body, address)).says("Bijgeschreven. Vervallen en open is nu"));
    CHECK(office.log() == "");
}

TEST_CASE("what an undertaking owes is read for a day, and interest and costs are reckoned over any sum", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto dirk = office.as("dirk");
    CHECK(dirk.get("/undertakings/90000017/claim?as_of=2026-09-15").says("Vordering op Kunststof Emmen B.V."));
    CHECK(dirk.get("/undertakings/90000099/claim").status == 404);
    // Besluit vergoeding voor buitengerechtelijke incassokosten: 15 % of 2,500 and 10 % of the next 2,500.
    CHECK(dirk.get("/arrears/calculator?amount=5.000").says("625,00"));
    CHECK(dirk.get("/arrears/calculator?amount=veel").says("Schrijf een bedrag"));
    CHECK(dirk.get("/arrears/calculator?amount=5.000&from=2024-11-01&until=2025-03-01&kind=agreed&percent=6")
              .says("98,63"));  // 5,000 x 6 % x 120 / 365
    CHECK(office.log() == "");
}

TEST_CASE("an arrangement is seen before it is agreed, followed, and ended at the desk", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    const std::string address = "/loans/L-1/arrangement";
    CHECK(anna.get("/arrears").says("/arrears/arrangements"));
    CHECK(anna.get("/arrears/arrangements").says("Er zijn geen betalingsregelingen."));
    CHECK(anna.get(address).says("te laat is 1.575,00"));
    auto page = anna.send(address, address, {{"first", "2026-10-01"}, {"every", "1"}, {"unit", "month"}});
    CHECK(page.status == 422);
    CHECK(page.says("Kies gelijke termijnen of eigen termijnen."));
    page = anna.send(address, address, {{"plan", "01-10-2026 morgen"}});
    CHECK(page.says("Regel 1: schrijf een dag en een bedrag"));
    CHECK(anna.send(address, address, {{"plan", "01-10-2026 1.000,00"}}).status == 422);

    page = anna.send(address, address, {{"count", "3"}, {"first", "2026-10-01"}, {"every", "1"}, {"unit", "month"}});
    CHECK(page.says("Dit gaat er gebeuren"));
    CHECK(page.says("525,00"));
    CHECK(anna.get("/arrears/arrangements").says("Er zijn geen betalingsregelingen."));
    page = anna.post(address, anna.hidden_fields(page.body, address));
    CHECK(page.says("Betalingsregeling R-000001 is afgesproken over 1.575,00."));
    CHECK(anna.get("/arrears/arrangements").says("<a href=\"/arrears/arrangements/R-000001\">R-000001</a>"));
    page = office.as("dirk").get("/arrears/arrangements/R-000001");
    CHECK(page.says("wordt nagekomen"));
    CHECK_FALSE(page.says("/arrears/arrangements/R-000001/end"));
    page = anna.send(address, address, {{"plan", "01-10-2026 1.575,00"}});
    CHECK(page.status == 422);
    CHECK(page.says("R-000001"));

    const std::string end = "/arrears/arrangements/R-000001/end";
    CHECK(anna.send(end, end, {}).status == 422);
    CHECK(anna.send(end, end, {{"reason", "faillissement aangevraagd"}}).says("R-000001 is beëindigd"));
    CHECK(anna.get("/arrears/arrangements/R-000001").says("faillissement aangevraagd"));
    CHECK(anna.get("/arrears/arrangements/R-000009").status == 404);
    CHECK(office.log() == "");
}
