// Schedules of sixty instalments against QuantLib, which many banks build on. Only built where it is installed
// (libquantlib0-dev).

#include "measure.h"
#include "ratios.h"

#include "domain/lending/schedule.h"

#include <benchmark/benchmark.h>

// Its headers are not written for our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <ql/cashflows/fixedratecoupon.hpp>
#include <ql/instruments/bonds/amortizingfixedratebond.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/thirty360.hpp>
#include <ql/time/schedule.hpp>
#pragma GCC diagnostic pop

#include <cmath>
#include <stdexcept>

namespace vierkant::bench {

namespace {

constexpr int count = 60;
constexpr double rate = 0.0425;
constexpr double principal = 100'000;

/// The interest of each period of the same annuity, in QuantLib's own doubles.
QuantLib::Leg quantlib_leg()
{
    using namespace QuantLib;
    const QuantLib::Date first{15, January, 2026};
    const Schedule schedule{first,      first + count * Months,  1 * Months, NullCalendar(), Unadjusted,
                            Unadjusted, DateGeneration::Forward, false};
    const auto notionals = sinkingNotionals(count * Months, Monthly, rate, principal);
    return FixedRateLeg(schedule).withNotionals(notionals).withCouponRates(rate, Thirty360(Thirty360::BondBasis));
}

double interest_of(const QuantLib::Leg& leg)
{
    double sum = 0;
    for (const auto& coupon : leg) sum += coupon->amount();
    return sum;
}

lending::LoanTerms terms()
{
    lending::LoanTerms terms;
    terms.method = lending::Method::annuity;
    terms.instalments = count;
    terms.first_due = date(2026, 2, 15);
    terms.rates = {{date(2026, 1, 15), Rate{42'500}}};
    return terms;
}

}  // namespace

void quantlib(const Folder&)
{
    const std::vector<lending::Event> events{
        {EventId{1}, date(2026, 1, 15), lending::EventKind::disbursement, Money::euros(100'000)}};
    const auto loan = terms();
    const auto ours = lending::make_schedule(loan, events).interest;
    // Ours rounds each of sixty instalments to the cent; QuantLib rounds nothing.
    if (std::abs(static_cast<double>(ours.in_cents()) / 100 - interest_of(quantlib_leg())) > count * 0.01) {
        throw std::runtime_error{"the schedules of QuantLib and ours differ"};
    }
    constexpr int of_ours = 20'000;
    constexpr int of_theirs = 200;
    const auto times = interleaved(
        9,
        [&] {
            for (int i = 0; i < of_ours; ++i) benchmark::DoNotOptimize(lending::make_schedule(loan, events));
        },
        [&] {
            for (int i = 0; i < of_theirs; ++i) benchmark::DoNotOptimize(interest_of(quantlib_leg()));
        });
    print("60-instalment schedules, times QuantLib's speed", times.as_fast() * of_ours / of_theirs, Goal::at_least, 40,
          "QuantLib " + std::to_string(static_cast<int>(of_theirs / times.bare)) + " a second");
}

}  // namespace vierkant::bench
