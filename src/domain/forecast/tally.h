#pragma once

#include "domain/forecast/chance.h"
#include "domain/forecast/position.h"

#include <vector>

namespace vierkant::forecast {

/// What comes in by month, as sums that are rounded once: amounts in 2^-40 cents, so that a chance times an amount is
/// exact.
class Tally {
public:
    __extension__ using Units = __int128;
    struct Sums {
        Units principal = 0;
        Units interest = 0;
        Units recovered = 0;
        Units lost = 0;
    };

    Tally(const Scenario& scenario, int months);

    /// A loan that pays `received` from month `start` on, each month with its chance: what does not pay any more is a
    /// default of what was outstanding. `paying` falls: paying[0] is the chance that there is such a loan at all.
    void add(const Flows& received, int start, Money outstanding, const std::vector<Chance>& paying);

    /// Of a loan that was added as certain to pay: from its month `defaulted` on it does not.
    void cut(const Flows& received, int start, Money outstanding, int defaulted);

    /// So much of the principal outstanding will not be paid by its plan.
    void default_in(int month, Units amount);

    [[nodiscard]] const Sums& of(int month) const { return sums_[static_cast<std::size_t>(month)]; }
    [[nodiscard]] int last() const { return static_cast<int>(sums_.size()) - 1; }

    static Units units(Money amount) { return Units{amount.in_cents()} << Chance::bits; }
    /// To whole cents, half up.
    static Money rounded(Units units);

private:
    Rate recovery_;
    int recovery_months_;
    std::vector<Sums> sums_;
};

/// What is received of a plan when a part of each month comes later. The sum stays.
Flows delayed(const Flows& plan, const Scenario& scenario);

/// The same of a running loan; what is overdue comes in as late as what will be late.
Flows received_of(const RunningLoan& loan, const Scenario& scenario);

}  // namespace vierkant::forecast
