#include "domain/state_aid/de_minimis.h"
#include "domain/state_aid/equivalent.h"
#include "domain/state_aid/loan_aid.h"

#include "base/exact.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vierkant;
using namespace vierkant::state_aid;

namespace {

Rate rate(std::string_view text)
{
    return *parse_percent(text);
}

const SafeHarbourLimits since_2024{Money::euros(1'500'000), Money::euros(750'000)};

}  // namespace

TEST_CASE("The equivalent of a yearly linear loan is that of the domain handbook, E, example 1", "[state_aid]")
{
    std::vector<BenefitPeriod> periods;
    for (int year = 1; year <= 5; ++year) {
        periods.push_back({Money::euros(300'000 - 50'000 * year), 12, 12 * year, rate("2.00")});
    }
    CHECK(equivalent(periods, rate("4.39"), rate("3.19")) == Money::cents(16'671'27));
    CHECK(equivalent(periods, rate("4.39"), rate("4.39")) == Money::cents(16'238'23));
    CHECK(equivalent(periods, rate("2.00"), rate("3.19")).is_zero());
}

TEST_CASE("The equivalent of a monthly annuity is that of the domain handbook, E, example 2", "[state_aid]")
{
    std::vector<BenefitPeriod> periods;
    auto balance = Money::euros(500'000);
    for (int month = 1; month <= 120; ++month) {
        periods.push_back({balance, 1, month, rate("3.00")});
        const auto due = round(interest(balance, rate("3.00"), YearFraction::of(1, 12)), Rounding::half_up);
        balance -= std::min(balance, Money::cents(4'828'04) - due);
    }
    CHECK(equivalent(periods, rate("8.71"), rate("3.21")) == Money::cents(135'747'57));
    CHECK(equivalent(periods, rate("8.71"), rate("8.71")) == Money::cents(115'231'95));
}

TEST_CASE("The safe harbour is 0.04 x principal x years, under its conditions (handbook E)", "[state_aid]")
{
    const SafeHarbourLoan loan{Money::euros(250'000), 60, percent(50), false};
    CHECK(safe_harbour(loan, since_2024) == Money::euros(50'000));
    CHECK(safe_harbour({Money::euros(1'500'000), 60, percent(50), false}, since_2024) == Money::euros(300'000));
    CHECK(safe_harbour({Money::euros(500'000), 120, percent(60), false}, since_2024) == Money::euros(200'000));
    CHECK_FALSE(safe_harbour({Money::euros(750'001), 61, percent(50), false}, since_2024));
    CHECK_FALSE(safe_harbour({Money::euros(250'000), 121, percent(50), false}, since_2024));
    CHECK_FALSE(safe_harbour({Money::euros(250'000), 60, rate("49.99"), false}, since_2024));
    CHECK_FALSE(safe_harbour({Money::euros(250'000), 60, percent(50), true}, since_2024));
}

TEST_CASE("De minimis aid counts for three years, from day to day (Regulation 2023/2831, art. 3)", "[state_aid]")
{
    const std::vector<AwardedAid> aid{{date(2023, 3, 1), Money::euros(100'000), "1407/2013"},
                                      {date(2023, 3, 2), Money::euros(50'000), "1407/2013"},
                                      {date(2025, 7, 1), Money::euros(120'000), "2023/2831"},
                                      {date(2025, 8, 1), Money::euros(999'000), "651/2014 art. 17"},
                                      {date(2026, 3, 2), Money::euros(90'000), "2023/2831"}};
    CHECK(counted(aid, date(2026, 3, 1), Window::rolling_years, 1) == Money::euros(170'000));
    CHECK(window_begins(Window::rolling_years, date(2026, 3, 1), 1) == date(2023, 3, 2));
}

TEST_CASE("Until 2023 the current and two preceding fiscal years counted (Regulation 1407/2013, art. 3)", "[state_aid]")
{
    CHECK(window_begins(Window::fiscal_years, date(2018, 3, 1), 1) == date(2016, 1, 1));
    CHECK(window_begins(Window::fiscal_years, date(2018, 3, 1), 4) == date(2015, 4, 1));
    CHECK(window_begins(Window::fiscal_years, date(2018, 4, 1), 4) == date(2016, 4, 1));
    const std::vector<AwardedAid> aid{{date(2015, 12, 31), Money::euros(100'000), "1407/2013"},
                                      {date(2016, 1, 1), Money::euros(50'000), "1407/2013"}};
    CHECK(counted(aid, date(2018, 12, 31), Window::fiscal_years, 1) == Money::euros(50'000));
    CHECK(counted(aid, date(2018, 3, 1), Window::fiscal_years, 4) == Money::euros(150'000));
}

TEST_CASE("The loss when the borrower defaults decides the class of collateral (2008/C 14/02)", "[state_aid]")
{
    CHECK(collateral_class(percent(70)) == Collateral::high);
    CHECK(collateral_class(rate("69.99")) == Collateral::normal);
    CHECK(collateral_class(rate("40.01")) == Collateral::normal);
    CHECK(collateral_class(percent(40)) == Collateral::low);
}

TEST_CASE("Without credit history the margin is at least 400 basis points (2008/C 14/02)", "[state_aid]")
{
    const LoanMargins margins{{Rating::weak, Collateral::high, basis_points(220)},
                              {Rating::weak, Collateral::low, basis_points(650)}};
    CHECK(margin_of(margins, Rating::none, Collateral::high) == basis_points(400));
    CHECK(margin_of(margins, Rating::none, Collateral::low) == basis_points(650));
    CHECK(margin_of(margins, Rating::weak, Collateral::high) == basis_points(220));
    CHECK_FALSE(margin_of(margins, Rating::good, Collateral::high));
}

TEST_CASE("The equivalent follows from the terms of the loan (domain handbook, E, both examples)", "[state_aid]")
{
    lending::LoanTerms linear;
    linear.method = lending::Method::linear;
    linear.instalments = 5;
    linear.unit = lending::Unit::year;
    linear.first_due = date(2027, 1, 1);
    linear.rates = {{date(2026, 1, 1), rate("2.00")}};
    const ReferenceRate satisfactory{{date(2026, 1, 1), rate("2.19")}, basis_points(220)};
    CHECK(loan_equivalent(linear, Money::euros(250'000), date(2026, 1, 1), satisfactory) == Money::cents(16'671'27));

    lending::LoanTerms annuity;
    annuity.instalments = 120;
    annuity.first_due = date(2025, 8, 1);
    annuity.rates = {{date(2025, 7, 1), rate("3.00")}};
    const ReferenceRate weak{{date(2025, 7, 1), rate("2.21")}, basis_points(650)};
    CHECK(loan_equivalent(annuity, Money::euros(500'000), date(2025, 7, 1), weak) == Money::cents(135'747'57));
}

TEST_CASE("Grace lengthens the benefit: no repayment keeps the balance, no interest saves it whole", "[state_aid]")
{
    lending::LoanTerms terms;
    terms.method = lending::Method::linear;
    terms.instalments = 4;
    terms.every = 3;
    terms.first_due = date(2026, 4, 1);
    terms.principal_grace = 2;
    terms.interest_grace = 1;
    terms.rates = {{date(2026, 1, 1), rate("2.00")}};
    const auto periods = benefit_periods(terms, Money::euros(8'000), date(2026, 1, 1));
    REQUIRE(periods.size() == 4);
    CHECK(periods[0].balance == Money::euros(8'000));
    CHECK(periods[0].loan_rate == Rate{});
    CHECK(periods[2].balance == Money::euros(8'000));
    CHECK(periods[3].balance == Money::euros(4'000));
    CHECK(periods[3].loan_rate == rate("2.00"));
    CHECK(periods[3].months == 3);
    CHECK(periods[3].months_from_award == 12);
}
