#include "formats/terms_json.h"

#include "formats/loan_event_json.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace vierkant;
using namespace vierkant::formats;

namespace {

constexpr auto all_terms = R"({
  "method": "linear", "instalments": 24, "every": 1, "unit": "month", "first_due": "2026-02-28", "eom": true,
  "principal_grace": 2, "interest_grace": 2, "interest_grace_kind": "deferred", "first_period": "daily",
  "day_count": "ACT/360", "interest_period": "per-instalment", "instalment_multiple": "0.05",
  "business_day": "modified_following", "interest_days": "adjusted", "principal_free_months": [7, 8],
  "steps": [{"from": 10, "amount": "750.00"}], "holidays": [{"from": 12, "count": 2, "interest": "capitalised"}],
  "rates": [{"from": "2026-01-15", "annual_percent": "4.25"}],
  "base_rate": {"margin_percent": "2.06", "floor_percent": "0.50", "first_reset": "2027-01-28", "every_months": 6},
  "fees": {"handling_amount": "50.00", "handling_percent": "1.00", "handling": "withheld",
           "commitment_percent": "0.50", "prepayment_percent": "2.00"},
  "commitment": "20000.00", "commitment_from": "2026-01-01", "first_drawing": "2026-01-10", "last_drawing": "2026-12-31",
  "tranches": [{"amount": "5000.00", "from": "2026-01-15"}, {"amount": "15000.00", "milestone": "machine geleverd"}],
  "allocation": ["interest", "principal", "costs"], "allocation_by": "item", "excess": "lower" })";

/// The same as the program writes it: the end-of-month rule is the 31st.
lending::LoanTerms read_all()
{
    const auto terms = read_terms(all_terms, "terms.json");
    REQUIRE(terms);
    return *terms;
}

std::string refusal(const std::string& terms)
{
    const auto read = read_calculator_input(
        R"({"disbursements": [{"date": "2026-01-15", "amount": "1000.00"}], "first_due": "2026-02-15", )" + terms + "}",
        "t.json");
    return read ? "read" : std::string{read.refusal().text->code};
}

}  // namespace

TEST_CASE("terms are written as they are read, whatever was agreed", "[formats]")
{
    const auto terms = read_all();
    CHECK(terms.due_day == 31);
    CHECK(terms.is_free_month(7));
    CHECK_FALSE(terms.is_free_month(9));
    CHECK(terms.tranches.at(1).milestone == "machine geleverd");
    // Of a loan that was awarded the rates are known, and what they follow is kept for the resets to come.
    CHECK(terms.rates.size() == 1);
    CHECK(terms.resets == lending::RateResets{*parse_percent("2.06"), *parse_percent("0.50"), date(2027, 1, 28), 6});
    const auto again = read_terms(write_terms(terms), "written");
    REQUIRE(again);
    CHECK(*again == terms);
    const auto plain = read_terms(R"({"method": "annuity", "instalments": 12, "first_due": "2026-02-15",
        "rates": [{"from": "2026-01-15", "annual_percent": "4.00"}]})",
                                  "plain");
    REQUIRE(plain);
    CHECK(write_terms(*plain).find("business_day") == std::string::npos);
}

TEST_CASE("a base rate becomes rates by date", "[formats]")
{
    const auto read = read_calculator_input(R"({
        "disbursements": [{"date": "2021-07-15", "amount": "1000.00"}],
        "method": "bullet", "instalments": 3, "unit": "year", "first_due": "2022-07-15",
        "base_rate": {"margin_percent": "1.00", "first_reset": "2021-07-15", "every_months": 12,
                      "rates": [{"from": "2021-01-01", "annual_percent": "-0.42"},
                                {"from": "2023-01-01", "annual_percent": "2.56"}]}})",
                                            "floating.json");
    REQUIRE(read);
    REQUIRE(read->terms.rates.size() == 4);
    CHECK(read->terms.rates[0].annual == basis_points(58));
    CHECK(read->terms.rates[1].annual == basis_points(58));
    CHECK(read->terms.rates[2].annual == basis_points(356));
    CHECK(refusal(R"("method": "bullet", "instalments": 1,
        "base_rate": {"margin_percent": "1.00", "first_reset": "2020-01-01"})") == "formats.base_rate_unknown");
}

TEST_CASE("terms and events that cannot be are refused", "[formats]")
{
    const std::string rates = R"("rates": [{"from": "2026-01-15", "annual_percent": "4.00"}], )";
    CHECK(refusal(rates + R"("method": "annuity", "instalments": 12)") == "read");
    CHECK(refusal(R"("method": "annuity", "instalments": 12)") == "formats.missing");
    CHECK(refusal(rates + R"("method": "annuity", "instalments": 12, "allocation": ["interest", "costs"])") ==
          "formats.allocation_incomplete");
    CHECK(refusal(rates + R"("method": "annuity", "instalments": 12, "principal_free_months": [13])") ==
          "formats.not_integer");
    CHECK(refusal(rates + R"("method": "annuity", "instalments": 12, "business_day": "next")") ==
          "formats.unknown_name");
    CHECK(refusal(rates +
                  R"("method": "custom", "instalments": 1, "plan": [{"due": "2026-02-15", "principal": "900.00"}])") ==
          "lending.plan_differs");
    CHECK(refusal(rates + R"("method": "annuity", "instalments": 2,
        "events": [{"type": "holiday", "date": "2026-01-20", "instalments": 2, "extend": false}])") ==
          "lending.holiday_too_long");
    CHECK(refusal(rates + R"("method": "annuity", "instalments": 12, "events": [{"type": "reschedule",
        "date": "2026-04-20", "terms": {"instalments": 6, "first_due": "2026-05-20", "arrears": "spread"}}])") ==
          "read");
}

TEST_CASE("what an event says besides is kept and read back", "[formats]")
{
    lending::Event event{EventId{3}, date(2026, 5, 1), lending::EventKind::holiday};
    event.number = 3;
    event.interest = lending::PeriodInterest::capitalised;
    event.extends = false;
    lending::Event read{EventId{3}, date(2026, 5, 1), lending::EventKind::holiday};
    read_event_detail(write_event_detail(event), read);
    CHECK(read.number == 3);
    CHECK(read.interest == lending::PeriodInterest::capitalised);
    CHECK_FALSE(read.extends);

    // Of the terms it replaces a plan keeps what it does not name; rates stay those in force.
    const auto plan =
        read_rescheduling(R"({"instalments": 6, "first_due": "2026-09-01", "arrears": "frozen"})", "p", read_all());
    REQUIRE(plan);
    CHECK(plan->arrears == lending::Arrears::frozen);
    CHECK(plan->terms.method == lending::Method::linear);
    CHECK(plan->terms.rates.empty());
    CHECK(plan->terms.holidays.empty());
    event.kind = lending::EventKind::rescheduling;
    event.new_plan = std::make_shared<const lending::Rescheduling>(*plan);
    read.kind = lending::EventKind::rescheduling;
    read_event_detail(write_event_detail(event), read);
    CHECK(*read.new_plan == *plan);
}

TEST_CASE("a calculation is refused where more is drawn than was promised, and the place of a fault is named",
          "[formats]")
{
    const auto refusal = [](const std::string& more) {
        const auto read = read_calculator_input(R"({"disbursements": [{"date": "2026-01-15", "amount": "500.00"}],
            "rates": [{"from": "2026-01-15", "annual_percent": "4"}], "method": "linear", "instalments": 12,
            "first_due": "2026-02-15", )" + more + "}",
                                                "terms.json", {});
        return read ? std::string{} : read.refusal().in(Language::nl);
    };
    CHECK(refusal(R"("commitment": "500.00")").empty());
    CHECK(refusal(R"("commitment": "499.99")") == "terms.json: Er is nog 499,99 op te nemen; 500,00 is te veel.");
    CHECK(refusal(R"("principal_free_months": [1, 13])").starts_with("terms.json /principal_free_months/1: "));
    CHECK(refusal(R"("fees": {"handling_percent": "101"})") ==
          "terms.json: Kosten van 101,00 % kunnen niet. Kies een percentage van 0 tot en met 100.");
}
