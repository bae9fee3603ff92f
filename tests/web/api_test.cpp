// The API as a program sees it: tokens, rights, problems, pages, and a case from application to repayment.

#include "web/api/api.h"

#include "base/secret.h"
#include "storage/migrations.h"
#include "storage/user_store.h"
#include "support/api_client.h"
#include "support/databases.h"
#include "usecases/init_administration.h"
#include "usecases/users.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace vierkant;
using namespace vierkant::testing;

namespace {

const Promised of_administrator{
    "200 getUser listUsers addSchemeEdition 201 addUser changeUser setPassword addSchemeEdition"};
const Promised of_versions{"200 getUndertaking 201 addUndertaking changeUndertaking"};

const std::string table = R"(
GET  odtu read               /undertakings
POST o    applications:write /undertakings
GET  odtu read               /undertakings/{kvk}
POST o    applications:write /undertakings/{kvk}/versions
GET  odtu read               /schemes
GET  odtu read               /schemes/{scheme}
GET  odtu read               /applications
POST o    applications:write /applications
POST odtu read               /application-assessments
GET  odtu read               /applications/{number}
GET  odtu read               /applications/{number}/verdict
POST o    applications:write /applications/{number}/completion-requests
POST o    applications:write /applications/{number}/completions
POST o    applications:write /applications/{number}/withdrawals
POST o    applications:write /applications/{number}/proposals
POST d    decisions:write    /applications/{number}/decisions
GET  odtu read               /loans
GET  odtu read               /loans/{number}
GET  odtu read               /loans/{number}/instalments
GET  odtu read               /loans/{number}/pay-off-quote
GET  odtu read               /loans/{number}/risk
POST o    loans:write        /loans/{number}/events
POST o    loans:write        /loans/{number}/orders
POST o    loans:write        /loans/{number}/call-ins
GET  odtu read               /loans/{number}/statement
GET  odtu read               /loans/{number}/confirmation
GET  odtu read               /loans/{number}/drawing
GET  odtu read               /loans/{number}/invoices
POST o    loans:write        /loans/{number}/invoices
POST o    loans:write        /loans/{number}/settlements
POST o    loans:write        /loans/{number}/arrangements
POST o    loans:write        /loans/{number}/collateral-releases
GET  odtu read               /arrangements
GET  odtu read               /arrangements/{number}
POST o    loans:write        /arrangements/{number}/endings
GET  odtu read               /letters
GET  odtu read               /due-letters
GET  odtu read               /letters/{letter}
GET  odtu read               /loans/{number}/letters
GET  odtu read               /grants/{number}/letters
GET  odtu read               /late-interest
GET  odtu read               /collection-costs
POST o    loans:write        /letters
GET  odtu read               /undertakings/{kvk}/claim
POST o    loans:write        /portfolio-imports
POST o    applications:write /undertaking-imports
GET  a    administration:write /users
POST a    administration:write /users
GET  a    administration:write /users/{login}
POST a    administration:write /users/{login}/versions
POST a    administration:write /users/{login}/passwords
POST a    administration:write /schemes
GET  odtu read               /arrears
GET  odtu read               /grants
GET  odtu read               /grants/{number}
POST o    grants:write       /grants/{number}/claims
POST o    grants:write       /grants/{number}/claims/{claim}/verifications
POST o    grants:write       /grants/{number}/claims/{claim}/rejections
POST o    grants:write       /grants/{number}/claims/{claim}/retentions
POST o    grants:write       /grants/{number}/claims/{claim}/departures
POST o    grants:write       /grants/{number}/advances
POST o    grants:write       /grants/{number}/payment-orders
POST o    grants:write       /grants/{number}/settlements
POST o    grants:write       /grants/{number}/reclaims
GET  odtu read               /orders
POST dt   orders:write       /orders/{number}/releases
POST odt  orders:write       /orders/{number}/withdrawals
GET  odtu read               /bank-lines
GET  odtu read               /unmatched-bank-lines
POST t    bank:write         /bank-statements
POST t    bank:write         /bank-lines/{line}/matches
GET  odtu reports:read       /reports
GET  odtu reports:read       /reports/{report}
GET  odtu reports:read       /award-forecast
GET  odtu read               /closings
GET  odtu read               /search
GET  odtu read               /funds/{fund}/entries
GET  odtu read               /funds/{fund}/entries/{entry}
POST t    close:write        /funds/{fund}/interest-bookings
GET  odtu read               /applications/{number}/jobs
GET  odtu read               /due-job-measurements
GET  odtu read               /unemployment-observations
POST o    programme:write    /unemployment-observations
GET  odtu read               /measure-records
POST o    programme:write    /measures/{measure}/records
GET  odtu read               /provisions
POST o    applications:write /applications/{number}/job-measurements
POST o    loans:write        /loans/{number}/arrears-charges
POST o    loans:write        /loans/{number}/collateral-items
POST o    loans:write        /loans/{number}/risk-stages
POST t    close:write        /provisions
POST t    close:write        /closed-days
POST t    close:write        /closed-periods
GET  au   audit:read         /works
GET  au   audit:read         /works/{work}
POST au   audit:read         /verifications
)";

struct Expected {
    std::string who;
    std::string scope;
};
std::map<std::string, Expected> expected()
{
    std::map<std::string, Expected> all;
    std::istringstream words{table};
    for (std::string method, who, scope, pattern; words >> method >> who >> scope >> pattern;) {
        all[method + " " + pattern] = {who, scope};
    }
    return all;
}

std::string method_of(const api::Route& route)
{
    return route.method == http::Method::get ? "GET" : "POST";
}

/// An address of the pattern, about nothing that there is.
std::string address_of(std::string pattern)
{
    for (auto at = pattern.find('{'); at != std::string::npos; at = pattern.find('{')) {
        pattern.replace(at, pattern.find('}') - at + 1, "x");
    }
    return pattern;
}

std::string example(const std::string& name)
{
    return ApiOffice::text_of(std::string{VIERKANT_SOURCE_DIR} + "/docs/examples/" + name);
}

const std::string example_loan = "application-investment-loan.json";

}  // namespace

namespace {

std::string told(const ApiAnswer& answer)
{
    CHECK(answer.header("Content-Type") == "application/problem+json");
    const auto json = formats::Json::parse(answer.body);
    CHECK(json["status"] == answer.status);
    CHECK_FALSE(json["title"].get<std::string>().empty());
    return std::to_string(answer.status) + " " + json["type"].get<std::string>().substr(21);
}

}  // namespace

TEST_CASE("every address of the API is in the table of rights and scopes, and the table names no other", "[web][api]")
{
    auto rights = expected();
    for (const auto& route : api::routes()) {
        const auto name = method_of(route) + " " + std::string{route.pattern};
        INFO(name);
        REQUIRE(rights.contains(name));
        CHECK(rights[name].scope == officers::name_of(route.scope).code);
        rights.erase(name);
    }
    for (const auto& [address, who] : rights) FAIL_CHECK("nothing answers " << address);
}

TEST_CASE("a token opens what its officer's roles and its scope both open, and nothing else", "[web][api]")
{
    ApiOffice office;
    const auto all = expected();
    for (const auto& route : api::routes()) {
        const auto name = method_of(route) + " " + std::string{route.pattern};
        const auto& [who, scope] = all.at(name);
        INFO(name);
        const auto address = address_of(std::string{route.pattern});
        for (const auto& [letter, role] : office.letters()) {
            INFO(letter);
            const bool allowed = who.find(letter) != std::string::npos;
            const auto status = office.ask(method_of(route), address, office.token(letter, scope)).status;
            CHECK((status != 403) == allowed);
            CHECK(status < 500);
            const auto* const other = scope == "read" ? "orders:write" : "read";
            CHECK(office.ask(method_of(route), address, office.token(letter, other)).status == 403);
        }
        CHECK(office.ask(method_of(route), address, "").status == 401);
    }
    CHECK(office.log.empty());
}

TEST_CASE("a token that is made up, expired or revoked, or whose account is closed, opens nothing", "[web][api]")
{
    ApiOffice office;
    const auto status = [&](const std::string& token) { return office.ask("GET", "/loans", token).status; };
    CHECK(status("vkt_nonsense") == 401);
    const auto token = office.token('o', "read");
    CHECK(status(token) == 200);
    office.move_to(office.today() + officers::usual_days_of_token);
    CHECK(status(token) == 200);
    office.move_to(office.today() + 1);
    CHECK(status(token) == 401);

    const auto other = office.new_token("user-o", "read");
    CHECK(status(other.secret) == 200);
    REQUIRE(usecases::revoke_token(office.connection(), office.task("revoke"), other.number));
    CHECK(status(other.secret) == 401);

    const auto third = office.new_token("user-o", "read");
    CHECK(status(third.secret) == 200);
    REQUIRE(usecases::change_user(office.connection(), office.task("disable"), "user-o", {{}, {}, false}));
    CHECK(status(third.secret) == 401);
}

TEST_CASE("a token is made for an account that there is, with a purpose, and not for ever", "[web][api]")
{
    ApiOffice office;
    const auto said = [&](const std::string& login, const std::string& purpose, Date until) {
        const auto made = usecases::add_token(office.connection(), office.task("token"),
                                              {login, purpose, {officers::Scope::read}, until});
        return made ? std::string{} : std::string{made.refusal().text->code};
    };
    const auto today = office.today();
    CHECK(said("user-o", "dashboard", today).empty());
    CHECK(said("user-o", "dashboard", today + 366).empty());
    CHECK(said("user-o", "dashboard", today + 367) == "officers.token_expiry_unfit");
    CHECK(said("user-o", "dashboard", today - 1) == "officers.token_expiry_unfit");
    CHECK(said("nobody", "dashboard", today) == "usecases.login_unknown");
    CHECK(said("user-o", "", today) == "usecases.token_purpose_unfit");
    const auto unknown = usecases::revoke_token(office.connection(), office.task("revoke"), 99);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.refusal().text->code == "usecases.token_unknown");
    CHECK_FALSE(officers::scopes_of("read everything"));
    CHECK_FALSE(officers::scopes_of(""));
}

TEST_CASE("the OpenAPI document has exactly the routes, by the rules for names", "[web][api]")
{
    const auto document = api::openapi_document();
    CHECK(document["openapi"] == "3.0.3");
    std::set<std::string> operations;
    std::size_t count = 0;
    for (const auto& [path, methods] : document["paths"].items()) {
        INFO(path);
        CHECK_FALSE(path.ends_with("/"));
        CHECK(path.find_first_of("_ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
        for (const auto& [method, operation] : methods.items()) {
            ++count;
            CHECK(operations.insert(operation["operationId"].get<std::string>()).second);
            CHECK_FALSE(operation["summary"].get<std::string>().empty());
            std::size_t parts = 0;
            for (const auto& parameter : operation["parameters"]) {
                if (parameter.value("in", "") == "path") {
                    ++parts;
                    CHECK(path.find("{" + parameter["name"].get<std::string>() + "}") != std::string::npos);
                }
            }
            CHECK(parts == static_cast<std::size_t>(std::count(path.begin(), path.end(), '{')));
            const auto found = std::any_of(api::routes().begin(), api::routes().end(), [&](const api::Route& route) {
                return route.pattern == path && (route.method == http::Method::get) == (method == "get");
            });
            CHECK(found);
        }
    }
    CHECK(count == api::routes().size());
    ApiOffice office;
    const auto served = office.ask("GET", "/openapi.json", "");
    CHECK(served.status == 200);
    CHECK(formats::Json::parse(served.body) == document);
    CHECK(served.header("API-Version") == "1.0.0");
    CHECK(served.header("Access-Control-Allow-Origin") == "*");
}

TEST_CASE("each answer of the API is described down to its fields", "[web][api]")
{
    const auto document = api::openapi_document();
    for (const auto& [path, methods] : document["paths"].items()) {
        for (const auto& [method, operation] : methods.items()) {
            for (const auto& [status, response] : operation["responses"].items()) {
                if (status == "default") continue;
                const auto& schema = response["content"]["application/json"]["schema"];
                std::vector<std::string> generic;
                for (const auto& one : schema.contains("oneOf") ? schema["oneOf"] : formats::Json::array({schema}))
                    say_generic(one, operation["operationId"].get<std::string>() + " " + status, generic);
                for (const auto& part : generic) FAIL_CHECK(part << " says nothing");
            }
        }
    }
}

TEST_CASE("the administrator keeps accounts and editions of schemes by the API, and nobody else does", "[web][api]")
{
    ApiOffice office;
    const auto token = office.token('a', "administration:write");
    const auto body = [](const std::string& roles) {
        return R"({"login": "eva", "full_name": "Eva de Wit", "password": "een lange zin om te raden", "roles": )" +
               roles + "}";
    };
    CHECK(office.post("/users", token, body(R"(["boss"])"), "u0").json()["type"] ==
          "urn:vierkant:problem:api.role_unreadable");
    auto answer = office.post("/users", token, body(R"(["officer"])"), "u1");
    CHECK(answer.status == 201);
    CHECK(answer.json()["roles"] == formats::Json::array({"officer"}));
    CHECK(answer.body.find("lange zin") == std::string::npos);
    CHECK(office.post("/users", token, body(R"(["officer"])"), "u2").status == 422);

    const auto etag = office.ask("GET", "/users/eva", token).header("ETag");
    CHECK(office.post("/users/eva/versions", token, R"({"roles": ["decider"]})", "u3", etag).status == 201);
    CHECK(office.post("/users/eva/versions", token, R"({"active": false})", "u4", etag).status == 412);
    const auto now = office.ask("GET", "/users/eva", token);
    CHECK(now.json()["roles"] == formats::Json::array({"decider"}));
    CHECK(now.json()["version"] == 2);
    CHECK(office.post("/users/eva/passwords", token, R"({"password": "kort"})", "u5", now.header("ETag")).status >=
          400);
    CHECK(
        office.post("/users/eva/passwords", token, R"({"password": "een andere lange zin"})", "u6", now.header("ETag"))
            .status == 201);
    CHECK(office.ask("GET", "/users", token).json()["total"].get<int>() > 5);
    CHECK(office.ask("GET", "/users/nobody", token).status == 404);

    auto edition = formats::Json::parse(example("scheme-investment-loan.json"));
    edition["from"] = to_text(office.today() + 30);
    answer = office.ask("POST", "/schemes?dry-run=true", token, edition.dump(), {{"content-type", "application/json"}});
    CHECK(answer.status == 200);
    CHECK(answer.json()["dry_run"] == true);
    answer = office.post("/schemes", token, edition.dump(), "s1");
    CHECK(answer.status == 201);
    CHECK(answer.json()["from"] == to_text(office.today() + 30));
    CHECK(of_administrator.broken() == "");
    CHECK(office.log.empty());
}

TEST_CASE("what another administration kept is taken over by the API, after it was checked", "[web][api]")
{
    ApiOffice office;
    const auto token = office.token('o', "read applications:write loans:write");
    const auto send = [&](const std::string& address, const std::string& content, const std::string& key) {
        return office.ask("POST", address, token, content, {{"content-type", "text/csv"}, {"idempotency-key", key}});
    };
    const auto undertakings = example("undertakings.csv");
    auto answer = send("/undertaking-imports?dry-run=true", undertakings, "");
    INFO(answer.body);
    CHECK(answer.status == 200);
    const auto count = answer.json()["undertakings"].get<int>();
    CHECK(count > 0);
    CHECK(office.ask("GET", "/undertakings", token).json()["total"] == 0);
    CHECK(send("/undertaking-imports", undertakings, "t1").status == 201);
    CHECK(office.ask("GET", "/undertakings", token).json()["total"] == count);
    CHECK(send("/undertaking-imports", "kvk;naam\n1;x\n", "t2").status == 400);
    CHECK(office.post("/portfolio-imports", token, "{}", "t3").status == 415);
    CHECK(office.log.empty());
}

TEST_CASE("what cannot be is a problem that says why, in the reader's language", "[web][api]")
{
    ApiOffice office;
    const auto token = office.token('o', "read applications:write loans:write");
    CHECK(told(office.ask("GET", "/loans/L-999999", token)) == "404 usecases.loan_unknown");
    CHECK(told(office.ask("GET", "/loans/", token)) == "404 api.no_such_address");
    CHECK(told(office.ask("GET", "/nowhere", token)) == "404 api.no_such_address");
    CHECK(told(office.ask("POST", "/loans", token)) == "405 api.other_method");
    CHECK(told(office.ask("DELETE", "/loans/L-1", token)) == "405 api.other_method");
    CHECK(office.ask("DELETE", "/loans/L-1", token).header("Allow") == "GET, HEAD");
    CHECK(office.ask("PUT", "/undertakings", token).header("Allow") == "GET, HEAD, POST");
    CHECK(office.ask("GET", "/loans/L-1/events", token).header("Allow") == "POST");
    CHECK(told(office.ask("GET", "/loans?colour=red", token)) == "400 api.query_unknown");
    CHECK(told(office.ask("GET", "/loans?page=0", token)) == "400 api.page_unreadable");
    CHECK(told(office.ask("GET", "/loans?page-size=501", token)) == "400 api.page_unreadable");
    CHECK(told(office.ask("GET", "/loans?page=99999999999999999999", token)) == "400 api.page_unreadable");
    CHECK(told(office.ask("GET", "/arrears?as-of=morgen", token)) == "400 api.day_unreadable");
    CHECK(told(office.ask("GET", "/loans?late=ja", token)) == "400 api.flag_unreadable");
    CHECK(told(office.ask("GET", "/loans?municipality=Emmen", token)).starts_with("400 parties."));
    // What is meant to be a dry run and is not understood is nothing at all.
    CHECK(told(office.post("/loans/L-1/events?dry-run=1", token, "{}", "k0")) == "400 api.flag_unreadable");
    CHECK(told(office.post("/undertakings?dry-run=true", token, "{}", "k0")) == "400 api.query_none");
    CHECK(told(office.post("/undertakings", token, "{", "k1")) == "400 formats.json_syntax");
    CHECK(told(office.post("/undertakings", token, "{}", "")) == "400 api.key_missing");
    CHECK(told(office.post("/undertakings", token, "{}", std::string(129, 'k'))) == "400 api.key_missing");
    CHECK(told(office.ask("POST", "/undertakings", token, "a=1",
                          {{"content-type", "application/x-www-form-urlencoded"}, {"idempotency-key", "k2"}})) ==
          "415 api.wrong_type");
    const auto english = office.ask("GET", "/nowhere", token, "", {{"accept-language", "en-GB,en;q=0.9"}});
    CHECK(formats::Json::parse(english.body)["title"] == "Not found");
}

TEST_CASE("lists come in pages with their neighbours, and what did not change is not sent again", "[web][api]")
{
    ApiOffice office;
    const auto token = office.token('o', "read");
    const auto first = office.ask("GET", "/schemes?page-size=4", token);
    const auto json = first.json();
    CHECK(json["items"].size() == 4);
    CHECK(json["total"] == 6);
    CHECK(first.header("Link") ==
          "</api/v1/schemes?page-size=4&page=1>; rel=\"first\", "
          "</api/v1/schemes?page-size=4&page=2>; rel=\"next\", "
          "</api/v1/schemes?page-size=4&page=2>; rel=\"last\"");
    CHECK(office.ask("GET", "/schemes?page-size=4&page=2", token).json()["items"].size() == 2);
    CHECK(office.ask("GET", "/schemes?page=3", token).json()["items"].empty());
    const auto again = office.ask("GET", "/schemes?page-size=4", token, "", {{"if-none-match", first.header("ETag")}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
}

TEST_CASE("a case goes from application to repayment over the API, with four eyes", "[web][api]")
{
    ApiOffice office;
    const auto anna = office.token('o', "read applications:write loans:write");
    const auto bob = office.token('d', "read decisions:write orders:write");
    const auto both = office.new_token("user-both", "read applications:write decisions:write").secret;
    REQUIRE(office.post("/undertakings", anna, example("undertaking.json"), "u").status == 201);

    // What was sent twice is done once.
    const auto first = office.post("/applications", anna, example(example_loan), "a");
    REQUIRE(first.status == 201);
    CHECK(first.header("Location") == "/api/v1/applications/2026-0001");
    const auto second = office.post("/applications", anna, example(example_loan), "a");
    CHECK(second.status == 200);
    CHECK(second.json()["already_done"] == true);
    CHECK(office.ask("GET", "/applications", anna).json()["total"] == 1);
    // The same key for something else: another body, or another address, is told so (draft-ietf-httpapi-idempotency-key
    // section 2.6). What was refused used up no key.
    auto other = Json::parse(example(example_loan));
    other["amount"] = "1.00";
    CHECK(told(office.post("/applications", anna, other.dump(), "a")) == "422 api.key_reused");
    CHECK(told(office.post("/undertakings", anna, example("undertaking.json"), "a")) == "422 api.key_reused");
    CHECK(office.ask("GET", "/applications", anna).json()["total"] == 1);

    // Who did not look, or looked before someone else, changes nothing.
    const std::string completions = "/applications/2026-0001/completions";
    CHECK(office.post(completions, anna, "{}", "c").status == 428);
    CHECK(office.post(completions, anna, "{}", "c", "\"old\"").status == 412);
    const auto seen = office.ask("GET", "/applications/2026-0001", anna).header("ETag");
    CHECK(office.post(completions, anna, "{}", "c", seen).status == 201);
    CHECK(office.post(completions, anna, "{}", "c", seen).status == 200);
    CHECK(office.post("/applications/2026-0001/withdrawals", anna, "{}", "w", seen).status == 412);

    // Who proposes does not decide, also not over the API.
    const auto etag = [&](const std::string& address) { return office.ask("GET", address, anna).header("ETag"); };
    const auto proposed = office.post("/applications/2026-0001/proposals", both,
                                      R"({"award": true, "note": "zes banen"})", "p", etag("/applications/2026-0001"));
    CHECK(proposed.json()["status"] == "award-proposed");
    const std::string decisions = "/applications/2026-0001/decisions";
    const auto own = office.post(decisions, both, R"({"decision": "award"})", "d", etag("/applications/2026-0001"));
    CHECK(own.status == 422);
    const auto decided = office.post(decisions, bob, R"({"decision": "award"})", "d", etag("/applications/2026-0001"));
    REQUIRE(decided.status == 201);
    CHECK(decided.json()["status"] == "awarded");
    CHECK(decided.header("Location") == "/api/v1/loans/L-000001");

    const std::string loan = "/loans/L-000001";
    CHECK(office.ask("GET", loan, anna).json()["number"] == "L-000001");
    const auto ordered =
        office.post(loan + "/orders", anna, R"({"kind": "disbursement", "amount": "250000.00"})", "o", etag(loan));
    REQUIRE(ordered.status == 201);
    CHECK(office.ask("GET", "/orders", anna).json()["total"] == 1);
    REQUIRE(office.ask("POST", "/orders/O-000001/releases", bob, "", {{"idempotency-key", "r"}}).status == 201);

    const std::string payment = R"({"type": "payment", "date": "2026-03-02", "amount": "1000.00"})";
    const auto before = etag(loan);
    const auto dry = office.post(loan + "/events?dry-run=true", anna, payment, "");
    CHECK(dry.status == 200);
    CHECK(dry.json()["dry_run"] == true);
    CHECK(etag(loan) == before);
    // Who reads in English and writes in Dutch saw the same loan.
    const auto in_english = office.ask("GET", loan, anna, "", {{"accept-language", "en"}});
    REQUIRE(in_english.header("ETag") != before);
    CHECK(in_english.header("Vary") == "Accept-Language");
    const auto paid = office.post(loan + "/events", anna, payment, "e", in_english.header("ETag"));
    CHECK(paid.status == 201);
    CHECK(office.post(loan + "/events", anna, payment, "e1", in_english.header("ETag")).status == 412);
    CHECK(office.post(loan + "/events", anna, payment, "e2", before).status == 412);
    const auto undone =
        office.post(loan + "/events", anna,
                    R"({"type": "reversal", "date": "2026-03-02", "event": )" + paid.json()["event"].dump() + "}", "e3",
                    etag(loan));
    CHECK(undone.status == 201);
    CHECK(undone.json()["outstanding"] == "250000.00");
    const auto wrong = office.post(
        loan + "/events", anna, R"({"type": "remission", "date": "2026-03-02", "amount": "1.00"})", "e4", etag(loan));
    CHECK(wrong.status == 422);
    const auto unknown =
        office.post(loan + "/events", anna, R"({"type": "gift", "date": "2026-03-02"})", "e5", etag(loan));
    CHECK(unknown.status == 400);
    for (const auto* type : {"payment", "remission", "recovery", "reversal", "transfer", "milestone", "closing"})
        CHECK_THAT(unknown.json()["detail"].get<std::string>(), Catch::Contains(type));
    CHECK(office.ask("GET", loan + "/instalments", anna).json()["total"] > 0);
    CHECK(office.log.empty());
}

TEST_CASE("an undertaking is changed by whoever saw its last version, and no other one with it", "[web][api]")
{
    ApiOffice office;
    const auto token = office.token('o', "read applications:write");
    auto text = example("undertaking.json");
    REQUIRE(office.post("/undertakings", token, text, "u").status == 201);
    const std::string address = "/undertakings/90000017";
    const auto seen = office.ask("GET", address, token).header("ETag");
    text.replace(text.find("Kunststofweg"), 12, "Matrijsweg");
    const auto changed = office.post(address + "/versions", token, text, "v", seen);
    CHECK(changed.status == 201);
    CHECK(changed.json()["version"] == 2);
    CHECK(office.post(address + "/versions", token, text, "v2", seen).status == 412);
    const auto now = office.ask("GET", address, token).header("ETag");
    auto other = text;
    other.replace(other.find("90000017"), 8, "90000025");
    CHECK(office.post(address + "/versions", token, other, "v3", now).status == 400);
    CHECK(of_versions.broken() == "");
}
