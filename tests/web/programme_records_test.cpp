// What became of the plan, entered at the desk and over the API.

#include <catch2/catch.hpp>

#include "support/api_client.h"
#include "support/programme.h"
#include "support/small_office.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

const Promised of_unemployment{"201 observeUnemployment 200 listUnemploymentObservations"};
const Promised of_measures{"201 followMeasure 200 listMeasureRecords"};

}  // namespace

TEST_CASE("real unemployment is entered at the desk, stands beside the path, and is corrected", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    CHECK(anna.get("/programme").says("Tot deze dag is geen werkelijke werkloosheid vastgelegd."));
    CHECK(anna.get("/programme/unemployment").says("Er is nog geen werkelijke werkloosheid vastgelegd."));
    const std::string form = "/programme/unemployment/new";
    auto page = anna.send(form, form, {{"on", "juli"}, {"percent", "8,4"}, {"series", "programme"}});
    CHECK(page.status == 422);
    CHECK(page.says("Schrijf een maand als 2026-03"));
    CHECK(page.says("id=\"field-source-error\""));
    page = anna.send(form, form,
                     {{"on", "2026-07"}, {"percent", "8,4"}, {"series", "programme"}, {"source", "UWV, juli 2026"}});
    CHECK(page.address == "/programme/unemployment");
    CHECK(page.says("Vastgelegd: 8,40 % op 31-07-2026. Het plan mikt dan op 8,00 %."));
    CHECK(page.says("UWV, juli 2026"));
    page =
        anna.send(form, form, {{"on", "31-07-2026"}, {"percent", "8,5"}, {"series", "programme"}, {"source", "UWV"}});
    CHECK(page.status == 422);
    CHECK(page.says("waarneming 1"));

    const std::string correction = "/programme/unemployment/1/correction";
    CHECK(anna.get(correction).says("value=\"8.40\""));
    page = anna.send(correction, correction,
                     {{"on", "2026-07"}, {"percent", "8,2"}, {"series", "programme"}, {"source", "UWV, juli 2026"}});
    CHECK(page.says("id=\"field-note-error\""));
    page = anna.send(correction, correction,
                     {{"on", "2026-07"},
                      {"percent", "8,2"},
                      {"series", "programme"},
                      {"source", "UWV, juli 2026"},
                      {"note", "voorlopig cijfer"}});
    CHECK(page.says("voorlopig cijfer"));
    page = anna.get("/programme");
    CHECK(page.says("8,20 %"));
    CHECK(page.says("95,00 %"));  // (12 - 8.2) / 4
    CHECK_FALSE(page.says("staat niet in deze administratie"));
    CHECK_FALSE(page.says("8,40 %"));
    CHECK(page.says("<svg"));
    CHECK(office.as("dirk").get("/programme/unemployment?format=csv").says("8,40"));
    CHECK_FALSE(office.as("dirk").get("/programme/unemployment").says(form));
    CHECK(office.log().empty());
}

TEST_CASE("a series that counts otherwise stays beside the path at the desk", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    const std::string form = "/programme/unemployment/new";
    auto page =
        anna.send(form, form, {{"on", "2026-07"}, {"percent", "4,1"}, {"series", "ilo"}, {"source", "CBS StatLine"}});
    CHECK(page.says("Vastgelegd: 4,10 % op 31-07-2026."));
    CHECK_FALSE(page.says("Het plan mikt dan"));
    page = anna.get("/programme");
    CHECK(page.says("Werkloosheid, anders geteld"));
    CHECK(page.says("ILO-definitie van het CBS"));
    CHECK(office.log().empty());
}

TEST_CASE("unemployment is recorded over the API", "[web][api]")
{
    ApiOffice office;
    office.move_to(date(2026, 9, 15));
    const auto token = office.token('o', "read programme:write");
    const std::string address = "/unemployment-observations";
    const auto body = R"({"on": "2026-07", "percent": "8.40", "series": "programme", "source": "UWV, juli 2026"})";
    const auto made = office.post(address, token, body, "a");
    REQUIRE(made.status == 201);
    CHECK(made.json()["observation"] == 1);
    CHECK(made.json()["day"] == "2026-07-31");
    CHECK(made.json()["target"] == "8.00");
    CHECK(made.json()["progress"] == "90.00");
    CHECK(office.post(address, token, body, "a").json()["already_done"] == true);
    const auto apart = office.post(address, token,
                                   R"({"on": "2026-07-31", "percent": "4.10", "series": "ilo", "source": "CBS"})", "b");
    CHECK(apart.json()["target"].is_null());
    CHECK(office.post(address, token, body, "c").status == 422);
    CHECK(office.post(address, token, R"({"on": "juli", "percent": "8.40", "series": "ilo", "source": "x"})", "d")
              .status == 400);
    const auto corrected =
        R"({"on": "2026-07", "percent": "8.20", "series": "programme", "source": "UWV", "corrects": 1, "note": "voorlopig"})";
    CHECK(office.post(address, token, corrected, "e").status == 201);
    const auto list = office.ask("GET", address, token).json();
    CHECK(list["total"] == 3);
    CHECK(list["items"][0]["replaced_by"] == 3);
    CHECK(of_unemployment.broken() == "");
    CHECK(office.log.empty());
}

TEST_CASE("how a followed measure stands is entered and corrected at the desk", "[web]")
{
    SmallOffice office{date(2026, 9, 15)};
    auto anna = office.as("anna");
    CHECK(anna.get("/programme/M02").says("Hiervan is nog geen stand vastgelegd."));
    CHECK_FALSE(anna.get("/programme/M01").says("Stand vastleggen"));
    const std::string form = "/programme/M02/progress";
    auto page = anna.send(
        form, form, {{"status", "under-way"}, {"date", "2026-09-01"}, {"spent", "120.000,00"}, {"note", "beurs"}});
    CHECK(page.address == "/programme/M02");
    CHECK(page.says("Vastgelegd: op 01-09-2026 loopt."));
    CHECK(page.says("120.000,00"));
    CHECK(page.says("beurs"));
    page = anna.send(form, form, {{"status", "done"}, {"date", "2026-09-01"}});
    CHECK(page.status == 422);
    CHECK(page.says("nummer 1"));
    const std::string correction = "/programme/M02/records/1/correction";
    CHECK(anna.get(correction).says("value=\"120.000,00\""));
    page = anna.send(correction, correction,
                     {{"status", "under-way"},
                      {"date", "2026-09-01"},
                      {"spent", "125.000,00"},
                      {"note", "beurs"},
                      {"reason", "telfout"}});
    CHECK(page.address == "/programme");
    CHECK(page.says("125.000,00"));
    CHECK_FALSE(page.says("120.000,00"));
    CHECK_FALSE(page.says("telfout"));
    CHECK(anna.get("/programme/M02").says("telfout"));
    CHECK_FALSE(office.as("dirk").get("/programme/M02").says("Stand vastleggen"));
    CHECK(office.log().empty());
}

TEST_CASE("how a followed measure stands is recorded over the API", "[web][api]")
{
    ApiOffice office;
    office.move_to(date(2026, 9, 15));
    const auto token = office.token('o', "read programme:write");
    const auto made = office.post("/measures/M02/records", token,
                                  R"({"status": "under-way", "spent": "120000.00", "on": "2026-09-01"})", "a");
    REQUIRE(made.status == 201);
    CHECK(made.json()["record"] == 1);
    CHECK(office.post("/measures/M02/records", token, R"({"status": "done"})", "b").status == 201);
    CHECK(office.post("/measures/M24/records", token, R"({"status": "done"})", "c").status == 404);
    CHECK(office.post("/measures/M01/records", token, R"({"status": "done"})", "d").status == 422);
    CHECK(office.post("/measures/M02/records", token, R"({"status": "begun"})", "e").status == 400);
    CHECK(office
              .post("/measures/M02/records", token,
                    R"({"status": "stopped", "corrects": 2, "reason": "gestopt, niet klaar"})", "f")
              .status == 201);
    const auto list = office.ask("GET", "/measure-records?measure=M02", token).json();
    CHECK(list["total"] == 3);
    CHECK(office.ask("GET", "/measure-records?measure=M24", token).status == 404);
    CHECK(of_measures.broken() == "");
    CHECK(office.log.empty());
}
