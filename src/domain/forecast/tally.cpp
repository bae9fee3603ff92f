#include "domain/forecast/tally.h"

#include <algorithm>

namespace vierkant::forecast {

namespace {

constexpr std::int64_t one_in_millionths = 1'000'000;

/// The months of a loan that lie within a tally, of `size` months that it pays in.
int months_within(const Tally& tally, const Flows& received, int start)
{
    return std::min(static_cast<int>(received.size()), tally.last() - start + 1);
}

}  // namespace

Tally::Tally(const Scenario& scenario, int months)
    : recovery_{scenario.recovery},
      recovery_months_{scenario.recovery_months},
      sums_(static_cast<std::size_t>(months) + 1)
{
}

void Tally::add(const Flows& received, int start, Money outstanding, const std::vector<Chance>& paying)
{
    const int months = months_within(*this, received, start);
    auto left = outstanding;
    for (int m = 0; m < months; ++m) {
        const auto at = static_cast<std::size_t>(m);
        const auto& flow = received[at];
        const auto chance = paying[at].parts();
        if (m > 0) default_in(start + m, Units{left.in_cents()} * (paying[at - 1].parts() - chance));
        auto& sums = sums_[static_cast<std::size_t>(start + m)];
        sums.principal += Units{flow.principal.in_cents()} * chance;
        sums.interest += Units{flow.interest.in_cents()} * chance;
        left -= flow.principal;
    }
}

void Tally::cut(const Flows& received, int start, Money outstanding, int defaulted)
{
    const int months = months_within(*this, received, start);
    if (defaulted >= months) return;
    auto left = outstanding;
    for (int m = 0; m < months; ++m) {
        const auto& flow = received[static_cast<std::size_t>(m)];
        if (m < defaulted) {
            left -= flow.principal;
            continue;
        }
        auto& sums = sums_[static_cast<std::size_t>(start + m)];
        sums.principal -= units(flow.principal);
        sums.interest -= units(flow.interest);
    }
    default_in(start + defaulted, units(left));
}

void Tally::default_in(int month, Units amount)
{
    const auto recovered = amount * recovery_.millionths / one_in_millionths;
    sums_[static_cast<std::size_t>(month)].lost += amount - recovered;
    const int later = month + recovery_months_;
    if (later <= last()) sums_[static_cast<std::size_t>(later)].recovered += recovered;
}

Money Tally::rounded(Units units)
{
    constexpr Units half = Units{1} << (Chance::bits - 1);
    const auto size = ((units < 0 ? -units : units) + half) >> Chance::bits;
    return Money::cents(static_cast<std::int64_t>(units < 0 ? -size : size));
}

Flows delayed(const Flows& plan, const Scenario& scenario)
{
    const auto lag = static_cast<std::size_t>(scenario.late_months);
    Flows received(plan.size() + lag);
    for (std::size_t m = 0; m < plan.size(); ++m) {
        const auto late = [&](Money due) {
            return pro_rata(due, scenario.late_share.millionths, one_in_millionths, Rounding::half_up);
        };
        const Flow later{late(plan[m].principal), late(plan[m].interest)};
        received[m].principal += plan[m].principal - later.principal;
        received[m].interest += plan[m].interest - later.interest;
        received[m + lag].principal += later.principal;
        received[m + lag].interest += later.interest;
    }
    return received;
}

Flows received_of(const RunningLoan& loan, const Scenario& scenario)
{
    auto received = delayed(loan.plan, scenario);
    const auto lag = static_cast<std::size_t>(scenario.late_months);
    if (received.size() <= lag) received.resize(lag + 1);
    received[lag].principal += loan.overdue_principal;
    received[lag].interest += loan.overdue_interest;
    return received;
}

}  // namespace vierkant::forecast
