#pragma once

#include "base/exact.h"
#include "base/money.h"

#include <span>

namespace vierkant::lending {

/// Interest growth of one period, 1 + units / Exact::units_per_cent: rate in millionths x length in years-parts.
struct Growth {
    std::int64_t units = 0;
};

/// The equal amount that repays `principal` with `interest` of the period that ends now, paid now and at the end of
/// each of `later` periods: A with (principal + interest) = A + A/f1 + A/(f1 f2) + ..., f = growth of a later period.
/// With equal periods it is the textbook annuity P i / (1 - (1 + i)^-n). Rounded once, half up, to `multiple`.
Money level_payment(Money principal, Exact interest, std::span<const Growth> later, Money multiple);

/// The same where the `later_count` periods after this one all grow alike: fast, and equal to the cent.
Money level_payment(Money principal, Exact interest, Growth growth, int later_count, Money multiple);

}  // namespace vierkant::lending
