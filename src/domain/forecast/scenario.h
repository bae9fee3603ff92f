#pragma once

#include "base/money.h"
#include "base/rate.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

/// What a fund can lend in the months ahead. Everything here is a figure to decide by, never a booking.
namespace vierkant::forecast {

/// A loan as it would be awarded later: linear, by the month.
struct NewLoanTerms {
    Money amount;
    Rate annual;
    int instalments = 60;
    int principal_grace = 0;
    friend bool operator==(const NewLoanTerms&, const NewLoanTerms&) = default;
};

/// What is assumed about the months ahead (data/forecast/scenarios.json): policy, not law.
struct Scenario {
    std::string code;  ///< "expected", "cautious" or "favourable"
    Word title;
    Rate default_performing;    ///< chance in a year that a loan that pays as agreed stops paying for good
    Rate default_watch;         ///< the same for a loan that is late or watched
    Rate recovery;              ///< of what is outstanding at a default
    int recovery_months = 1;    ///< after the default
    Rate late_share;            ///< of each month's instalments that comes later
    int late_months = 1;        ///< so many months; also when what is overdue now comes in
    int payout_months = 1;      ///< from an award to its payment
    Rate applications_awarded;  ///< chance that an application in hand is awarded
    Rate proposals_awarded;     ///< the same once an award was proposed
    Rate costs_yearly;          ///< running costs of the fund, of its capital
    int new_loans_yearly = 0;   ///< how many a year are asked for, beyond those in hand
    NewLoanTerms new_loan;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

struct Assumptions {
    std::vector<Scenario> scenarios;  ///< expected, cautious, favourable
    std::int64_t paths = 0;           ///< courses that are drawn for the band, under the first scenario
    std::uint64_t seed = 0;
    Rate sure;    ///< "yes" from this share of the courses on
    Rate likely;  ///< "likely" from this share on
};

inline constexpr int most_months = 600;
inline constexpr std::int64_t most_paths = 100'000;

/// Percentages between 0 and 100, months and numbers in their range.
Result<Done> check(const Scenario& scenario);

}  // namespace vierkant::forecast
