#include "domain/lending/day_walk.h"

namespace vierkant::lending {

DayWalk::DayWalk(const LoanTerms& terms, std::span<const Event> events)
    : terms_{terms}, rest_{beginning(terms)}, later_{in_effect(events)}
{
}

DayWalk::DayWalk(const LoanTerms& terms, State checkpoint) : terms_{terms}, rest_{std::move(checkpoint)} {}

State DayWalk::at(Date day, Trace* trace)
{
    while (taken_ < later_.size() && later_[taken_].value_date <= day) {
        const auto first = taken_;
        const auto happens_on = later_[first].value_date;
        while (taken_ < later_.size() && later_[taken_].value_date == happens_on) ++taken_;
        rest_ = advance(terms_, std::move(rest_), std::span{later_}.subspan(first, taken_ - first), happens_on, trace);
    }
    return advance(terms_, rest_, {}, day, trace);
}

Money DayWalk::interest_accrued_until(Date day)
{
    return interest_accrued_on(terms_, day, totals(terms_, at(day)));
}

Money interest_accrued_on(const LoanTerms& terms, Date day, const Totals& flows)
{
    return terms.opening && day < terms.opening->on ? Money{} : flows.interest_accrued;
}

}  // namespace vierkant::lending
