// What the API answers about an administration that has run for years (vierkant demo), held against its description in
// data/api/answers.json (support/answer_schema.h).

#include "support/api_client.h"
#include "usecases/demo/play_demo.h"
#include "usecases/demo/story_json.h"

#include <set>

using namespace vierkant;
using namespace vierkant::testing;
using formats::Json;

namespace {

const std::string all_scopes = "read reports:read applications:write loans:write orders:write";

const Promised of_years{
    "200 listLoans getLoan listInstalments getPayOffQuote getLoanRisk getStatement getConfirmation getDrawing "
    "listGrants "
    "getGrant listApplications getApplication getVerdict listUndertakings getUndertaking getClaim listSchemes "
    "getScheme "
    "listArrears listOrders listBankLines listUnmatchedBankLines listReports getClosings listDueMeasurements "
    "listProvisions listDueLetters listArrangements listLetters askForecast getJobs search getEntry listUsers getUser "
    "listWorks getReport listLoanLetters listGrantLetters listEntries getWork calculateLateInterest "
    "calculateCollectionCosts"};
const Promised of_late{
    "201 drawLetters agreeArrangement endArrangement addLoanEvent prepareLoanOrder withdrawOrder callInLoan "
    "addCollateral releaseCollateral judgeRisk measureJobs "
    "200 listLetters getLetter listLoanLetters agreeArrangement listArrangements getArrangement addLoanEvent "
    "prepareLoanOrder "
    "callInLoan"};

class FilledOffice {
public:
    ApiAnswer get(const std::string& address, char role = 'o')
    {
        INFO(address);
        const auto scopes = role == 'a' ? "administration:write" : role == 'u' ? "audit:read" : all_scopes.c_str();
        auto answer = office_.ask("GET", address, office_.token(role, scopes));
        CHECK(answer.status == 200);
        return answer;
    }
    /// A POST about a thing, with its ETag.
    ApiAnswer post(const std::string& address, const std::string& body, const std::string& guarded = "")
    {
        INFO(address << " " << body);
        const auto etag = guarded.empty() ? std::string{} : get(guarded).header("ETag");
        auto answer = office_.post(address, office_.token('o', all_scopes), body, "k" + std::to_string(++keys_), etag);
        INFO(answer.body);
        CHECK((answer.status == 200 || answer.status == 201));
        return answer;
    }
    /// The values of a field of all things in a list.
    std::vector<std::string> every(const std::string& list, const std::string& field)
    {
        std::vector<std::string> found;
        const auto json = get(list + "?page-size=500").json();
        for (const auto& item : json["items"]) found.push_back(item[field]);
        CHECK_FALSE(found.empty());
        return found;
    }
    ApiOffice& office() { return office_; }

private:
    static void play(storage::Connection& connection, Date today)
    {
        const auto story = demo::read_story(demo::shipped_story, today);
        verify(static_cast<bool>(story), "the story can be read");
        const auto played = demo::play_demo(connection, *story, today, {[](const auto&) {}});
        verify(static_cast<bool>(played), "the story can be played");
    }

    ApiOffice office_{play};
    int keys_ = 0;
};

}  // namespace

TEST_CASE("each answer that is described is seen by a test", "[web][api]")
{
    const auto described = Json::parse(embedded::file("data/api/answers.json").value_or("{}"));
    std::set<std::string> answers;
    for (const auto& [answer, schema] : described.items()) answers.insert(answer);
    for (const auto& answer : answers) {
        if (!Promised::all().contains(answer)) FAIL_CHECK("no test sees " << answer);
    }
    for (const auto& answer : Promised::all()) {
        if (!answers.contains(answer)) FAIL_CHECK("a test promises to see what is not described: " << answer);
    }
    std::set<std::string> operations;
    for (const auto& route : api::routes()) operations.emplace(route.operation);
    for (const auto& answer : answers) {
        if (!operations.contains(answer.substr(0, answer.find(' ')))) FAIL_CHECK("nothing answers " << answer);
    }
}

TEST_CASE("what is answered about a fund that has run for years is what was described", "[web][api]")
{
    FilledOffice filled;
    for (const auto& number : filled.every("/loans", "number")) {
        const auto loan = "/loans/" + number;
        for (const auto* part :
             {"", "/instalments", "/pay-off-quote", "/risk", "/statement", "/confirmation", "/drawing", "/letters"}) {
            filled.get(loan + part);
        }
    }
    for (const auto& number : filled.every("/grants", "number")) {
        filled.get("/grants/" + number);
        filled.get("/grants/" + number + "/letters");
    }
    for (const auto& number : filled.every("/applications", "number")) {
        filled.get("/applications/" + number);
        filled.get("/applications/" + number + "/verdict");
    }
    for (const auto& kvk : filled.every("/undertakings", "kvk")) {
        filled.get("/undertakings/" + kvk);
        filled.get("/undertakings/" + kvk + "/claim");
    }
    for (const auto& code : filled.every("/schemes", "scheme")) filled.get("/schemes/" + code);
    for (const auto* list : {"/arrears", "/orders", "/bank-lines", "/unmatched-bank-lines", "/reports", "/closings",
                             "/due-job-measurements", "/provisions", "/due-letters", "/arrangements", "/letters",
                             "/award-forecast?amount=100000.00&month=2026-06", "/applications/2025-0001/jobs"}) {
        filled.get(list);
    }
    filled.get("/search?q=100000.00");
    CHECK(filled.get("/search?q=L-0").json()["total"] > 0);
    CHECK(filled.get("/funds/revolving/entries/1").json()["postings"].size() > 0);
    filled.get("/users", 'a');
    filled.get("/users/user-o", 'a');
    filled.get("/works", 'u');
    for (const auto* work : {"/works/1", "/works/60"}) CHECK_FALSE(filled.get(work, 'u').json()["facts"].empty());
    // A list that the database cuts: the pages are all of it, each once, newest first.
    const auto all = filled.get("/funds/revolving/entries?page-size=500").json();
    const auto second = filled.get("/funds/revolving/entries?page-size=7&page=2").json();
    CHECK(second["total"] == all["total"]);
    REQUIRE(second["items"].size() == 7);
    CHECK(second["items"][0] == all["items"][7]);
    CHECK(filled.get("/funds/revolving/entries?account=assets:bank").json()["total"] < all["total"]);
    // The examples of docs/rules/arrears.md.
    const auto interest = filled.get("/late-interest?amount=12000.00&from=2024-11-01&until=2025-03-01").json();
    CHECK(interest["total"] == "256.77");
    CHECK(interest["parts"].size() == 2);
    CHECK(filled.get("/collection-costs?amount=12345.67").json()["costs"] == "898.46");
    for (const auto* report : {"portfolio", "fund-statement"}) {
        const std::string address = std::string{"/reports/"} + report;
        CHECK(filled.get(address).json().contains("tables"));
        CHECK(filled.get(address + "?format=xlsx").body.starts_with("PK"));
        CHECK(filled.get(address + "?format=csv").body.find(',') != std::string::npos);
        const auto earlier = to_text(filled.office().today() - 365);
        CHECK(filled.get(address + "?compare-with=" + earlier).json()["compared_with"] == earlier);
    }
    const auto reader = filled.office().token('o', all_scopes);
    CHECK(filled.office().ask("GET", "/reports/portfolio?format=csv&table=nothing", reader).status == 404);
    CHECK(filled.office().ask("GET", "/reports/portfolio?format=docx", reader).status == 400);
    CHECK(filled.office().ask("GET", "/funds/revolving/entries/x", reader).status == 404);
    CHECK(of_years.broken() == "");
    CHECK(filled.office().log.empty());
}

TEST_CASE("what is late is arranged, written about and called in over the API", "[web][api]")
{
    FilledOffice filled;
    const auto late = filled.every("/arrears", "number");
    std::string number;
    for (const auto& one : late) {
        if (one.starts_with("L-")) number = one;
    }
    REQUIRE_FALSE(number.empty());
    const auto loan = "/loans/" + number;
    filled.post("/letters", R"({"language": "nl"})");
    const auto letters = filled.get("/letters").json();
    REQUIRE(letters["total"] > 0);
    const auto letter = filled.get("/letters/" + letters["items"][0]["letter"].get<std::string>()).json();
    CHECK(letter["text"].get<std::string>().find("euro") != std::string::npos);
    const auto about = filled.get("/loans/" + letter["about"].get<std::string>() + "/letters").json();
    REQUIRE(about["total"] > 0);
    CHECK(about["items"].back()["digest"] == letter["digest"]);

    const auto first = to_text(filled.office().today() + 20);
    const auto plan = R"({"instalments": 3, "first": ")" + first + R"("})";
    const auto weighed = filled.post(loan + "/arrangements?dry-run=true", plan);
    CHECK(weighed.json()["terms"].size() == 3);
    CHECK(filled.get("/arrangements").json()["total"] == 0);
    const auto agreed = filled.post(loan + "/arrangements", plan, loan);
    CHECK(agreed.header("Location") == "/api/v1/arrangements/R-000001");
    CHECK(filled.get("/arrangements/R-000001").json()["loan"] == number);
    CHECK(filled.get("/arrangements").json()["total"] == 1);
    const auto both = filled.office().post(loan + "/arrangements", filled.office().token('o', all_scopes), "{}", "b",
                                           filled.get(loan).header("ETag"));
    CHECK(both.status == 400);
    filled.post("/arrangements/R-000001/endings", R"({"reason": "faillissement"})", "/arrangements/R-000001");

    const auto day = to_text(filled.office().today());
    for (const std::string event :
         {R"({"type": "payment", "amount": "10.00")", R"({"type": "prepayment", "amount": "10.00")",
          R"({"type": "fee", "amount": "10.00")", R"({"type": "rate", "annual_percent": "3.00")",
          R"({"type": "holiday", "instalments": 2, "interest": "due")"}) {
        const auto body = event + R"(, "date": ")" + day + "\"}";
        filled.post(loan + "/events?dry-run=true", body);
        filled.post(loan + "/events", body, loan);
    }
    filled.post(loan + "/orders", R"({"kind": "remission", "amount": "10.00"})", loan);
    filled.post("/orders/" + filled.every("/orders", "order").front() + "/withdrawals", R"({"reason": "toch niet"})");
    filled.post(loan + "/orders?dry-run=true", R"({"kind": "remission", "amount": "10.00"})");
    filled.post(loan + "/call-ins?dry-run=true", "{}");
    filled.post(loan + "/call-ins", "{}", loan);
    const auto item =
        filled.post(loan + "/collateral-items",
                    R"({"kind": "pledge", "description": "voorraad, akte in archief", "value": "5000.00"})", loan);
    filled.post(loan + "/collateral-releases",
                R"({"item": )" + item.json()["number"].dump() + R"(, "reason": "verkocht"})", loan);
    filled.post(loan + "/risk-stages", R"({"stage": "watch", "reason": "kwartaalcijfers"})", loan);

    const auto measured = filled
                              .post("/applications/2025-0001/job-measurements",
                                    R"({"measured_on": ")" + day +
                                        R"(", "evidence": "loonstaten, archief 2027/118",)"
                                        R"( "jobs": [{"level": "mbo-2", "kind": "new", "jobs": 5}]})")
                              .json();
    CHECK(measured["measured"].back()["jobs"] == 5);

    CHECK(of_late.broken() == "");
    const auto token = filled.office().token('o', all_scopes);
    const auto odd = filled.office().ask("GET", loan + "/confirmation?format=docx", token);
    CHECK(odd.status == 400);
    const auto paper = filled.office().ask("GET", loan + "/confirmation?format=pdf", token);
    // Without WeasyPrint it says so.
    CHECK((paper.status == 503 || (paper.status == 200 && paper.body.starts_with("%PDF"))));
    CHECK(filled.office().log.empty());
}
