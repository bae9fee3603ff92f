#include "usecases/calculate_schedule.h"

#include <catch2/catch.hpp>

using namespace vierkant;

namespace {

std::string outcome(const std::string& terms)
{
    const auto schedule = usecases::calculate_schedule(terms, "terms.json");
    return schedule ? to_text(schedule->total()) : std::string{schedule.refusal().text->code};
}

}  // namespace

TEST_CASE("the calculator takes the Commission's base rate where the terms name a margin only", "[usecases]")
{
    // Base rate 2.21 % since 1 July 2025 and a margin of 4.00 %: 6.21 % of 10,000 for a year.
    CHECK(outcome(R"({"disbursements": [{"date": "2025-07-01", "amount": "10000.00"}], "method": "bullet",
        "instalments": 1, "unit": "year", "first_due": "2026-07-01",
        "base_rate": {"margin_percent": "4.00", "first_reset": "2025-07-01"}})") == "10621.00");
}

TEST_CASE("amounts that outgrow every number and dates beyond the calendar are refused", "[usecases]")
{
    CHECK(outcome(R"({"disbursements": [{"date": "2026-01-01", "amount": "1000000000000.00"}], "method": "bullet",
        "instalments": 1200, "first_due": "2026-02-01", "interest_grace": 1200, "interest_grace_kind": "capitalised",
        "rates": [{"from": "2026-01-01", "annual_percent": "100"}]})") == "lending.too_large");
    CHECK(outcome(R"({"disbursements": [{"date": "2026-01-01", "amount": "10.00"}], "method": "custom",
        "instalments": 1, "first_due": "2299-12-31", "plan": [{"due": "2299-12-31", "principal": "10.00"}],
        "rates": [{"from": "2026-01-01", "annual_percent": "1"}]})") == "lending.term_beyond_calendar");
}
