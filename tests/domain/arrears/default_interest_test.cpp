#include "domain/arrears/default_interest.h"

#include "formats/reference_tables.h"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <span>
#include <sstream>

using namespace vierkant;
using namespace vierkant::arrears;
using lending::Event;
using lending::EventKind;

namespace {

/// Of the loan as its events give it on the day.
Result<Money> default_interest(const lending::LoanTerms& terms, std::span<const Event> events,
                               std::span<const lending::DatedRate> rates, Date as_of,
                               std::optional<Date> charged_until = std::nullopt)
{
    lending::Trace trace;
    const auto state = lending::replay(terms, events, as_of, &trace);
    return arrears::default_interest(terms, events, state, trace, rates, as_of, charged_until);
}

std::string data_file(const std::string& name)
{
    std::ifstream in{std::string{VIERKANT_SOURCE_DIR "/data/reference/"} + name};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

const StatutoryRates& table()
{
    static const auto rates =
        formats::read_statutory_rates(data_file("statutory_interest.csv"), "statutory_interest.csv");
    REQUIRE(rates);
    return *rates;
}

Money over(Money sum, Date from, Date until, const std::vector<DatedRate>& rates)
{
    const std::array sums{LateSum{from, sum}};
    const auto interest = late_interest(sums, rates, until);
    REQUIRE(interest);
    return interest->total;
}

/// EUR 10,000 at 4 % a year by the day, linear in four quarters: 2,500.00 of principal each.
lending::LoanTerms quarterly(Rate rate)
{
    lending::LoanTerms terms;
    terms.method = lending::Method::linear;
    terms.instalments = 4;
    terms.every = 3;
    terms.first_due = date(2025, 4, 1);
    terms.rates = {{date(2025, 1, 1), rate}};
    return terms;
}

Event happened(std::int64_t id, Date day, EventKind kind, Money amount)
{
    return {EventId{id}, day, kind, amount};
}

}  // namespace

TEST_CASE("statutory interest of the handbook's example comes out", "[arrears]")
{
    // domain.md F: EUR 12,000 late from 1-11-2024 to 1-3-2025, non-commercial: 61 d at 7 % + 59 d at 6 % = 256.77.
    CHECK(over(Money::euros(12'000), date(2024, 11, 1), date(2025, 3, 1), table().non_commercial) ==
          Money::cents(25'677));
    // The same days commercially: 12,000 x (61 x 12.25 % + 59 x 11.15 %) / 365 = 245.67 + 216.28 = 461.95.
    CHECK(over(Money::euros(12'000), date(2024, 11, 1), date(2025, 3, 1), table().commercial) == Money::cents(46'195));
}

TEST_CASE("after each year the interest of that year is added to the sum", "[arrears]")
{
    const std::vector<DatedRate> ten{{date(2000, 1, 1), percent(10)}};
    // 1,000 at 10 %: 100.00 after a year, over 1,100.00 again 110.00; within a year simple.
    CHECK(over(Money::euros(1'000), date(2021, 1, 1), date(2022, 1, 1), ten) == Money::euros(100));
    CHECK(over(Money::euros(1'000), date(2021, 1, 1), date(2023, 1, 1), ten) == Money::euros(210));
    // Half of the second year, 181 of 365 days: 1,100 x 10 % x 181 / 365 = 54.55.
    CHECK(over(Money::euros(1'000), date(2021, 1, 1), date(2022, 7, 1), ten) == Money::cents(15'455));
    // The year runs from the first late day, not from January.
    CHECK(over(Money::euros(1'000), date(2021, 7, 1), date(2023, 7, 1), ten) == Money::euros(210));
}

TEST_CASE("what is paid bears no more interest, and nothing is owed before the first late day", "[arrears]")
{
    const std::vector<DatedRate> ten{{date(2000, 1, 1), percent(10)}};
    const std::array paid_half{LateSum{date(2021, 1, 1), Money::euros(730)},
                               LateSum{date(2021, 4, 11), Money::euros(365)}};
    // 100 days of 730 x 10 % / 365 = 0.20 a day, then 0.10 a day: 20.00 + 10.00.
    CHECK(late_interest(paid_half, ten, date(2021, 7, 20))->total == Money::euros(30));
    CHECK(over(Money::euros(730), date(2021, 1, 1), date(2021, 1, 1), ten).is_zero());
}

TEST_CASE("a day before the table begins is refused", "[arrears]")
{
    const std::array sums{LateSum{date(2001, 1, 1), Money::euros(1)}};
    const auto refused = late_interest(sums, table().non_commercial, date(2003, 1, 1));
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().text->code == "arrears.no_rate_known");
}

TEST_CASE("over late principal only what lies above the contract's rate is owed on top", "[arrears]")
{
    const std::array events{happened(1, date(2025, 1, 1), EventKind::disbursement, Money::euros(10'000))};
    const std::vector<DatedRate> six{{date(2000, 1, 1), percent(6)}};
    // On 1 April 2025 2,500.00 and 100.00 interest fell due. Late from 2 April; on 11 June 70 days:
    // 2,500 x (6 - 4) % x 70 / 365 = 9.59, and 100 x 6 % x 70 / 365 = 1.15.
    const auto owed = default_interest(quarterly(percent(4)), events, six, date(2025, 6, 11));
    REQUIRE(owed);
    CHECK(*owed == Money::cents(1'074));
    // A contract of 9 % runs on (6:119(3)): only the late interest of 225.00 bears: 225 x 6 % x 70 / 365 = 2.59.
    CHECK(*default_interest(quarterly(percent(9)), events, six, date(2025, 6, 11)) == Money::cents(259));
    CHECK(default_interest(quarterly(percent(4)), events, six, date(2025, 4, 1))->is_zero());
}

TEST_CASE("a part payment lowers what bears interest from its day on", "[arrears]")
{
    const std::array events{happened(1, date(2025, 1, 1), EventKind::disbursement, Money::euros(10'000)),
                            happened(2, date(2025, 5, 2), EventKind::payment, Money::euros(1'100))};
    const std::vector<DatedRate> six{{date(2000, 1, 1), percent(6)}};
    // The payment settles 100.00 interest and 1,000.00 principal. Late 2 April; 30 days of 2,500, then 40 of 1,500, at
    // 2 %: 4.11 + 3.29 = 7.40; and 30 days of 100 at 6 %: 0.49.
    CHECK(*default_interest(quarterly(percent(4)), events, six, date(2025, 6, 11)) == Money::cents(789));
}

TEST_CASE("what was charged up to a day is not reckoned again", "[arrears]")
{
    const std::array events{happened(1, date(2025, 1, 1), EventKind::disbursement, Money::euros(10'000))};
    const std::vector<DatedRate> six{{date(2000, 1, 1), percent(6)}};
    const auto terms = quarterly(percent(4));
    // 40 of the 70 days are left: 2,500 x 2 % x 40 / 365 = 5.48, and 100 x 6 % x 40 / 365 = 0.66.
    CHECK(*default_interest(terms, events, six, date(2025, 6, 11), date(2025, 5, 2)) == Money::cents(614));
    CHECK(default_interest(terms, events, six, date(2025, 6, 11), date(2025, 6, 11))->is_zero());
}
