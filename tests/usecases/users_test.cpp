#include "usecases/users.h"

#include <catch2/catch.hpp>

#include "base/secret.h"
#include "support/administration.h"
#include "support/databases.h"
#include "usecases/sessions.h"

using namespace vierkant;
using namespace vierkant::testing;
using officers::Role;

namespace {

const Date day = date(2026, 3, 2);
const std::string sentence = "veen en vaart 12";

void add(storage::Connection& connection, const std::string& login, Role role)
{
    REQUIRE(usecases::add_user(connection, task("user add", day), {login, "Naam " + login, {role}, true}, sentence));
}

}  // namespace

TEST_CASE("an account logs in with its password and is known by its session", "[users]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        add(connection, "beheer", Role::administrator);
        add(connection, "anna", Role::officer);
        CHECK(usecases::add_user(connection, task("user add", day), {"anna", "A", {Role::officer}, true}, sentence)
                  .refusal()
                  .text->code == "usecases.login_taken");

        CHECK(usecases::log_in(connection, "anna", "iets anders 12", 100).refusal().text->code ==
              "usecases.login_refused");
        CHECK(usecases::log_in(connection, "niemand", sentence, 100).refusal().text->code == "usecases.login_refused");
        const auto id = usecases::log_in(connection, "anna", sentence, 100);
        REQUIRE(id);
        const auto other = usecases::log_in(connection, "anna", sentence, 100);
        CHECK(*id != *other);
        CHECK(id->size() == 43);  // 256 bits in base 64

        const auto session = usecases::open_session(connection, *id, 200);
        REQUIRE(session);
        CHECK(session->account.login == "anna");
        CHECK(session->digest == token_digest(*id));
        CHECK_FALSE(usecases::open_session(connection, "", 200));
        CHECK_FALSE(usecases::open_session(connection, token_digest(*id), 200));  // what is kept does not open it
        CHECK_FALSE(usecases::open_session(connection, *id, 200 + officers::idle_seconds));

        usecases::log_out(connection, *session);
        CHECK_FALSE(usecases::open_session(connection, *id, 201));
    });
}

TEST_CASE("a closed account, another role and another password end its sessions", "[users]")
{
    on_each_database([](storage::Connection& connection) {
        open_fund(connection);
        add(connection, "beheer", Role::administrator);
        add(connection, "bob", Role::officer);
        const auto logged_in = [&](const std::string& password) {
            return *usecases::log_in(connection, "bob", password, 100);
        };

        auto id = logged_in(sentence);
        REQUIRE(usecases::change_user(connection, task("user change", day), "bob",
                                      {std::nullopt, officers::Roles{Role::decider}, std::nullopt}));
        CHECK_FALSE(usecases::open_session(connection, id, 101));

        id = logged_in(sentence);
        REQUIRE(usecases::set_password(connection, task("user password", day), "bob", "een ander verhaal"));
        CHECK_FALSE(usecases::open_session(connection, id, 101));
        CHECK_FALSE(usecases::log_in(connection, "bob", sentence, 101));

        id = logged_in("een ander verhaal");
        REQUIRE(
            usecases::change_user(connection, task("user change", day), "bob", {std::nullopt, std::nullopt, false}));
        CHECK_FALSE(usecases::open_session(connection, id, 101));
        CHECK_FALSE(usecases::log_in(connection, "bob", "een ander verhaal", 102));
        CHECK(usecases::list_users(connection).size() == 2);
        CHECK(usecases::list_users(connection)[1].version == 3);
    });
}

TEST_CASE("the only administrator stays one", "[users]")
{
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    add(connection, "beheer", Role::administrator);
    const auto code = [&](const usecases::UserChange& change) {
        return std::string{
            usecases::change_user(connection, task("user change", day), "beheer", change).refusal().text->code};
    };
    CHECK(code({std::nullopt, officers::Roles{Role::officer}, std::nullopt}) == "usecases.last_administrator");
    CHECK(code({std::nullopt, std::nullopt, false}) == "usecases.last_administrator");
    add(connection, "tweede", Role::administrator);
    CHECK(usecases::change_user(connection, task("user change", day), "beheer", {std::nullopt, std::nullopt, false}));
    CHECK(usecases::change_user(connection, task("user change", day), "niemand", {}).refusal().text->code ==
          "usecases.login_unknown");
}

TEST_CASE("one's own password is changed by who knows it", "[users]")
{
    storage::Connection connection{":memory:"};
    storage::migrate(connection);
    open_fund(connection);
    add(connection, "anna", Role::officer);
    auto change = task("user password", day);
    change.actor = "anna";
    CHECK(usecases::change_own_password(connection, change, "fout wachtwoord", "een ander verhaal")
              .refusal()
              .text->code == "usecases.password_wrong");
    CHECK(usecases::change_own_password(connection, change, sentence, "te kort").refusal().text->code ==
          "officers.password_short");
    CHECK(usecases::change_own_password(connection, change, sentence, "een ander verhaal"));
    CHECK(usecases::log_in(connection, "anna", "een ander verhaal", 1));
}
