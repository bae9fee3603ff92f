#include "domain/dossiers/decision_deadline.h"

#include "base/calendar.h"
#include "base/result.h"

#include <algorithm>

namespace vierkant::dossiers {

namespace {

Date end_of(const Suspension& suspension)
{
    return suspension.completed ? std::min(*suspension.completed, suspension.end_of_term) : suspension.end_of_term;
}

}  // namespace

int suspended_days(const std::vector<Suspension>& suspensions)
{
    auto in_order = suspensions;
    std::sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) { return a.invited < b.invited; });
    int days = 0;
    std::optional<Date> counted_until;  // the first day that is not counted yet
    for (const auto& suspension : in_order) {
        Date from = suspension.invited + 1;
        if (counted_until) from = std::max(from, *counted_until);
        const Date until = end_of(suspension);
        if (until <= from) continue;
        days += until - from;
        counted_until = until;
    }
    return days;
}

Date decision_deadline(Date received, int weeks, const std::vector<Suspension>& suspensions)
{
    verify(weeks > 0, "a term to decide has at least one week");
    constexpr int longest_that_moves = 12;
    const Date raw = received + weeks * 7 + suspended_days(suspensions);
    return weeks > longest_that_moves ? raw : dutch_working_day_from(raw);
}

}  // namespace vierkant::dossiers
