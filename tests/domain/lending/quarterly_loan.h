#pragma once

#include "domain/lending/event.h"
#include "domain/lending/terms.h"

namespace vierkant::lending::testing {

/// EUR 10,000 at 4 % from 1 January 2015, linear in four quarters: 2,600.00, 2,575.00, 2,550.00 and 2,525.00
/// (style.md, section 12), the first on 1 April 2015 unless another day is given.
inline LoanTerms quarterly(Date first_due = date(2015, 4, 1))
{
    LoanTerms terms;
    terms.method = Method::linear;
    terms.instalments = 4;
    terms.every = 3;
    terms.first_due = first_due;
    terms.rates = {{date(2015, 1, 1), percent(4)}};
    return terms;
}

inline Event event(std::int64_t id, Date day, EventKind kind, Money amount, Excess excess = Excess::shorten)
{
    return {EventId{id}, day, kind, amount, {}, excess};
}

}  // namespace vierkant::lending::testing
