#pragma once

#include "base/date.h"
#include "domain/arrears/provision.h"
#include "domain/forecast/scenario.h"
#include "domain/lending/schedule.h"

#include <optional>
#include <vector>

namespace vierkant::forecast {

/// What is received of a loan in a month.
struct Flow {
    Money principal;
    Money interest;
    friend bool operator==(const Flow&, const Flow&) = default;
};
using Flows = std::vector<Flow>;  ///< by month: the first is the month it begins in

/// A loan that runs.
struct RunningLoan {
    arrears::Stage stage = arrears::Stage::performing;
    Money outstanding;        ///< principal, what is overdue included
    Money overdue_principal;  ///< fell due and was not paid
    Money overdue_interest;   ///< the same; with costs
    Flows plan;               ///< what falls due from now on; the first is the rest of the running month
};

/// Money to be lent: promised, or to be promised. Its plan begins in the month in which it is paid out.
struct Lending {
    Money amount;
    Flows plan;
};

/// An application in hand.
struct Pending {
    int month = 0;          ///< in which it is decided; 0 is the running month
    bool proposed = false;  ///< an award was proposed
    Money amount;
};

/// A fund on a day, and all that is known to come.
struct Position {
    Date as_of = Date::from_serial(0);
    Money capital;    ///< paid in by funders
    Money disbursed;  ///< lent since the beginning
    Money cash;
    Money committed;  ///< promised and not paid out, `promised` included
    Money reserve;
    std::vector<RunningLoan> loans;
    std::vector<Lending> promised;  ///< loans awarded; what else is committed is paid out and does not come back
    std::vector<Pending> pending;

    [[nodiscard]] Money available() const { return cash - committed - reserve; }
};

/// Months from that of `from` to that of `to`.
int months_between(Date from, Date to);

/// The rows of a schedule by month: those in the month of `from` come first.
Flows by_month(const lending::Schedule& schedule, Date from);

/// What is received of a loan of these terms and this amount, from the month of payment on.
Flows plan_of(const NewLoanTerms& terms, Money amount);

}  // namespace vierkant::forecast
