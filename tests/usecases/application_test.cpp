// From application to award, as officers do it: Anna assesses, Bob decides.

#include "domain/dossiers/messages.h"
#include "formats/json_reader.h"
#include "storage/dossier_store.h"
#include "storage/fund_store.h"
#include "storage/loan_store.h"
#include "support/administration.h"
#include "support/databases.h"
#include "support/files.h"
#include "usecases/application_messages.h"
#include "usecases/assess_application.h"
#include "usecases/decide_application.h"
#include "usecases/follow_application.h"
#include "usecases/init_administration.h"
#include "usecases/propose_decision.h"
#include "usecases/register_application.h"
#include "usecases/register_undertaking.h"
#include "usecases/verify_administration.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <thread>

using namespace vierkant;
using namespace vierkant::testing;
using dossiers::EventKind;
using dossiers::Status;
using formats::Json;
using storage::Connection;
using usecases::DecisionKind;

namespace {

const Date monday = date(2026, 3, 2);

storage::Task by(const std::string& actor, Date day)
{
    return {"test", actor, day, to_text(day) + "T09:00:00Z", ""};
}

/// The plan of 2014, its revolving fund holding `capital`.
std::string programme_with(const std::string& capital)
{
    auto plan = Json::parse(source_file("data/programme/vierkant.json"));
    for (auto& fund : plan["funds"]) {
        if (fund["code"] != "revolving") continue;
        fund["ceiling"] = capital;
        fund["contributions"] = Json::array({{{"funder", "emmen"}, {"name", "Gemeente Emmen"}, {"amount", capital}}});
    }
    return plan.dump();
}

void open_desk(Connection& connection, const std::string& capital = "10000000.00")
{
    REQUIRE(usecases::init_administration(connection, by("anna", date(2026, 1, 2)), programme_with(capital), "plan"));
    auto veen = Json::parse(source_file("docs/examples/undertaking.json"));
    REQUIRE(usecases::add_undertaking(connection, by("anna", monday), veen.dump(), "veen.json"));
    veen["kvk"] = "90000025";
    veen["name"] = "Metaal Coevorden BV";
    for (const auto* number : {"rsin", "vat_id", "iban", "relations"}) veen.erase(number);
    REQUIRE(usecases::add_undertaking(connection, by("anna", monday), veen.dump(), "metaal.json"));
}

std::string example_application()
{
    return source_file("docs/examples/application-investment-loan.json");
}

/// The number of a dossier that was registered, found complete and proposed for award by Anna.
std::string proposed_dossier(Connection& connection, const std::string& json)
{
    const auto dossier = usecases::register_application(connection, by("anna", monday), json, "application.json");
    if (!dossier) FAIL(dossier.refusal().in(Language::en));
    REQUIRE(usecases::follow_application(connection, by("anna", monday), dossier->number, {EventKind::completed, ""}));
    const auto assessment = usecases::check_application(connection, dossier->number, monday);
    usecases::ProposalInput input;
    for (const auto& finding : assessment->verdict) {
        INFO(finding.in(Language::en));
        CHECK(finding.outcome != schemes::Outcome::not_met);
        if (finding.outcome == schemes::Outcome::unknown)
            input.judgements.push_back({std::string{finding.rule}, "seen"});
    }
    const auto proposal = usecases::propose_decision(connection, by("anna", monday), dossier->number, input);
    if (!proposal) FAIL(proposal.refusal().in(Language::en));
    return dossier->number;
}

std::string refusal_of(const auto& result)
{
    return result ? "" : std::string{result.refusal().text->code};
}

storage::FundStanding revolving_fund(Connection& connection)
{
    return storage::fund_standings(connection).front();
}

}  // namespace

TEST_CASE("Veenkunststof asks for a loan; Anna assesses it and Bob awards it", "[application][story]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection);
        const auto number = proposed_dossier(connection, example_application());
        CHECK(number == "2026-0001");
        CHECK(refusal_of(usecases::register_application(connection, by("anna", monday), example_application(), "a")) ==
              usecases::registered_before.code);

        const auto own = usecases::decide_application(connection, by("anna", monday), number, {});
        CHECK(refusal_of(own) == dossiers::own_proposal.code);
        CHECK(revolving_fund(connection).committed == Money{});

        const auto decided = usecases::decide_application(connection, by("bob", monday), number, {});
        REQUIRE(decided);
        CHECK(decided->award == "L-000001");
        CHECK(decided->amount == Money::euros(250'000));
        CHECK(decided->available == Money::euros(9'750'000));
        CHECK(revolving_fund(connection).committed == Money::euros(250'000));
        CHECK(revolving_fund(connection).available() == Money::euros(9'750'000));

        const auto loan = storage::find_loan(connection, "L-000001");
        REQUIRE(loan);
        CHECK(loan->payment_reference == decided->payment_reference);
        CHECK(loan->municipality == "GM0114");
        CHECK(loan->sector == "industry");
        CHECK(loan->terms.first_due > monday);

        const auto view = usecases::view_application(connection, number);
        CHECK(view->status == Status::awarded);
        // What the decision rested on is kept with it.
        const auto grounds = Json::parse(*storage::kept_document(connection, view->row.dossier, EventKind::awarded));
        CHECK(grounds["scheme"]["code"] == "investment-loan");
        CHECK(grounds["verdict"].size() > 10);
        CHECK(grounds["facts"].is_object());
        const std::vector<std::string> group{"90000017"};
        CHECK(storage::aid_awarded_to(connection, group).size() == 1);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

TEST_CASE("what is missing stops the clock, and a proposal waits for it", "[application]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection);
        const auto dossier =
            usecases::register_application(connection, by("anna", monday), example_application(), "application.json");
        REQUIRE(dossier);
        const auto before = usecases::view_application(connection, dossier->number)->decide_by;
        // The example of the Awb in tests/domain/dossiers: eight weeks from 2 March end on 28 April 2026 ...
        CHECK(before == date(2026, 4, 28));
        REQUIRE(usecases::follow_application(
            connection, by("anna", date(2026, 3, 16)), dossier->number,
            {EventKind::completion_requested, "the accounts of the holding", date(2026, 4, 13)}));
        CHECK(refusal_of(usecases::propose_decision(connection, by("anna", date(2026, 3, 17)), dossier->number, {})) ==
              dossiers::not_complete.code);
        REQUIRE(usecases::follow_application(connection, by("anna", date(2026, 3, 25)), dossier->number,
                                             {EventKind::completed, ""}));
        // ... and completed on 25 March after a request of the 16th, on 6 May.
        CHECK(usecases::view_application(connection, dossier->number)->decide_by == date(2026, 5, 6));
    });
}

TEST_CASE("an application that breaks a rule is not proposed for award, and can be refused", "[application]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection);
        auto json = Json::parse(example_application());
        json["municipality"] = "GM0014";  // Groningen
        const auto dossier = usecases::register_application(connection, by("anna", monday), json.dump(), "a.json");
        REQUIRE(dossier);
        REQUIRE(
            usecases::follow_application(connection, by("anna", monday), dossier->number, {EventKind::completed, ""}));
        CHECK(refusal_of(usecases::propose_decision(connection, by("anna", monday), dossier->number, {})) ==
              dossiers::rules_not_met.code);

        usecases::ProposalInput refusal;
        refusal.award = false;
        CHECK(refusal_of(usecases::propose_decision(connection, by("anna", monday), dossier->number, refusal)) ==
              dossiers::reason_missing.code);
        refusal.note = "The jobs arise outside the four municipalities.";
        REQUIRE(usecases::propose_decision(connection, by("anna", monday), dossier->number, refusal));
        CHECK(refusal_of(usecases::decide_application(connection, by("bob", monday), dossier->number, {})) ==
              dossiers::refusal_was_proposed.code);
        REQUIRE(
            usecases::decide_application(connection, by("bob", monday), dossier->number, {DecisionKind::refuse, ""}));
        CHECK(usecases::view_application(connection, dossier->number)->status == Status::refused);
        CHECK(revolving_fund(connection).committed == Money{});
        // A refused application may be asked again.
        CHECK(usecases::register_application(connection, by("anna", monday), json.dump(), "a.json"));
    });
}

TEST_CASE("nothing of an application that cannot be registered is kept", "[application]")
{
    on_each_database([](Connection& connection) {
        open_desk(connection);
        struct Case {
            const char* key;
            const char* value;
            std::string code;
        };
        for (const auto& c : {Case{"applicant", "11111111", std::string{usecases::applicant_unknown.code}},
                              Case{"scheme", "no-such-scheme", std::string{usecases::scheme_unknown.code}},
                              Case{"received_on", "2026-03-03", std::string{usecases::received_in_future.code}}}) {
            auto json = Json::parse(example_application());
            json[c.key] = c.value;
            CHECK(refusal_of(usecases::register_application(connection, by("anna", monday), json.dump(), "a")) ==
                  c.code);
        }
        CHECK(connection.number("SELECT COUNT(*) FROM dossier", {}, 0) == 0);
        CHECK(usecases::verify_administration(connection).empty());
    });
}

namespace {

/// Two officers decide at the same moment on two awards of EUR 250,000, with EUR 300,000 in the fund.
void race(Connection& one, Connection& other)
{
    open_desk(one, "300000.00");
    const auto first = proposed_dossier(one, example_application());
    auto json = Json::parse(example_application());
    json["applicant"] = "90000025";
    const auto second = proposed_dossier(one, json.dump());

    std::string refused_first, refused_second;
    std::thread bob{
        [&] { refused_first = refusal_of(usecases::decide_application(one, by("bob", monday), first, {})); }};
    std::thread carla{
        [&] { refused_second = refusal_of(usecases::decide_application(other, by("carla", monday), second, {})); }};
    bob.join();
    carla.join();

    CHECK(refused_first.empty() != refused_second.empty());
    CHECK(refused_first + refused_second == dossiers::rules_not_met.code);
    CHECK(revolving_fund(one).committed == Money::euros(250'000));
    CHECK(revolving_fund(one).available() == Money::euros(50'000));
    CHECK(usecases::verify_administration(one).empty());
}

}  // namespace

TEST_CASE("of two awards that race for the last money exactly one wins", "[application][race]")
{
    const TemporaryFolder folder;
    for (int round = 0; round < 3; ++round) {
        const auto name = (folder.path() / ("race" + std::to_string(round) + ".db")).string();
        Connection one{name}, other{name};
        race(one, other);
    }
    on_each_database([](Connection& connection) {
        if (connection.dialect() != storage::Dialect::postgresql) return;
        std::string schema;
        connection.each("SELECT current_schema()", {}, "t", [&](const storage::Row& row) { schema = row.text(0); });
        Connection other{std::getenv("VIERKANT_TEST_POSTGRES")};  // NOLINT(concurrency-mt-unsafe)
        other.script("SET search_path TO " + schema);
        race(connection, other);
    });
}
