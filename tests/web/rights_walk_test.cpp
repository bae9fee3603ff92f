// Each role on each address. The table is written out here by hand, so that a right given by mistake in the program
// shows: a letter for each role that may, * for everybody (also who has not logged in).
//   a administrator, o officer, d decider, t treasurer, u auditor

#include <catch2/catch.hpp>

#include "base/secret.h"
#include "storage/migrations.h"
#include "storage/user_store.h"
#include "support/administration.h"
#include "usecases/init_administration.h"
#include "web/desk.h"
#include "web/http/parse.h"
#include "web/visit.h"

#include <unistd.h>

#include <cstdio>
#include <map>
#include <sstream>

using namespace vierkant;

namespace {

const std::string table = R"(
GET  *      /login                              POST *      /login
POST aodtu  /logout
GET  aodtu  /account
GET  aodtu  /account/password                   POST aodtu  /account/password
GET  *      /setup                              POST *      /setup
GET  a      /users
GET  a      /users/new                          POST a      /users/new
GET  a      /users/{login}                      POST a      /users/{login}
GET  aodtu  /
GET  odtu   /search
GET  odtu   /undertakings
GET  o      /undertakings/new                   POST o      /undertakings/new
GET  odtu   /undertakings/{kvk}
GET  o      /undertakings/{kvk}/change          POST o      /undertakings/{kvk}/change
GET  odtu   /applications
GET  o      /applications/new                   POST o      /applications/new
GET  odtu   /applications/{number}
GET  o      /applications/{number}/completion           POST o      /applications/{number}/completion
GET  o      /applications/{number}/completion-request   POST o      /applications/{number}/completion-request
GET  o      /applications/{number}/withdrawal           POST o      /applications/{number}/withdrawal
GET  o      /applications/{number}/proposal             POST o      /applications/{number}/proposal
GET  d      /applications/{number}/decision             POST d      /applications/{number}/decision
GET  odtu   /programme
GET  odtu   /programme/{measure}
GET  o      /programme/{measure}/progress       POST o      /programme/{measure}/progress
GET  o      /programme/{measure}/records/{number}/correction POST o /programme/{measure}/records/{number}/correction
GET  odtu   /programme/unemployment
GET  o      /programme/unemployment/new         POST o      /programme/unemployment/new
GET  o      /programme/unemployment/{number}/correction POST o /programme/unemployment/{number}/correction
GET  odtu   /loans
GET  odtu   /loans/{number}
GET  odtu   /loans/{number}/events
GET  odtu   /loans/{number}/allocations
GET  odtu   /loans/{number}/postings
GET  o      /loans/{number}/disbursement        POST o      /loans/{number}/disbursement
GET  o      /loans/{number}/refund              POST o      /loans/{number}/refund
GET  o      /loans/{number}/remission           POST o      /loans/{number}/remission
GET  o      /loans/{number}/write-off           POST o      /loans/{number}/write-off
GET  o      /loans/{number}/payment             POST o      /loans/{number}/payment
GET  o      /loans/{number}/prepayment          POST o      /loans/{number}/prepayment
GET  o      /loans/{number}/costs               POST o      /loans/{number}/costs
GET  o      /loans/{number}/recovery            POST o      /loans/{number}/recovery
GET  o      /loans/{number}/rate                POST o      /loans/{number}/rate
GET  odtu   /loans/{number}/statement
GET  odtu   /loans/{number}/drawing
GET  o      /loans/{number}/arrangement         POST o      /loans/{number}/arrangement
GET  odtu   /arrears/arrangements
GET  odtu   /arrears/arrangements/{number}
GET  o      /arrears/arrangements/{number}/end  POST o      /arrears/arrangements/{number}/end
GET  odtu   /loans/{number}/confirmation
GET  odtu   /loans/{number}/invoices
GET  o      /loans/{number}/invoices/new        POST o      /loans/{number}/invoices/new
GET  o      /loans/{number}/invoices/settlement POST o      /loans/{number}/invoices/settlement
GET  o      /loans/{number}/call-in             POST o      /loans/{number}/call-in
GET  o      /loans/{number}/reversal            POST o      /loans/{number}/reversal
GET  o      /loans/{number}/rescheduling        POST o      /loans/{number}/rescheduling
GET  o      /loans/{number}/holiday             POST o      /loans/{number}/holiday
GET  o      /loans/{number}/interest-waiver     POST o      /loans/{number}/interest-waiver
GET  o      /loans/{number}/transfer            POST o      /loans/{number}/transfer
GET  o      /loans/{number}/milestone           POST o      /loans/{number}/milestone
GET  o      /loans/{number}/closing             POST o      /loans/{number}/closing
GET  odtu   /loans/{number}/pay-off
GET  o      /loans/{number}/charge              POST o      /loans/{number}/charge
GET  odtu   /loans/{number}/letters
GET  odtu   /arrears
GET  odtu   /arrears/calculator
GET  odtu   /arrears/letters
GET  o      /arrears/letters/new                POST o      /arrears/letters/new
GET  odtu   /arrears/letters/{letter}
GET  odtu   /undertakings/{kvk}/claim
GET  odtu   /grants
GET  odtu   /grants/{number}/letters
GET  odtu   /grants/{number}
GET  o      /grants/{number}/worker-claim       POST o      /grants/{number}/worker-claim
GET  o      /grants/{number}/cost-claim         POST o      /grants/{number}/cost-claim
GET  o      /grants/{number}/verification       POST o      /grants/{number}/verification
GET  o      /grants/{number}/rejection          POST o      /grants/{number}/rejection
GET  o      /grants/{number}/retention          POST o      /grants/{number}/retention
GET  o      /grants/{number}/departure          POST o      /grants/{number}/departure
GET  o      /grants/{number}/advance            POST o      /grants/{number}/advance
GET  o      /grants/{number}/payment            POST o      /grants/{number}/payment
GET  o      /grants/{number}/settlement         POST o      /grants/{number}/settlement
GET  o      /grants/{number}/reclaim            POST o      /grants/{number}/reclaim
GET  odtu   /orders
POST dt     /orders/{number}/release
GET  odt    /orders/{number}/withdrawal         POST odt    /orders/{number}/withdrawal
GET  odtu   /bank
GET  odtu   /bank/lines
GET  odtu   /bank/lines/{line}
GET  t      /bank/import                        POST t      /bank/import
GET  t      /bank/lines/{line}/match            POST t      /bank/lines/{line}/match
GET  odtu   /closing
GET  odtu   /closing/periods
GET  t      /closing/days                       POST t      /closing/days
GET  t      /closing/period                     POST t      /closing/period
GET  t      /closing/interest                   POST t      /closing/interest
GET  odtu   /jobs
GET  odtu   /applications/{number}/jobs
GET  o      /applications/{number}/jobs/new     POST o      /applications/{number}/jobs/new
GET  odtu   /loans/{number}/risk
GET  o      /loans/{number}/risk/collateral     POST o      /loans/{number}/risk/collateral
GET  o      /loans/{number}/risk/release        POST o      /loans/{number}/risk/release
GET  o      /loans/{number}/risk/stage          POST o      /loans/{number}/risk/stage
GET  odtu   /provisions
GET  t      /provisions/booking                 POST t      /provisions/booking
GET  odtu   /reports
GET  odtu   /reports/{name}
GET  odtu   /ledger/{fund}
GET  odtu   /ledger/{fund}/{number}
GET  o      /undertakings/import                POST o      /undertakings/import
GET  o      /loans/import                       POST o      /loans/import
GET  aodtu  /schemes
GET  aodtu  /schemes/{scheme}/{from}
GET  a      /schemes/import                     POST a      /schemes/import
GET  a      /schemes/{scheme}/{from}/successor  POST a      /schemes/{scheme}/{from}/successor
GET  au     /audit
GET  au     /audit/{work}
POST au     /audit/verification
)";

std::map<std::string, std::string> expected()
{
    std::map<std::string, std::string> rights;
    std::istringstream words{table};
    for (std::string method, who, pattern; words >> method >> who >> pattern;) rights[method + " " + pattern] = who;
    return rights;
}

const std::map<char, officers::Role> letters{{'a', officers::Role::administrator},
                                             {'o', officers::Role::officer},
                                             {'d', officers::Role::decider},
                                             {'t', officers::Role::treasurer},
                                             {'u', officers::Role::auditor}};
constexpr std::int64_t now = 1'772'438'400;

std::string name_of(const web::Route& route)
{
    return (route.method == http::Method::get ? "GET " : "POST ") + route.pattern;
}

/// An address of the pattern, about nothing that there is.
std::string address_of(std::string pattern)
{
    for (auto at = pattern.find('{'); at != std::string::npos; at = pattern.find('{')) {
        pattern.replace(at, pattern.find('}') - at + 1, "x");
    }
    return pattern;
}

/// The desk over a database file, with an account and an open session for each role; its id is the letter, 43 times.
class Office {
public:
    Office()
    {
        std::remove(file_.c_str());
        storage::Connection connection{file_};
        storage::migrate(connection);
        REQUIRE(usecases::init_administration(connection, testing::task("init", date(2026, 3, 2)), "", ""));
        storage::Work work{connection, testing::task("user add", date(2026, 3, 2))};
        for (const auto& [letter, role] : letters)
            storage::add_account(work, {{std::string{"user-"} + letter, "Naam", {role}, true}, 1});
        work.commit("accounts");
        open_sessions();
    }
    ~Office() { std::remove(file_.c_str()); }

    void open_sessions()
    {
        storage::Connection connection{file_};
        for (const auto& [letter, role] : letters) {
            const auto digest = token_digest(std::string(43, letter));
            storage::end_session(connection, digest);
            storage::add_session(connection, {digest, std::string{"user-"} + letter, {now, now}, ""});
        }
    }

    http::Response ask(const web::Route& route, char letter)
    {
        const std::string id(43, letter == '-' ? '0' : letter);
        http::Request request;
        request.method = route.method;
        request.path = address_of(route.pattern);
        request.target = request.path;
        request.headers.add("host", "localhost");
        request.cookies.add(letter == '-' ? "vierkant_visit" : "vierkant_session", id);
        if (route.method == http::Method::post) {
            request.headers.add("content-type", "application/x-www-form-urlencoded");
            const auto key = std::string{"key-"} + letter + request.path;
            request.body = "_key=" + http::percent_encoded(key) +
                           "&_token=" + keyed_digest(id, "form " + request.path + " " + key);
        }
        return desk_.answer(request);
    }
    http::Response health()
    {
        http::Request request;
        request.path = request.target = "/health";
        return desk_.answer(request);
    }
    std::string log;

private:
    std::string file_ = "/tmp/vierkant-rights-" + std::to_string(::getpid()) + ".db";
    web::Desk desk_{{file_, date(2026, 3, 2), "", [] { return now; },
                     [this](const std::string& line) {
                         if (!line.starts_with("security: ")) log += line + "\n";
                     }},
                    web::make_login_guard()};
};

bool is_sent_to_login(const http::Response& response)
{
    if (response.status != 303) return false;
    for (const auto& [name, value] : response.headers) {
        if (name == "Location" && value.starts_with("/login")) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("every address is in the table of rights, and the table names no other", "[web]")
{
    auto rights = expected();
    for (const auto& route : web::routes()) {
        INFO(name_of(route));
        CHECK(rights.erase(name_of(route)) == 1);
    }
    for (const auto& [address, who] : rights) FAIL_CHECK("no page has " << address);
}

TEST_CASE("each role may do on each address what the table says, and nothing else", "[web]")
{
    const auto rights = expected();
    Office office;
    for (const auto& route : web::routes()) {
        const auto& who = rights.at(name_of(route));
        INFO(name_of(route));
        for (const auto& [letter, role] : letters) {
            INFO(letter);
            const auto response = office.ask(route, letter);
            const bool allowed = who == "*" || who.find(letter) != std::string::npos;
            CHECK((response.status != 403) == allowed);
            CHECK(response.status != 500);
            if (route.pattern == "/logout") office.open_sessions();
        }
        INFO("not logged in");
        const auto stranger = office.ask(route, '-');
        const bool own_way = route.pattern == "/login" || route.pattern == "/setup";
        CHECK(is_sent_to_login(stranger) == (who != "*" || (own_way && route.pattern == "/setup")));
    }
    CHECK(office.log.empty());
}

TEST_CASE("forms that take files are the only addresses where much may be sent", "[web]")
{
    for (const auto* address : {"/bank/import", "/loans/import", "/undertakings/import", "/schemes/import"})
        CHECK(web::demands_of(http::Method::post, address).files);
    CHECK_FALSE(web::demands_of(http::Method::get, "/bank/import").files);
    CHECK_FALSE(web::demands_of(http::Method::post, "/login").files);
    CHECK_FALSE(web::demands_of(http::Method::post, "/nowhere").files);
}

TEST_CASE("what reads much of the administration waits in a row of its own", "[web]")
{
    const auto takes_long = [](const std::string& address) {
        return web::demands_of(http::Method::get, address).long_work;
    };
    for (const auto* address :
         {"/reports/portfolio", "/ledger/revolving", "/api/v1/reports/portfolio", "/api/v1/award-forecast"})
        CHECK(takes_long(address));
    CHECK(web::demands_of(http::Method::post, "/api/v1/verifications").long_work);
    for (const auto* address : {"/", "/reports", "/loans/L-000001", "/api/v1/loans", "/api/v2", "/nowhere"})
        CHECK_FALSE(takes_long(address));
}

TEST_CASE("whoever watches over the server sees that it is there, without an account", "[web]")
{
    Office office;
    const auto response = office.health();
    CHECK(response.status == 204);
    CHECK(response.body.empty());
}
