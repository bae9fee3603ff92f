#include "domain/state_aid/equivalent.h"

#include "base/exact.h"
#include "base/result.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace vierkant::state_aid {

namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr unsigned decimals = 40;
constexpr std::int64_t whole = 1'000'000;
constexpr unsigned months_a_year = 12;

const Integer& one()
{
    static const Integer scaled = boost::multiprecision::pow(Integer{10}, decimals);
    return scaled;
}

/// The largest x with x^12 <= number, by Newton's method from above.
Integer twelfth_root(const Integer& number, Integer above)
{
    while (true) {
        const Integer power = boost::multiprecision::pow(above, months_a_year - 1);
        Integer next = ((months_a_year - 1) * above + number / power) / months_a_year;
        if (next >= above) return above;
        above = std::move(next);
    }
}

/// (1 + discount)^(-1/12), scaled by one().
Integer monthly_factor(Rate discount)
{
    const Integer scaled = boost::multiprecision::pow(one(), months_a_year);
    return twelfth_root(Integer{scaled * whole / (whole + discount.millionths)}, Integer{2 * one()});
}

Integer power_of(const Integer& factor, int exponent)
{
    Integer result = one();
    for (int i = 0; i < exponent; ++i) result = result * factor / one();
    return result;
}

}  // namespace

std::optional<Money> safe_harbour(const SafeHarbourLoan& loan, const SafeHarbourLimits& limits)
{
    const bool small_and_short = (loan.months <= 60 && loan.principal <= limits.within_five_years) ||
                                 (loan.months <= 120 && loan.principal <= limits.within_ten_years);
    if (!small_and_short || loan.collateral < percent(50) || loan.insolvent) return std::nullopt;
    return pro_rata(loan.principal, loan.months, std::int64_t{300}, Rounding::half_up);
}

Money equivalent(const std::vector<BenefitPeriod>& periods, Rate reference, Rate discount)
{
    verify(discount > percent(-50), "a discount rate above -50 %");
    const auto monthly = monthly_factor(discount);
    Integer sum = 0;
    for (const auto& period : periods) {
        verify(period.months >= 0 && period.months_from_award >= 0, "months that are not negative");
        if (period.loan_rate >= reference) continue;
        const Integer saved = Integer{period.balance.in_cents()} * (reference - period.loan_rate).millionths;
        sum += saved * period.months * power_of(monthly, period.months_from_award);
    }
    const Integer units = one() * whole * months_a_year;
    return Money::cents(((2 * sum + units) / (2 * units)).convert_to<std::int64_t>());
}

}  // namespace vierkant::state_aid
