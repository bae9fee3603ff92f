// An officer's day over HTTP, from an empty database to money on its way: Wim sets up, Anna handles, Bob decides, Carla
// releases, Dirk only looks.

#include <catch2/catch.hpp>

#include "storage/bank_store.h"
#include "storage/migrations.h"
#include "support/bank.h"
#include "support/served_desk.h"

using namespace vierkant;
using namespace vierkant::testing;

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;
const std::string sentence = "veen en vaart 12";

Page log_in(Visitor& visitor, const std::string& login, const std::string& password = sentence)
{
    return visitor.send("/login", "/login", {{"login", login}, {"password", password}});
}

const Typed veenkunststof{{"name", "Veenkunststof BV"},
                          {"kvk", "90000017"},
                          {"iban", "NL81VKWR0000000017"},
                          {"legal_form", "bv"},
                          {"sbi_version", "2008"},
                          {"sbi_main", "22.29"},
                          {"address.street", "Kunststofweg"},
                          {"address.house_number", "12"},
                          {"address.postcode", "7821 AB"},
                          {"address.place", "Emmen"},
                          {"address.municipality", "GM0114"},
                          {"figures.headcount", "38"},
                          {"figures.turnover", "6.200.000,00"},
                          {"figures.balance_total", "4.100.000,00"}};

const Typed second_line{{"scheme", "investment-loan"},
                        {"applicant", "90000017"},
                        {"purpose", "Tweede spuitgietlijn"},
                        {"received_on", "2026-03-02"},
                        {"starts_on", "2026-05-01"},
                        {"municipality", "GM0114"},
                        {"amount", "250.000,00"},
                        {"investment_plan.0.description", "Spuitgietmachine"},
                        {"investment_plan.0.amount", "600.000,00"},
                        {"financing.own", "150000"},
                        {"financing.bank", "200.000"},
                        {"jobs.0.jobs", "4"},
                        {"jobs.0.kind", "made"},
                        {"jobs.0.level", "mbo-2"},
                        {"jobs.0.hours", "144"},
                        {"jobs.2.jobs", "1"},
                        {"jobs.2.kind", "made"},
                        {"jobs.2.level", "hbo-ba"},
                        {"jobs.2.hours", "36"},
                        {"term_months", "60"},
                        {"collateral", "50"},
                        {"rating", "satisfactory"},
                        {"double_funding", "no"},
                        {"in_difficulty", "no"},
                        {"declared", "yes"}};

Typed with(Typed typed, const std::string& name, const std::string& value)
{
    for (auto& [key, kept] : typed) {
        if (key == name) kept = value;
    }
    return typed;
}

/// What the bank of the revolving fund says of the day: what went out under the order's number, and EUR 12.34 of
/// nobody.
std::string statement_of(const std::string& database)
{
    storage::Connection connection{database};
    const auto fund = storage::fund_accounts(connection).front();
    auto out = movement(date(2026, 3, 2), -Money::euros(100'000), "BR1");
    out.end_to_end_id = "O-000001";
    out.counterparty_account = "NL81VKWR0000000017";
    auto made = statement(1, date(2026, 3, 2), Money::euros(10'000'000),
                          {out, movement(date(2026, 3, 2), Money::cents(1'234), "BR2")});
    made.head.account = fund.iban;
    return banking::write_camt053(banking::Camt053Version::v08, {made});
}

/// "2026-0001" in "/applications/2026-0001".
std::string last_word(const std::string& address)
{
    return address.substr(address.rfind('/') + 1);
}

}  // namespace

TEST_CASE("a fund is set up, a loan awarded and its money released, by four people in a browser", "[web]")
{
    const ScratchDatabase database;
    {
        storage::Connection connection{database.name()};
        storage::migrate(connection);
    }
    ServedDesk desk{database.name(), date(2026, 3, 2), "code-van-het-scherm"};

    // Wim opens the address that `vierkant serve` showed. A wrong code does nothing.
    Visitor wim{desk.port()};
    CHECK(wim.get("/loans").address == "/setup");
    const Typed first{{"login", "wim"}, {"full_name", "Wim de Beheerder"}, {"password", sentence}};
    auto typed = first;
    typed.emplace_back("code", "iets anders");
    auto page = wim.send("/setup", "/setup", typed);
    CHECK(page.status == 422);
    CHECK(page.says("value=\"Wim de Beheerder\""));  // what was typed is kept
    CHECK_FALSE(page.says(sentence));
    typed.back().second = "code-van-het-scherm";
    page = wim.send("/setup", "/setup", typed);
    CHECK(page.address == "/users");
    CHECK(page.says("De administratie is klaar"));
    CHECK(wim.get("/setup").address != "/setup");

    const std::map<std::string, std::string> colleagues{
        {"anna", "officer"}, {"bob", "decider"}, {"carla", "treasurer"}, {"dirk", "auditor"}};
    for (const auto& [login, role] : colleagues) {
        page = wim.send(
            "/users/new", "/users/new",
            {{"login", login}, {"full_name", login + " van het fonds"}, {"password", sentence}, {"roles", role}});
        INFO(login);
        CHECK(page.address == "/users");
        CHECK(page.says("Account gemaakt"));
    }

    // Anna registers a company. A mistake is said at its field and what she typed stays.
    Visitor anna{desk.port()};
    page = log_in(anna, "anna");
    CHECK(page.address == "/");
    CHECK(page.says("Werklijst"));
    page = anna.send("/undertakings/new", "/undertakings/new", with(veenkunststof, "address.postcode", "78AB"));
    CHECK(page.status == 422);
    CHECK(page.says("id=\"field-address.postcode-error\""));
    CHECK(page.says("value=\"Veenkunststof BV\""));
    page = anna.send("/undertakings/new", "/undertakings/new", veenkunststof);
    CHECK(page.address == "/undertakings");
    CHECK(page.says("Veenkunststof BV is geregistreerd"));
    CHECK(page.says("<a href=\"/undertakings/90000017\">"));

    // She checks the application before she registers it.
    typed = second_line;
    typed.emplace_back("do", "check");
    page = anna.send("/applications/new?scheme=investment-loan", "/applications/new", typed);
    CHECK(page.status == 200);
    CHECK(page.says("Toets per regel"));
    CHECK(page.says("value=\"Tweede spuitgietlijn\""));
    typed.back().second = "register";
    page =
        anna.send("/applications/new?scheme=investment-loan", "/applications/new", with(typed, "jobs.2.jobs", "veel"));
    CHECK(page.status == 422);
    CHECK(page.says("id=\"field-jobs.2.jobs-error\""));
    page = anna.send("/applications/new?scheme=investment-loan", "/applications/new", typed);
    const auto number = last_word(page.address);
    CHECK(number == "2026-0001");
    CHECK(page.says("Geregistreerd als dossier 2026-0001"));
    const auto dossier = "/applications/" + number;

    page = anna.send(dossier + "/completion", dossier + "/completion", {{"note", "alles is er"}});
    CHECK(page.says("in beoordeling"));

    // What a person must judge is asked for by rule.
    page = anna.get(dossier + "/proposal");
    Typed proposal{{"proposal", "award"}, {"note", "past in het plan"}};
    for (auto at = page.body.find("name=\"judge-"); at != std::string::npos;
         at = page.body.find("name=\"judge-", at + 1)) {
        const auto from = at + 6;
        proposal.emplace_back(page.body.substr(from, page.body.find('"', from) - from), "beoordeeld en akkoord");
    }
    page = anna.send(dossier + "/proposal", dossier + "/proposal", proposal);
    CHECK(page.address == dossier);
    CHECK(page.says("voorstel: toekennen"));
    CHECK(anna.get(dossier + "/decision").status == 403);

    // Bob decides, once: the same form sent again does nothing.
    Visitor bob{desk.port()};
    page = log_in(bob, "bob");
    CHECK(page.says("2026-0001 Veenkunststof BV"));
    auto decision = bob.hidden_fields(bob.get(dossier + "/decision").body, dossier + "/decision");
    decision.emplace_back("decision", "award");
    page = bob.post(dossier + "/decision", decision);
    CHECK(page.says("250.000,00 toegekend als L-000001"));
    CHECK(page.says("9.750.000,00"));  // of the ten million (plan of 2014)
    page = bob.post(dossier + "/decision", decision);
    CHECK(page.says("Dit was al gedaan en is niet herhaald"));

    // Anna prepares the money, Carla releases it.
    const std::string disbursement = "/loans/L-000001/disbursement";
    page = anna.send(disbursement, disbursement, {{"amount", "100.000,00"}});
    CHECK(page.says("Dit gaat er gebeuren"));
    page = anna.post(disbursement, anna.hidden_fields(page.body, disbursement));
    CHECK(page.address == "/loans/L-000001");
    CHECK(page.says("Opdracht O-000001 staat klaar"));
    CHECK_FALSE(anna.get("/orders").says("/orders/O-000001/release"));
    Visitor carla{desk.port()};
    log_in(carla, "carla");
    page = carla.send("/orders", "/orders/O-000001/release", {});
    CHECK(page.says("O-000001 is vrijgegeven en geboekt"));
    page = anna.get("/loans/L-000001");
    CHECK(page.says("<dt>Opgenomen</dt><dd>100.000,00</dd>"));
    CHECK(page.says("<svg"));
    CHECK(page.says("/ledger/revolving/"));

    // The bank's statement shows the money going out, the first instalment, and something that nobody knows.
    const auto bank = statement_of(database.name());
    page = carla.upload("/bank/import", "/bank/import", "file", "rommel.xml", "geen afschrift");
    CHECK(page.status == 422);
    CHECK(page.says("id=\"field-file-error\""));
    page = carla.upload("/bank/import", "/bank/import", "file", "maart.xml", bank);
    CHECK(page.address == "/bank");
    CHECK(page.says("maart.xml is ingelezen"));
    CHECK(page.says("1 betalingen die onderweg waren (-100.000,00)"));
    CHECK(page.says("1 op vraagposten (12,34)"));
    page = carla.upload("/bank/import", "/bank/import", "file", "maart.xml", bank);
    CHECK(page.says("er is niets veranderd"));
    const auto line = page.body.substr(page.body.find("/bank/lines/B-") + 12, 8);
    const auto match = "/bank/lines/" + line + "/match";
    page = carla.send(match, match, {{"target", "ignore"}});
    CHECK(page.says("id=\"field-reason-error\""));
    page = carla.send(match, match, {{"target", "ignore"}, {"reason", "hoort bij de gemeente"}});
    CHECK(page.says(line + " is gekoppeld: genegeerd."));
    CHECK(anna.get("/bank/lines/" + line).says("hoort bij de gemeente"));
    CHECK(anna.get(match).status == 403);

    // Dirk sees everything and can do nothing; he can also read it in English and take it along.
    Visitor dirk{desk.port()};
    log_in(dirk, "dirk");
    for (const auto* address : {"/", "/undertakings", "/undertakings/90000017", "/applications", "/loans",
                                "/loans/L-000001/statement", "/loans/L-000001/confirmation", "/grants", "/orders",
                                "/bank", "/bank/lines", "/reports", "/ledger/revolving", "/audit", "/search?q=veen"}) {
        INFO(address);
        page = dirk.get(address);
        CHECK(page.status == 200);
        CHECK(page.body.find("class=\"button\" href") == std::string::npos);
    }
    CHECK(dirk.get(dossier + "/proposal").status == 403);
    CHECK(dirk.get("/loans/L-000001/statement").says("<caption>Overzicht</caption>"));  // every line, not the first
    CHECK(dirk.get("/search?q=90000017").says("Veenkunststof BV"));
    CHECK(dirk.get("/search?q=250.000").says("L-000001"));
    CHECK(dirk.get("/loans?lang=en").says("Loans"));
    CHECK(dirk.get("/loans?format=csv").headers["content-disposition"] ==
          "attachment; filename=\"loans-2026-03-02-loans.csv\"");
    for (const auto* report : {"fund-statement", "repayment", "portfolio", "social-return", "programme"}) {
        INFO(report);
        CHECK(dirk.get(std::string{"/reports/"} + report).status == 200);
        CHECK(dirk.get(std::string{"/reports/"} + report + "?format=json").headers["content-type"] ==
              "application/json");
    }
    CHECK(dirk.get("/reports/repayment?format=xlsx").body.starts_with("PK"));
    CHECK(dirk.get("/loans?format=xlsx").headers["content-disposition"] ==
          "attachment; filename=\"loans-2026-03-02.xlsx\"");
    CHECK(dirk.get("/reports/fund-statement?compare=2026-01-31").says("<span class=\"earlier\">was "));
    CHECK(dirk.get("/reports/repayment?format=html").body.starts_with("<!doctype html>\n<html lang=\"en\">"));
    const auto pdf = dirk.get("/reports/repayment?format=pdf");
    CHECK((pdf.body.starts_with("%PDF-") || pdf.says("the program WeasyPrint is not on this computer")));
    page = dirk.send("/audit", "/audit/verification", {});
    CHECK(page.says("Everything agrees"));
    CHECK(desk.log.empty());
}

TEST_CASE("a guess, a borrowed form, a cut session and a page that is not there", "[web]")
{
    const ScratchDatabase database;
    {
        storage::Connection connection{database.name()};
        storage::migrate(connection);
    }
    ServedDesk desk{database.name(), date(2026, 3, 2), "code"};
    Visitor wim{desk.port()};
    wim.send("/setup", "/setup", {{"code", "code"}, {"login", "wim"}, {"full_name", "Wim"}, {"password", sentence}});
    wim.send("/users/new", "/users/new",
             {{"login", "anna"}, {"full_name", "Anna"}, {"password", sentence}, {"roles", "officer"}});

    SECTION("after five wrong passwords the login waits, whoever tries")
    {
        Visitor guesser{desk.port()};
        for (int i = 0; i < 5; ++i) CHECK(log_in(guesser, "anna", "geraden woord " + std::to_string(i)).status == 422);
        CHECK(log_in(guesser, "anna").status == 429);
        desk.now += 15 * 60;
        CHECK(log_in(guesser, "anna").status == 200);
        CHECK(desk.security.find("security: login failed: anna from 127.0.0.1") != std::string::npos);
        CHECK(desk.security.find("security: login must wait: anna from 127.0.0.1") != std::string::npos);
        CHECK(desk.security.find("security: logged in: anna from 127.0.0.1") != std::string::npos);
        CHECK(desk.security.find("geraden") == std::string::npos);
    }
    SECTION("a password typed in the place of the login is not found in the log, nor is a line made up")
    {
        Visitor hasty{desk.port()};
        CHECK(log_in(hasty, "mijn geheime zin\nsecurity: logged in: wim").status == 422);
        CHECK(desk.security.find("geheime") == std::string::npos);
        CHECK(desk.security.find("security: login failed: no such account from 127.0.0.1") != std::string::npos);
    }
    SECTION("who comes where he may not, is told of in the log")
    {
        Visitor anna{desk.port()};
        log_in(anna, "anna");
        CHECK(anna.get("/users").status == 403);
        CHECK(desk.security.find("security: not allowed: anna on /users") != std::string::npos);
    }
    SECTION("over TLS the cookies are this host's only")
    {
        Visitor anna{desk.port()};
        anna.comes_over_tls();
        log_in(anna, "anna");
        CHECK(anna.cookies()["__Host-vierkant_session"].size() == 43);
        CHECK(anna.cookies()["vierkant_session"].empty());
        CHECK(anna.get("/loans").address == "/loans");
    }
    SECTION("the session gets a new id at login and is hidden from scripts")
    {
        Visitor anna{desk.port()};
        anna.get("/login");
        const auto before = anna.cookies()["vierkant_visit"];
        log_in(anna, "anna");
        CHECK(anna.cookies()["vierkant_session"].size() == 43);
        CHECK(anna.cookies()["vierkant_session"] != before);
        Visitor thief{desk.port()};
        thief.cookies()["vierkant_session"] = std::string(43, 'A');
        CHECK(thief.get("/loans").address == "/login?next=%2Floans");
    }
    SECTION("a form without its token, or with that of another form or visitor, does nothing")
    {
        Visitor anna{desk.port()};
        log_in(anna, "anna");
        CHECK(anna.post("/undertakings/new", veenkunststof).status == 403);
        auto borrowed = veenkunststof;
        for (const auto& field : wim.hidden_fields(wim.get("/users/new").body, "/users/new")) borrowed.push_back(field);
        CHECK(anna.post("/undertakings/new", borrowed).status == 403);
        auto other = veenkunststof;
        for (const auto& field : anna.hidden_fields(anna.get("/account/password").body, "/account/password"))
            other.push_back(field);
        CHECK(anna.post("/undertakings/new", other).status == 403);
        CHECK_FALSE(anna.get("/undertakings").says("Veenkunststof"));
    }
    SECTION("a session ends after half an hour of nothing")
    {
        Visitor anna{desk.port()};
        log_in(anna, "anna");
        desk.now += 29 * 60;
        CHECK(anna.get("/loans").address == "/loans");
        desk.now += 29 * 60;
        CHECK(anna.get("/loans").address == "/loans");
        desk.now += 31 * 60;
        CHECK(anna.get("/loans").address == "/login?next=%2Floans");
    }
    SECTION("logging out ends it for everybody who has the id")
    {
        Visitor anna{desk.port()};
        log_in(anna, "anna");
        const auto id = anna.cookies()["vierkant_session"];
        anna.send("/", "/logout", {});
        Visitor other{desk.port()};
        other.cookies()["vierkant_session"] = id;
        CHECK(other.get("/loans").address == "/login?next=%2Floans");
    }
    SECTION("only an address of our own is gone on to after login")
    {
        for (const auto* next : {"https://elders.example/", "//elders.example", "/\\elders.example", "javascript:x"}) {
            Visitor anna{desk.port()};
            INFO(next);
            CHECK(anna.send("/login", "/login", {{"login", "anna"}, {"password", sentence}, {"next", next}}).address ==
                  "/");
        }
    }
    SECTION("two officers on one case: the second is told, and nothing is overwritten")
    {
        Visitor anna{desk.port()};
        log_in(anna, "anna");
        anna.send("/undertakings/new", "/undertakings/new", veenkunststof);
        const auto change = std::string{"/undertakings/90000017/change"};
        auto first = with(veenkunststof, "name", "Veenkunststof Emmen BV");
        auto second = with(veenkunststof, "name", "Iets anders BV");
        for (const auto& field : anna.hidden_fields(anna.get(change).body, change)) {
            if (field.first != "kvk") first.push_back(field);
        }
        for (const auto& field : anna.hidden_fields(anna.get(change).body, change)) {
            if (field.first != "kvk") second.push_back(field);
        }
        CHECK(anna.post(change, first).says("Veenkunststof Emmen BV is gewijzigd"));
        const auto page = anna.post(change, second);
        CHECK(page.status == 422);
        CHECK(page.says("Iemand anders wijzigde Veenkunststof Emmen BV"));
        CHECK(page.says("value=\"Iets anders BV\""));
        CHECK(anna.get("/undertakings/90000017").says("<h1>Veenkunststof Emmen BV</h1>"));
    }
    SECTION("every page carries the headers that keep it safe")
    {
        Visitor anna{desk.port()};
        for (const auto* address : {"/login", "/geen-pagina", "/assets/vierkant.css"}) {
            auto page = anna.get(address);
            INFO(address);
            CHECK(page.headers["content-security-policy"].find("default-src 'self'") == 0);
            CHECK(page.headers["x-content-type-options"] == "nosniff");
            CHECK(page.headers["x-frame-options"] == "DENY");
        }
        CHECK(anna.get("/login").headers["cache-control"] == "no-store");
        log_in(anna, "anna");
        CHECK(anna.get("/geen-pagina").status == 404);
        CHECK(anna.get("/loans/L-000099").status == 404);
        CHECK(anna.get("/loans/%3Cscript%3E").body.find("<script>") == std::string::npos);
        CHECK(anna.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body.find("<script>alert") == std::string::npos);
    }
}
