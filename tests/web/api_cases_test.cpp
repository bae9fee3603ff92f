// What else becomes of an application and of a proof production over the API.

#include "support/api_client.h"
#include "usecases/verify_administration.h"

using namespace vierkant;
using namespace vierkant::testing;
using formats::Json;

namespace {

const Promised of_applications{
    "201 addUndertaking registerApplication requestCompletion completeApplication withdrawApplication proposeDecision "
    "decideApplication 200 assessApplication getApplication"};
const Promised of_parts{"201 proposeDecision decideApplication 200 getDrawing"};
const Promised of_proof{
    "201 addInvoice prepareLoanOrder releaseOrder settleProofProduction 200 listInvoices settleProofProduction"};

}  // namespace

TEST_CASE("an application is completed, refused or withdrawn over the API, and what is in the way is said",
          "[web][api]")
{
    ApiOffice office;
    Program anna{office, "user-o", "read applications:write"};
    Program bob{office, "user-d", "read decisions:write"};
    const auto text = api_example("application-investment-loan.json");
    CHECK(anna.refused("/applications", text) == "422 usecases.applicant_unknown");
    CHECK(anna.was_told("POST /undertakings"));
    anna.post("/undertakings", api_example("undertaking.json"));
    CHECK(anna.refused("/undertakings", api_example("undertaking.json")) == "422 usecases.kvk_taken");
    CHECK(anna.was_told("POST /undertakings/90000017/versions"));
    CHECK(anna.post("/application-assessments", text)["verdict"].size() > 5);
    const std::string first = "/applications/" + anna.post("/applications", text)["number"].get<std::string>();
    CHECK(anna.refused("/applications", text) == "422 usecases.registered_before");

    CHECK(bob.refused(first + "/decisions", R"({"decision": "award"})") == "422 dossiers.nothing_proposed");
    CHECK(bob.was_told("proposals"));
    CHECK(anna.refused(first + "/proposals", R"({"award": true})") == "422 dossiers.not_complete");
    CHECK(anna.was_told("completions"));
    CHECK(anna.refused(first + "/completion-requests", R"({"missing": "jaarrekening", "until": "2026-03-02"})") ==
          "422 dossiers.until_missing");
    const auto asked =
        anna.post(first + "/completion-requests", R"({"missing": "jaarrekening", "until": "2026-03-23"})");
    CHECK(asked["status"] == "incomplete");
    CHECK(asked["events"].back()["until"] == "2026-03-23");
    CHECK(anna.post(first + "/completions")["status"] == "complete");
    CHECK(anna.refused(first + "/proposals", R"({"award": false})") == "422 dossiers.reason_missing");
    CHECK(anna.post(first + "/proposals", R"({"award": false, "note": "past niet in het plan"})")["status"] ==
          "refusal-proposed");
    CHECK(bob.refused(first + "/decisions", R"({"decision": "award"})") == "422 dossiers.refusal_was_proposed");
    CHECK(bob.was_told("send-back"));
    const auto refused = bob.post(first + "/decisions", R"({"decision": "refuse"})");
    CHECK(refused["status"] == "refused");
    CHECK(refused["decide_by"].is_null());
    CHECK(anna.refused(first + "/withdrawals") == "422 dossiers.closed_already");

    auto other = Json::parse(text);
    other["amount"] = "240000.00";
    const std::string second = "/applications/" + anna.post("/applications", other.dump())["number"].get<std::string>();
    const auto withdrawn = anna.post(second + "/withdrawals", R"({"reason": "gaat niet door"})");
    CHECK(withdrawn["status"] == "withdrawn");
    CHECK(anna.get(second)["decide_by"].is_null());
    CHECK(of_applications.broken() == "");
    CHECK(office.log.empty());
}

TEST_CASE("a loan is drawn in the parts that were proposed over the API", "[web][api]")
{
    ApiOffice office;
    Program anna{office, "user-o", "read applications:write"};
    Program bob{office, "user-d", "read decisions:write"};
    anna.post("/undertakings", api_example("undertaking.json"));
    const auto address =
        "/applications/" +
        anna.post("/applications", api_example("application-investment-loan.json"))["number"].get<std::string>();
    anna.post(address + "/completions");
    const auto proposal = [](const std::string& second) {
        return R"({"award": true, "note": "in twee delen", "drawing": {"tranches": [{"amount": "150000.00"}, )"
               R"({"amount": ")" +
               second + R"(", "milestone": "machine geleverd"}], "last_drawing": "2026-12-31"}})";
    };
    CHECK(anna.refused(address + "/proposals", proposal("90000.00")) == "422 schemes.tranches_differ_from_award");
    CHECK(anna.refused(address + "/proposals", R"({"award": true, "drawing": {"parts": []}})") ==
          "400 formats.unknown_field");
    CHECK(anna.refusal()["where"] == "body /drawing/parts");
    anna.post(address + "/proposals", proposal("100000.00"));
    const auto award = bob.post(address + "/decisions", R"({"decision": "award"})")["award"];
    const auto drawing = anna.get("/loans/" + award["number"].get<std::string>() + "/drawing");
    CHECK(drawing["last_drawing"] == "2026-12-31");
    CHECK(drawing["released"] == "150000.00");  // the other part waits for its milestone
    CHECK(drawing["tranches"][1]["milestone"] == "machine geleverd");
    CHECK(of_parts.broken() == "");
    CHECK(office.log.empty());
}

// Half of advice, 35 % of building (data/schemes/proof-production-loan.2014.json); EUR 65,000 awarded.
TEST_CASE("a proof production is drawn on its invoices and settled over the API, with four eyes", "[web][api]")
{
    ApiOffice office;
    office.move_to(date(2026, 3, 9));
    Program anna{office, "user-o", "read applications:write loans:write"};
    Program both{office, "user-both", "read loans:write"};
    Program bob{office, "user-d", "read decisions:write orders:write"};
    anna.post("/undertakings", api_example("undertaking.json"));
    const auto loan = "/loans/" + awarded_over_api(anna, bob, api_example("application-proof-production-loan.json"));
    const auto invoice = [](const std::string& category, const std::string& amount, const std::string& day) {
        return Json{{"category", category},
                    {"amount", amount},
                    {"supplier", "Polymeerlab BV"},
                    {"date", day},
                    {"evidence", amount + ", archief 2026/118"}}
            .dump();
    };
    const auto disbursement = [](const std::string& amount) {
        return Json{{"kind", "disbursement"}, {"amount", amount}}.dump();
    };

    CHECK(anna.refused(loan + "/orders", disbursement("0.01")) == "422 grants.above_invoices");
    CHECK(anna.was_told("invoices"));
    CHECK(anna.refused(loan + "/invoices", invoice("hours", "1.00", "2026-03-09")) == "400 grants.unknown_category");
    CHECK(anna.refused(loan + "/invoices", invoice("advice", "1.00", "2026-03-08")) ==
          "422 grants.invoice_out_of_range");
    auto receipt = anna.post(loan + "/invoices", invoice("advice", "20000.00", "2026-03-09"));
    CHECK(receipt["drawable"] == "10000.00");
    CHECK(anna.refused(loan + "/invoices", invoice("advice", "20000.00", "2026-03-09")) == "422 grants.invoice_known");
    const auto order = anna.post(loan + "/orders", disbursement("10000.00"))["order"].get<std::string>();
    CHECK(both.refused(loan + "/settlements") == "422 grants.payment_waits");
    bob.post("/orders/" + order + "/releases");
    receipt = anna.post(loan + "/invoices", invoice("prototype-building", "10000.00", "2026-03-09"));
    CHECK(receipt["drawable"] == "13500.00");  // and 35 % of 10,000
    CHECK(receipt["drawn"] == "10000.00");
    CHECK(anna.get(loan + "/invoices")["invoices"].size() == 2);

    CHECK(anna.refused(loan + "/settlements") == "422 grants.settled_by_enterer");
    const auto weighed = both.post(loan + "/settlements?dry-run=true");
    CHECK(weighed["settlement"][0]["principal"] == "13500.00");
    CHECK(weighed["settlement"][0]["released"] == "51500.00");  // 65,000 less 13,500
    CHECK(weighed["settlement"][0]["called_in"] == "0.00");
    const auto settled = both.post(loan + "/settlements");
    CHECK(settled["drawable"] == "13500.00");
    CHECK(settled["released"] == "51500.00");
    CHECK(settled["overpaid"] == "0.00");
    CHECK(both.refused(loan + "/settlements") == "422 grants.already_settled_loan");
    CHECK(usecases::verify_administration(office.connection()).empty());
    CHECK(of_proof.broken() == "");
    CHECK(office.log.empty());
}
