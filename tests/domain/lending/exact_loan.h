#pragma once

#include "domain/lending/terms.h"

#include <vector>

/// A second implementation of schedules, for one loan paid as agreed: exact fractions (Boost.Multiprecision), written
/// from the formulas of docs/rules/lending.md, slow and obvious. It shares dates and the words of terms with the engine
/// and nothing else.
namespace vierkant::lending::exact {

struct Drawing {
    Date day;
    std::int64_t cents;
};
struct Row {
    int number;
    Date due;
    std::int64_t principal;
    std::int64_t interest;
    std::int64_t balance;
    friend bool operator==(const Row&, const Row&) = default;
};

/// REQUIRES: drawings and rates in order; no change of rate or drawing between a day of payment and the end of its
/// period.
std::vector<Row> schedule(const LoanTerms& terms, const std::vector<Drawing>& drawings);

}  // namespace vierkant::lending::exact
