#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace vierkant::arrears {

/// An arrangement about arrears (betalingsregeling): the debt and its plan stay as they are; what is late may be paid
/// in terms, and as long as that happens nobody is chased. What falls due meanwhile is paid as it falls due.
struct Arrangement {
    struct Term {
        Date due;
        Money amount;
        friend bool operator==(const Term&, const Term&) = default;
    };
    Date agreed_on;
    Money amount;                                 ///< late on that day
    std::vector<Term> terms;                      ///< in order; together the amount
    std::optional<Date> ended_on = std::nullopt;  ///< by an officer
};

/// Terms in order, none before the agreement, each more than nothing, together the amount.
Result<Done> check(const Arrangement& arrangement);

/// Equal terms so many months or days apart; the last takes the rest. REQUIRES: count > 0.
std::vector<Arrangement::Term> equal_terms(Money amount, int count, Date first, int every_months, int every_days);

enum class Standing {
    kept,
    fulfilled,  ///< nothing is late any more
    broken,     ///< the debtor stands where he would without it
    ended,      ///< by an officer
};

struct ArrangementStanding {
    Standing standing = Standing::kept;
    Date since = Date::from_serial(0);      ///< agreed, fulfilled, broken or ended on
    Money late;                             ///< of the debt, on the day asked
    Money allowed;                          ///< may be late that day
    std::optional<Arrangement::Term> next;  ///< of one that is kept
};

/// How much of what fell due before a day was open at the end of another.
using LateOn = std::function<Money(Date due_before, Date day)>;

/// How an arrangement stands at the end of `as_of`. It is judged on each day after one on which a term or (`due_dates`)
/// an instalment was to be paid, `grace_days` later: what is late then may be no more than the terms to come. Broken
/// once is broken for good; fulfilled it no longer matters.
ArrangementStanding follow(const Arrangement& arrangement, int grace_days, std::span<const Date> due_dates,
                           const LateOn& late_on, Date as_of);

}  // namespace vierkant::arrears
