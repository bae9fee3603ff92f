#include "web/forms.h"

#include <catch2/catch.hpp>

#include "web/charts.h"
#include "web/login_guard.h"

using namespace vierkant;
using namespace vierkant::web;

TEST_CASE("an amount is read as people write it", "[web]")
{
    const auto nl = [](const char* typed) { return read_money(typed, Language::nl); };
    const auto en = [](const char* typed) { return read_money(typed, Language::en); };
    CHECK(nl("1.234,50") == Money::cents(123'450));
    CHECK(nl("1234,5") == Money::cents(123'450));
    CHECK(nl("1234.50") == Money::cents(123'450));
    CHECK(nl("1 234,50") == Money::cents(123'450));
    CHECK(nl("1.234") == Money::cents(123'400));
    CHECK(nl("1.234.567") == Money::cents(123'456'700));
    CHECK(nl("-12,00") == Money::cents(-1'200));
    CHECK(nl("250000") == Money::cents(25'000'000));
    CHECK(en("1,234.50") == Money::cents(123'450));
    CHECK(en("1,234") == Money::cents(123'400));
    CHECK(en("12.5") == Money::cents(1'250));
    for (const auto* wrong :
         {"", "1,234", "1.23.456", "1.2345,00", "12,345.678", "1,2,3", "veel", "1e5", "1.234,567", ",50", "--1"}) {
        INFO(wrong);
        CHECK_FALSE(nl(wrong).has_value());
    }
    CHECK_FALSE(en("1.234").has_value());
}

TEST_CASE("a percentage and a day are read as people write them", "[web]")
{
    CHECK(web::read_percent("4,25") == Rate{42'500});
    CHECK(web::read_percent("4.25 %") == Rate{42'500});
    CHECK_FALSE(web::read_percent("vier").has_value());
    CHECK(read_day("2026-02-28") == date(2026, 2, 28));
    CHECK(read_day("28-02-2026") == date(2026, 2, 28));
    CHECK(read_day("28/02/2026") == date(2026, 2, 28));
    for (const auto* wrong : {"30-02-2026", "28-02/2026", "28-2-2026", ""}) CHECK_FALSE(read_day(wrong).has_value());
}

TEST_CASE("the address above an address", "[web]")
{
    CHECK(parent_of("/loans/L-000001/payment") == "/loans/L-000001");
    CHECK(parent_of("/loans") == "/");
}

TEST_CASE("five wrong passwords make a login wait, thirty an address", "[web]")
{
    LoginGuard guard;
    for (int i = 0; i < 5; ++i) {
        CHECK(guard.minutes_to_wait("anna", "10.0.0.1", 1'000) == 0);
        guard.failed("anna", "10.0.0.1", 1'000);
    }
    CHECK(guard.minutes_to_wait("anna", "10.0.0.2", 1'000) == 15);
    CHECK(guard.minutes_to_wait("anna", "10.0.0.2", 1'000 + 14 * 60 + 1) == 1);
    CHECK(guard.minutes_to_wait("anna", "10.0.0.2", 1'000 + 15 * 60) == 0);
    CHECK(guard.minutes_to_wait("bob", "10.0.0.1", 1'000) == 0);
    for (int i = 0; i < 25; ++i) guard.failed("x" + std::to_string(i), "10.0.0.1", 1'000);
    CHECK(guard.minutes_to_wait("bob", "10.0.0.1", 1'000) == 15);
    guard.succeeded("anna");
    CHECK(guard.minutes_to_wait("anna", "10.0.0.2", 1'000) == 0);
}
