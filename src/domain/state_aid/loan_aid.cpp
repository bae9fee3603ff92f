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
    for (const auto& row : lending::make_schedule(terms, drawing).rows) {
        const int until = whole_months(awarded_on, terms.first_due) + (row.number - 1) * step;
        const auto rate = row.number <= terms.interest_grace ? Rate{} : terms.rates.front().annual;
        periods.push_back({balance, until - before, until, rate});
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
