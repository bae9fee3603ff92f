// Taking over loans and undertakings over the API, with the examples of the guide (docs/examples).

#include "support/api_client.h"

using namespace vierkant;
using namespace vierkant::testing;
using formats::Json;

namespace {

const Promised of_loans{
    "200 importPortfolio listLoans getLoan listInstalments getPayOffQuote getLoanRisk getStatement getConfirmation "
    "getDrawing getClaim 201 importPortfolio chargeArrears"};
const Promised of_undertakings{"200 importUndertakings listUndertakings 201 importUndertakings"};

const std::string csv = "text/csv";

std::string with(std::string text, const std::string& what, const std::string& instead)
{
    return text.replace(text.find(what), what.size(), instead);
}

}  // namespace

TEST_CASE("the loans of another administration are taken over by the API, after they were checked", "[web][api]")
{
    ApiOffice office{[](storage::Connection& connection, Date) {
        verify(static_cast<bool>(usecases::init_administration(connection, task("init", date(2025, 12, 31)), "", "")),
               "the plan that ships can be read");
    }};
    Program anna{office, "user-o", "read applications:write loans:write"};
    const auto file = api_example("portfolio.csv");
    office.move_to(date(2025, 12, 31));

    // Each row that is wrong is named, whether it is only checked or not.
    const auto wrong = with(with(file, "250000.00", "veel"), "2020-06-15", "gisteren");
    for (const auto* address : {"/portfolio-imports?on=2025-12-31&dry-run=true", "/portfolio-imports?on=2025-12-31"}) {
        CHECK(anna.refused(address, wrong, csv) == "400 usecases.rows_are_bad");
        CHECK(anna.was_told("?skip-bad-rows=true"));
        const auto& rows = anna.refusal()["bad_rows"];
        REQUIRE(rows.size() == 3);
        CHECK(rows[0]["where"] == "body:2 amount");
        CHECK(rows[1]["where"] == "body:3 awarded_on");
        CHECK(rows[2]["where"] == "body:9 kvk");  // its undertaking is described in row 2
        CHECK_FALSE(rows[0]["detail"].get<std::string>().empty());
    }
    // What is misspelt is no reason to write.
    CHECK(anna.refused("/portfolio-imports?dry-run=yes", file, csv) == "400 api.flag_unreadable");
    CHECK(anna.refused("/portfolio-imports?numbers=de", file, csv) == "400 api.numbers_unreadable");
    CHECK(anna.refused("/portfolio-imports?on=gisteren", file, csv) == "400 api.day_unreadable");
    CHECK(anna.refused("/portfolio-imports?on=2026-12-31", file, csv) == "422 usecases.take_over_in_future");
    CHECK(anna.get("/loans")["total"] == 0);

    const auto part = anna.post("/portfolio-imports?on=2025-12-31&dry-run=true&skip-bad-rows=true", wrong, csv);
    CHECK(part["rows"] == 8);
    CHECK(part["bad"] == 3);
    CHECK(part["bad_rows"].size() == 3);
    CHECK(part["loans"] == 5);
    CHECK(part["dry_run"] == true);
    CHECK(anna.get("/loans")["total"] == 0);

    const auto taken = anna.post("/portfolio-imports?on=2025-12-31", file, csv);
    // The sums of the columns of the file.
    CHECK(taken["on"] == "2025-12-31");
    CHECK(taken["loans"] == 8);
    CHECK(taken["undertakings"] == 7);           // 90000017 has two
    CHECK(taken["awarded"] == "1235000.00");     // 250 + 400 + 180 + 100 + 75 + 60 + 120 + 50 thousand
    CHECK(taken["disbursed"] == "1115000.00");   // all but the 120,000 of 90000075
    CHECK(taken["repaid"] == "519750.40");       // 131,250.40 + 210,000 + 76,500 + 75,000 + 22,000 + 5,000
    CHECK(taken["written_off"] == "38000.00");   // of 90000067
    CHECK(taken["outstanding"] == "557249.60");  // 1,115,000 - 519,750.40 - 38,000
    CHECK(taken["overdue"] == "5470.32");        // 4,500.00 and 970.32 of 90000033
    CHECK(taken["dry_run"] == false);
    CHECK(anna.get("/loans")["total"] == 8);
    CHECK(anna.refused("/portfolio-imports?on=2025-12-31", with(file, "Kunststofweg", "Weg"), csv) ==
          "400 usecases.rows_are_bad");

    CHECK(anna.get("/loans?municipality=GM0109")["total"] == 2);
    CHECK(anna.get("/undertakings")["total"] == 7);

    // A taken-over loan is read as any other.
    const auto loans = anna.get("/loans");
    for (const auto& loan : loans["items"]) {
        const auto address = "/loans/" + loan["number"].get<std::string>();
        for (const auto* below :
             {"", "/instalments", "/pay-off-quote", "/risk", "/statement", "/confirmation", "/drawing"}) {
            anna.get(address + below);
        }
    }
    const auto proof = anna.get("/loans?scheme=proof-production-loan")["items"][0]["number"].get<std::string>();
    CHECK(anna.refused("/loans/" + proof + "/settlements") == "422 usecases.no_proof_production");

    // What may be lost on it counts too: all but the one that was repaid, written off or not drawn.
    CHECK(anna.get("/provisions")["total"] == 5);

    // 90000033 is late since 1 October 2025: 90 days to 30 December at 6 % (art. 6:119 BW), of which the contract has
    // 3.75 % over principal: 4,500.00 x 2.25 % x 90/365 = 24.97, and 970.32 x 6 % x 90/365 = 14.36, each rounded.
    const auto late = anna.get("/undertakings/90000033/claim")["claims"][0]["number"].get<std::string>();
    CHECK(anna.refused("/loans/" + late + "/arrears-charges", R"({"costs": true})") == "422 usecases.demand_first");
    CHECK(anna.was_told("POST /letters"));
    const auto charged = anna.post("/loans/" + late + "/arrears-charges", R"({"interest": true})");
    CHECK(charged["default_interest"] == "39.33");
    CHECK(charged["collection_costs"] == "0.00");
    CHECK(of_loans.broken() == "");
    CHECK(office.log.empty());
}

TEST_CASE("undertakings are taken over by the API, and the rows that are wrong are named", "[web][api]")
{
    ApiOffice office;
    Program anna{office, "user-o", "read applications:write loans:write"};
    const auto file = api_example("undertakings.csv");
    const auto wrong = with(file, "90000025", "9000002");
    CHECK(anna.refused("/undertaking-imports?dry-run=true", wrong, csv) == "400 usecases.rows_are_bad");
    CHECK(anna.refusal()["bad_rows"][0]["where"].get<std::string>().find("kvk") != std::string::npos);
    const auto checked = anna.post("/undertaking-imports?dry-run=true", file, csv);
    const auto taken = anna.post("/undertaking-imports?skip-bad-rows=true", wrong, csv);
    CHECK(taken["undertakings"] == checked["undertakings"].get<int>() - 1);
    CHECK(taken["bad_rows"].size() == 1);
    CHECK(anna.get("/undertakings")["total"] == taken["undertakings"]);
    CHECK(of_undertakings.broken() == "");
    CHECK(office.log.empty());
}
