#include "domain/forecast/position.h"

#include <algorithm>
#include <array>

namespace vierkant::forecast {

int months_between(Date from, Date to)
{
    return (to.year() - from.year()) * 12 + to.month() - from.month();
}

Flows by_month(const lending::Schedule& schedule, Date from)
{
    Flows flows;
    for (const auto& row : schedule.rows) {
        const auto month = static_cast<std::size_t>(std::max(0, months_between(from, row.due)));
        if (flows.size() <= month) flows.resize(month + 1);
        flows[month].principal += row.principal;
        flows[month].interest += row.interest;
    }
    return flows;
}

Flows plan_of(const NewLoanTerms& terms, Money amount)
{
    // Interest per instalment does not depend on the calendar, so any month will do.
    const auto paid_out = date(2001, 1, 1);
    lending::LoanTerms loan;
    loan.method = lending::Method::linear;
    loan.instalments = terms.instalments;
    loan.principal_grace = terms.principal_grace;
    loan.first_due = add_months(paid_out, 1);
    loan.rates = {{paid_out, terms.annual}};
    const std::array drawing{lending::Event{EventId{1}, paid_out, lending::EventKind::disbursement, amount}};
    return by_month(lending::make_schedule(loan, drawing), paid_out);
}

}  // namespace vierkant::forecast
