// The NL API Design Rules, as far as api_test.cpp does not hold them: docs/reference/api.md has the table.

#include "support/api_client.h"
#include "web/api/api.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

std::vector<ApiAnswer> answers_of_all_kinds(ApiOffice& office)
{
    const auto token = office.token('o', "read applications:write");
    return {office.ask("GET", "/openapi.json", ""),
            office.ask("GET", "/loans", token),
            office.ask("GET", "/loans", ""),
            office.ask("GET", "/users", token),
            office.ask("GET", "/nowhere", token),
            office.ask("GET", "/loans/L-999999", token),
            office.ask("GET", "/loans?colour=red", token),
            office.ask("PUT", "/loans", token),
            office.post("/undertakings", token, "{", "k"),
            office.post("/undertakings", token, R"({"naam": "x"})", "k"),
            office.ask("POST", "/undertakings", token, "a=1", {{"idempotency-key", "k"}})};
}

}  // namespace

TEST_CASE("each answer carries the version of the API, and leaves nothing behind in the client", "[web][api]")
{
    ApiOffice office;
    for (const auto& answer : answers_of_all_kinds(office)) {
        INFO(answer.status << " " << answer.body.substr(0, 200));
        CHECK(answer.header("API-Version") == std::string{api::api_version});
        CHECK(answer.header("Set-Cookie").empty());
        CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    }
}

TEST_CASE("each refusal is a problem that says what, and nothing of how the program is made", "[web][api]")
{
    ApiOffice office;
    int refused = 0;
    for (const auto& answer : answers_of_all_kinds(office)) {
        if (answer.status < 400) continue;
        ++refused;
        INFO(answer.status << " " << answer.body);
        CHECK(answer.header("Content-Type") == "application/problem+json");
        const auto json = answer.json();
        CHECK(json["status"] == answer.status);
        CHECK(json["type"].get<std::string>().starts_with("urn:vierkant:problem:"));
        for (const auto* field : {"title", "detail", "instance"}) CHECK_FALSE(json[field].get<std::string>().empty());
        for (const auto* inner : {"sqlite", "SELECT", ".cpp", "std::", "nlohmann"})
            CHECK(answer.body.find(inner) == std::string::npos);
    }
    CHECK(refused == 9);

    http::Request request;
    request.path = "/api/v1/loans";
    const auto broken = api::trouble(request, "ab12cd34");
    CHECK(broken.status == 500);
    CHECK(broken.body.find("ab12cd34") != std::string::npos);
}

TEST_CASE("addresses name things, not acts, and a list has its things below it", "[web][api]")
{
    std::set<std::string> patterns;
    for (const auto& route : api::routes()) patterns.emplace(route.pattern);
    for (const auto& pattern : patterns) {
        INFO(pattern);
        for (const auto* act : {"/get", "/list-", "/add", "/create", "/update", "/delete", "/do-"})
            CHECK(pattern.find(act) == std::string::npos);
    }
    for (const auto& route : api::routes()) {
        if (route.method != http::Method::post) continue;
        INFO(route.pattern);
        CHECK(route.pattern.ends_with("s"));  // what is added to
    }
}
