#include "domain/officers/rights.h"

#include <catch2/catch.hpp>

#include "domain/officers/account.h"

using namespace vierkant::officers;

TEST_CASE("roles are written and read", "[officers]")
{
    CHECK(to_text(*roles_of("decider, officer")) == "officer decider");
    CHECK(roles_of("")->empty());
    CHECK_FALSE(roles_of("officer baas").has_value());
    for (const auto& name : role_names()) CHECK(role_of(name.code) == name.role);
}

TEST_CASE("an auditor reads everything and changes nothing", "[officers]")
{
    const Roles auditor{Role::auditor};
    CHECK(may(auditor, Right::read));
    CHECK(may(auditor, Right::audit));
    for (const auto right :
         {Right::handle, Right::decide, Right::release, Right::withdraw, Right::bank, Right::close, Right::administer})
        CHECK_FALSE(may(auditor, right));
}

TEST_CASE("who prepares does not decide or release by the same role", "[officers]")
{
    for (const auto& name : role_names()) {
        const Roles one{name.role};
        CHECK_FALSE((may(one, Right::handle) && (may(one, Right::decide) || may(one, Right::release))));
    }
}

TEST_CASE("who administers users touches no money", "[officers]")
{
    const Roles administrator{Role::administrator};
    for (const auto right : {Right::read, Right::handle, Right::decide, Right::release, Right::bank})
        CHECK_FALSE(may(administrator, right));
}

TEST_CASE("without a role nothing is allowed", "[officers]")
{
    CHECK(may({}, Right::anyone));
    CHECK_FALSE(may({}, Right::signed_in));
    CHECK(may({Role::officer, Role::decider}, Right::decide));
}

TEST_CASE("an account fits", "[officers]")
{
    CHECK(check_login("anna.de-vries_2"));
    for (const auto* login : {"", "a", "Anna", "1anna", "anna de vries", "ánna", "abcdefghijklmnopqrstuvwxyzabcdefg"})
        CHECK_FALSE(check_login(login));
    CHECK_FALSE(check_full_name("  "));
    CHECK(check_full_name("Anna de Vries"));
    CHECK_FALSE(check_roles({}));
    CHECK_FALSE(check_roles({Role::auditor, Role::officer}));
    CHECK(check_roles({Role::decider, Role::treasurer}));
}

TEST_CASE("a password is long and not the obvious one", "[officers]")
{
    CHECK(check_password("veen en vaart 12", "anna"));
    CHECK(check_password("éééééééééééa", "anna"));
    CHECK_FALSE(check_password("elf tekens!", "anna"));
    CHECK_FALSE(check_password("ééééééééééa", "anna"));  // eleven characters, twenty-one bytes
    CHECK_FALSE(check_password("aaaaaaaaaaaaaaaa", "anna"));
    CHECK_FALSE(check_password("annaannaanna1", "anna"));
    for (const auto* common :
         {"Welkom2026!!", "Wachtwoord123", "welkomwelkom", "Zomer2026zomer", "Qwerty123456", "123456789012"})
        CHECK_FALSE(check_password(common, "anna"));
    CHECK(check_password("welkom op het veen", "anna"));
    CHECK(check_password("83 20 19 47 56 61", "anna"));
    CHECK_FALSE(check_password(std::string(129, 'x') + "y", "anna"));
}

TEST_CASE("a session ends after half an hour of nothing and after ten hours of anything", "[officers]")
{
    const SessionTimes times{1'000'000, 1'000'000};
    CHECK_FALSE(is_over(times, 1'000'000 + 30 * 60 - 1));
    CHECK(is_over(times, 1'000'000 + 30 * 60));
    CHECK_FALSE(is_over({1'000'000, 1'035'900}, 1'035'999));
    CHECK(is_over({1'000'000, 1'035'999}, 1'036'000));
}
