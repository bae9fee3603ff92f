#pragma once

#include "base/date.h"
#include "base/exact.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
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
/// The interest of the first period, where the rest goes per instalment.
enum class FirstPeriod {
    whole,  ///< as that of any other period, however long after the drawing the first instalment falls due
    daily,  ///< by the day count
};
/// Where an instalment is paid whose due date is no TARGET2 day.
enum class Rolling {
    unadjusted,          ///< on that day all the same
    following,           ///< on the next TARGET2 day
    modified_following,  ///< the same, unless that lies in the next month: then on the last one before
    preceding,           ///< on the last TARGET2 day before
};
/// Where interest periods end when due dates are rolled.
enum class InterestDays {
    unadjusted,  ///< on the due date as agreed: interest does not feel the weekend
    adjusted,    ///< on the day of payment
};
/// What becomes of the interest of a period.
enum class PeriodInterest {
    due,          ///< owed with its instalment
    waived,       ///< none is charged
    deferred,     ///< owed with the first instalment after it that bears interest
    capitalised,  ///< added to the principal
};
/// What happens with money paid beyond what is due.
enum class Excess {
    shorten,  ///< less principal, the instalment stays: the loan ends earlier
    lower,    ///< less principal, the number of instalments stays: they become lower
    advance,  ///< the planned balances stay: coming instalments fall away until the plan has caught up
    agreed,   ///< as the terms say
};
enum class Part { costs, interest, principal };

/// In which order a payment settles what is due.
struct Allocation {
    enum class By {
        part,  ///< all costs, then all interest, then all principal, the oldest first within each (art. 6:44 BW)
        item,  ///< the oldest instalment first, within it by part
    };
    std::array<Part, 3> order{Part::costs, Part::interest, Part::principal};
    By by = By::part;
    friend bool operator==(const Allocation&, const Allocation&) = default;
};

struct DatedRate {
    Date from;
    Rate annual;
    friend bool operator==(const DatedRate&, const DatedRate&) = default;
};
struct PlannedPrincipal {
    Date due;
    Money principal;
    friend bool operator==(const PlannedPrincipal&, const PlannedPrincipal&) = default;
};
/// From instalment `from` on each is this amount: principal and interest of an annuity, principal of a linear loan.
struct Step {
    int from = 1;
    Money amount;
    friend bool operator==(const Step&, const Step&) = default;
};
/// Instalments without principal, in the middle of a loan.
struct Holiday {
    int from = 1;
    int count = 1;
    PeriodInterest interest = PeriodInterest::due;
    friend bool operator==(const Holiday&, const Holiday&) = default;
};
struct Fees {
    enum class Handling { paid, withheld };
    Money handling_fixed;               ///< once, with the first drawing
    Rate handling;                      ///< of each drawing
    Handling settled = Handling::paid;  ///< withheld: taken off what is paid out
    Rate commitment;                    ///< a year, of the commitment that is not drawn
    Rate prepayment;                    ///< of principal paid before it is due
    friend bool operator==(const Fees&, const Fees&) = default;
};
/// A part of the loan that may be drawn from a day on, or once a milestone was reached.
struct Tranche {
    Money amount;
    std::optional<Date> from;
    std::string milestone;  ///< "" for a tranche on a date
    friend bool operator==(const Tranche&, const Tranche&) = default;
};

/// A rate that follows a base rate: plus a margin, at least a floor, set anew on days that lie so many months apart.
/// The rates known when the loan was made stand in its terms; each later one is an event (docs/adr/0028).
struct RateResets {
    Rate margin;
    Rate floor;
    Date first = Date::from_serial(0);
    int every_months = 12;
    friend bool operator==(const RateResets&, const RateResets&) = default;
};

/// How a loan stood at the end of the day on which it was taken over from another administration. The fold begins here;
/// what happened before is known in total only (docs/adr/0016).
struct Opening {
    struct Drawing {
        Date day;
        Money amount;
        friend bool operator==(const Drawing&, const Drawing&) = default;
    };
    Date on = Date::from_serial(0);
    std::vector<Drawing> drawings;  ///< all until then, in order of date
    Money principal_repaid;
    Money interest_received;
    Money principal_remitted;
    Money principal_written_off;
    Money principal_overdue;  ///< part of what is outstanding
    Money interest_overdue;
    std::optional<Date> overdue_since;  ///< due date of the oldest that is overdue
    friend bool operator==(const Opening&, const Opening&) = default;

    [[nodiscard]] Money drawn() const;
    [[nodiscard]] Money outstanding() const
    {
        return drawn() - principal_repaid - principal_remitted - principal_written_off;
    }
};

/// The longest loan: a hundred years of months.
inline constexpr int most_instalments = 1200;

/// What was agreed about a loan. Amounts drawn are not in it: drawings are events.
struct LoanTerms {
    Method method = Method::annuity;
    int instalments = 1;  ///< all of them, those in the grace periods included
    int every = 1;
    Unit unit = Unit::month;
    Date first_due = Date::from_serial(0);
    int principal_grace = 0;  ///< first instalments without principal
    int interest_grace = 0;   ///< first instalments whose interest is treated as grace_interest says
    DayCount day_count = DayCount::thirty_e_360;
    InterestPeriod interest_period = InterestPeriod::per_instalment;
    Money instalment_multiple = Money::cents(1);  ///< instalments are rounded to a multiple of this, half up
    std::vector<DatedRate> rates;                 ///< in order of date; the first holds from the beginning
    std::optional<RateResets> resets;             ///< only where the rate follows a base rate
    std::vector<PlannedPrincipal> plan;           ///< only for Method::custom

    int due_day = 0;  ///< due dates after the first aim at this day of the month; 0: at that of the first
    Rolling rolling = Rolling::unadjusted;
    InterestDays interest_days = InterestDays::unadjusted;
    FirstPeriod first_period = FirstPeriod::whole;
    PeriodInterest grace_interest = PeriodInterest::waived;
    std::uint16_t free_months = 0;  ///< bit m: instalments due in month m (1-12) are without principal
    std::vector<Step> steps;        ///< in order
    std::vector<Holiday> holidays;  ///< in order, without overlap
    Fees fees;
    Money commitment;                     ///< what may be drawn; zero where the terms do not say
    std::optional<Date> commitment_from;  ///< the commitment fee runs from here; else from the first drawing
    std::optional<Date> first_drawing;    ///< no drawing before
    std::optional<Date> last_drawing;     ///< none after; what is not drawn then returns to the fund
    std::vector<Tranche> tranches;        ///< empty: drawn as the borrower asks
    Allocation allocation;
    Excess excess = Excess::shorten;                ///< where a payment does not say; never `agreed`
    std::optional<Opening> opening = std::nullopt;  ///< only for a loan taken over
    friend bool operator==(const LoanTerms&, const LoanTerms&) = default;

    [[nodiscard]] bool is_free_month(int month) const { return ((free_months >> month) & 1U) != 0; }
};

/// Refuses terms that cannot be carried out, naming the rule.
Result<Done> check(const LoanTerms& terms);

/// The day on which instalment `number`, from 1 on, is to be paid; beyond the last it goes on in the same rhythm.
/// Counted from the first due date, so that a loan due on the 31st comes back to the 31st; then rolled.
Date due_date(const LoanTerms& terms, int number);

/// The day on which the interest period of that instalment ends.
Date period_end(const LoanTerms& terms, int number);

/// What becomes of the interest of the period that ends with instalment `number`.
PeriodInterest interest_of_period(const LoanTerms& terms, int number);

/// Whether the plan has principal for instalment `number`: it lies in no grace period, holiday or free month. The last
/// one always has.
bool pays_principal(const LoanTerms& terms, int number);

/// The agreed rate for a day; before the first one, the first.
Rate rate_on(const LoanTerms& terms, Date day);

/// Time between two days in years, by the day count. ACT/ACT splits at the turn of the year.
YearFraction year_fraction(DayCount count, Date from, Date to);

/// One period in years: 1/12 for a month, 1/52 for a week, 1/365 for a day.
YearFraction period_length(const LoanTerms& terms);

/// A base rate plus a margin, as rates by date: the base rate of each reset day, the floor where the sum lies below it.
struct FloatingRate {
    std::vector<DatedRate> base;  ///< in order; may be negative
    Rate margin;
    Rate floor;
    std::vector<Date> resets;  ///< in order
};
/// Empty where a reset lies before the first base rate. A later reset than the last base rate takes that one.
std::optional<std::vector<DatedRate>> resolve(const FloatingRate& rate);

}  // namespace vierkant::lending
