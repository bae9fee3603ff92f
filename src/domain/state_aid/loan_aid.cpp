#include "domain/state_aid/loan_aid.h"

#include "base/result.h"
#include "domain/lending/schedule.h"

#include <array>

namespace vierkant::state_aid {

namespace {

constexpr int months_a_year = 12;

int whole_months(Date from, Date to)
{
    const auto months = (to.year() - from.year()) * months_a_year + to.month() - from.month();
    return add_months(from, months) <= to ? months : months - 1;
}

}  // namespace

int months_per_instalment(const lending::LoanTerms& terms)
{
    verify(terms.unit == lending::Unit::month || terms.unit == lending::Unit::year, "a loan in months or years");
    return terms.unit == lending::Unit::year ? terms.every * months_a_year : terms.every;
}

std::vector<BenefitPeriod> benefit_periods(const lending::LoanTerms& terms, Money principal, Date awarded_on)
{
    verify(terms.rates.size() == 1, "a loan at one rate");
    const auto step = months_per_instalment(terms);
    const std::array drawing{lending::Event{{}, awarded_on, lending::EventKind::disbursement, principal}};
    std::vector<BenefitPeriod> periods;
    auto balance = principal;
    int before = 0;
    Money put_off;  // interest deferred: lent without interest until the first instalment after the grace
    for (const auto& row : lending::make_schedule(terms, drawing).rows) {
        const int until = whole_months(awarded_on, terms.first_due) + (row.number - 1) * step;
        const bool waived = lending::interest_of_period(terms, row.number) == lending::PeriodInterest::waived;
        const auto rate = waived ? Rate{} : terms.rates.front().annual;
        periods.push_back({balance, until - before, until, rate});
        if (put_off.is_positive()) periods.push_back({put_off, until - before, until, Rate{}});
        if (lending::interest_of_period(terms, row.number) == lending::PeriodInterest::deferred) {
            put_off +=
                round(interest(balance, rate, YearFraction::of(until - before, months_a_year)), Rounding::half_up);
        } else {
            put_off = {};
        }
        balance = row.balance;
        before = until;
    }
    return periods;
}

Money loan_equivalent(const lending::LoanTerms& terms, Money principal, Date awarded_on, const ReferenceRate& rate)
{
    return equivalent(benefit_periods(terms, principal, awarded_on), rate.reference(), rate.discount());
}

}  // namespace vierkant::state_aid
