// Jobs, collateral and provisions in the browser, on the small portfolio (support/small_portfolio.h).

#include <catch2/catch.hpp>

#include "support/small_office.h"

using namespace vierkant;
using namespace vierkant::testing;

TEST_CASE("a measurement of jobs is kept at the desk, beside what was promised", "[web]")
{
    SmallOffice office{date(2027, 1, 31), open_with_dossier};
    auto anna = office.as("anna");
    CHECK(anna.get("/jobs").says("<a href=\"/applications/2026-0005\">2026-0005</a>"));
    const std::string address = "/applications/2026-0005/jobs/new";
    std::vector<std::pair<std::string, std::string>> typed{
        {"measured_on", "2027-01-20"}, {"evidence", "archief 2027/118"}, {"jobs.0.level", "mbo-2"},
        {"jobs.0.kind", "new"},        {"jobs.0.target_group", ""},      {"jobs.0.jobs", "11"}};

    CHECK(anna.send(address, address, {{"measured_on", "2027-01-20"}, {"evidence", "archief"}})
              .says("Vul ten minste een regel in."));
    auto wrong = typed;
    wrong[1].second = "van 123456782";  // passes the eleven test
    CHECK(anna.send(address, address, wrong).status == 200);
    typed.insert(
        typed.end(),
        {{"jobs.1.level", "mbo-1"}, {"jobs.1.kind", "new"}, {"jobs.1.target_group", "PW_GT2"}, {"jobs.1.jobs", "5"}});
    auto page = anna.send(address, address, typed);
    CHECK(page.says("Beloofd en gevonden"));
    CHECK(page.says("<td class=\"figure\">12</td>"));
    CHECK(page.says("<td class=\"figure\">16</td>"));
    page = anna.post(address, anna.hidden_fields(page.body, address));
    CHECK(page.address == "/applications/2026-0005/jobs");
    CHECK(page.says("De meting is vastgelegd."));
    CHECK(page.says("archief 2027/118"));
    CHECK_FALSE(anna.get("/jobs").says("2026-0005"));
    CHECK(office.as("dirk").get("/applications/2026-0005/jobs?format=csv").status == 200);
    CHECK(office.as("dirk").get("/applications/2026-0099/jobs").status == 404);
    CHECK(office.log().empty());
}

TEST_CASE("collateral, stage and provisions are kept at the desk", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    const std::string risk = "/loans/L-1/risk";
    auto page = anna.send(risk + "/collateral", risk + "/collateral",
                          {{"kind", "mortgage"},
                           {"description", "bedrijfshal, akte 2026/7"},
                           {"value", "4.000,00"},
                           {"rank", "1"},
                           {"valued", "2026-09-01"}});
    CHECK(page.address == risk);
    CHECK(page.says("bedrijfshal, akte 2026/7"));
    CHECK(anna.send(risk + "/stage", risk + "/stage", {{"stage", "default"}, {"date", "2026-09-15"}})
              .says("id=\"field-reason-error\""));
    page = anna.send(risk + "/stage", risk + "/stage",
                     {{"stage", "default"}, {"date", "2026-09-15"}, {"reason", "surseance"}});
    CHECK(page.says("in gebreke"));
    CHECK(anna.get(risk + "/release").says("1: bedrijfshal, akte 2026/7, 4.000,00"));
    CHECK(anna.send(risk + "/release", risk + "/release",
                    {{"collateral", "1"}, {"date", "2026-09-15"}, {"reason", "afgelost"}})
              .says("De zekerheid is vrijgegeven."));

    // In default all of 6,575.00 is at risk at 60 %: 3,945.00.
    auto carla = office.as("carla");
    CHECK(carla.get("/provisions").says("3.945,00"));
    CHECK(anna.get("/provisions/booking").status == 403);
    page = carla.send("/provisions/booking", "/provisions/booking", {{"date", "2026-09-15"}});
    CHECK(page.says("Wat geboekt wordt"));
    CHECK(page.says("3.945,00"));
    page = carla.post("/provisions/booking", carla.hidden_fields(page.body, "/provisions/booking"));
    CHECK(page.address == "/provisions");
    CHECK(page.says("De voorzieningen zijn geboekt"));
    page = carla.send("/provisions/booking", "/provisions/booking", {{"date", "2026-09-15"}});
    CHECK(page.status == 422);
    CHECK(office.log().empty());
}
