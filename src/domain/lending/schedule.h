#pragma once

#include "domain/lending/replay.h"

#include <span>
#include <vector>

namespace vierkant::lending {

struct ScheduleRow {
    enum class Kind { instalment, prepayment };
    Kind kind;
    int number;  ///< 0 for a prepayment
    Date due;
    int days;  ///< calendar days since the row before, or since the first drawing
    Money principal;
    Money interest;
    Money balance;     ///< principal owed after this row
    Money costs = {};  ///< settled with it: a commitment fee, costs spread by a new plan
    [[nodiscard]] Money total() const { return principal + interest; }
    friend bool operator==(const ScheduleRow&, const ScheduleRow&) = default;
};

/// Costs of the loan, beside its instalments.
struct FeeRow {
    Date day;
    Money amount;
    bool withheld;  ///< taken off what is paid out
    friend bool operator==(const FeeRow&, const FeeRow&) = default;
};

struct Schedule {
    std::vector<ScheduleRow> rows;
    std::vector<FeeRow> fees;
    Money principal;
    Money interest;
    [[nodiscard]] Money total() const { return principal + interest; }
};

/// The repayment schedule of terms and events, everything due being paid on its due date. A payment event dated on a
/// due date includes that day's instalment and what it holds beyond is excess; dated between due dates, it is all
/// excess. REQUIRES: check(terms); the first drawing before first_due; no reversals.
Schedule make_schedule(const LoanTerms& terms, std::span<const Event> events);

/// The same by the fold alone, whatever the loan: what make_schedule() is held against.
Schedule fold_schedule(const LoanTerms& terms, std::span<const Event> events);

/// What is still to come of a loan after the day its state reached, if everything is paid when due.
Schedule plan_ahead(const LoanTerms& terms, const State& state);

}  // namespace vierkant::lending
