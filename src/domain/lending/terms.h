#pragma once

#include "base/date.h"
#include "base/exact.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace vierkant::lending {

enum class Method {
    annuity,  ///< equal instalments of principal and interest together
    linear,   ///< equal principal, interest on top
    bullet,   ///< all principal with the last instalment
    custom,   ///< principal per instalment as planned in the terms
};
enum class Unit { day, week, month, year };
enum class DayCount {
    thirty_e_360,   ///< 30E/360: every month 30 days, the 31st counts as the 30th (ISDA 2006, 4.16(g))
    thirty_us_360,  ///< 30U/360: as the US bond market counts, with its rules for the end of February
    act_365f,       ///< actual days over 365
    act_360,        ///< actual days over 360
    act_act,        ///< actual days over 365, those in a leap year over 366 (ISDA 2006, 4.16(b))
};
enum class InterestPeriod {
    per_instalment,  ///< balance x rate x length of the period in years (1/12 for a month), whatever the days
    daily,           ///< counted by the day count
};
/// What happens with money paid beyond what is due.
enum class Excess {
    shorten,  ///< less principal, the instalment stays: the loan ends earlier
    lower,    ///< less principal, the number of instalments stays: they become lower
    advance,  ///< the planned balances stay: coming instalments fall away until the plan has caught up
};

struct DatedRate {
    Date from;
    Rate annual;
};
struct PlannedPrincipal {
    Date due;
    Money principal;
};

/// What was agreed about a loan. Amounts drawn are not in it: drawings are events.
struct LoanTerms {
    Method method = Method::annuity;
    int instalments = 1;  ///< all of them, those in the grace periods included
    int every = 1;
    Unit unit = Unit::month;
    Date first_due = Date::from_serial(0);
    int principal_grace = 0;  ///< first instalments without principal
    int interest_grace = 0;   ///< first instalments without interest (waived)
    DayCount day_count = DayCount::thirty_e_360;
    InterestPeriod interest_period = InterestPeriod::per_instalment;
    Money instalment_multiple = Money::cents(1);  ///< instalments are rounded to a multiple of this, half up
    std::vector<DatedRate> rates;                 ///< in order of date; the first holds from the beginning
    std::vector<PlannedPrincipal> plan;           ///< only for Method::custom
};

/// Refuses terms that cannot be carried out, naming the rule.
Result<Done> check(const LoanTerms& terms);

/// Due date of instalment `number`, from 1 on; beyond the last it goes on in the same rhythm. Counted from the first
/// due date, so that a loan due on the 31st comes back to the 31st.
Date due_date(const LoanTerms& terms, int number);

/// Time between two days in years, by the day count. ACT/ACT splits at the turn of the year.
YearFraction year_fraction(DayCount count, Date from, Date to);

/// One period in years: 1/12 for a month, 1/52 for a week, 1/365 for a day.
YearFraction period_length(const LoanTerms& terms);

}  // namespace vierkant::lending
