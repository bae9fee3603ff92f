#pragma once

#include "domain/forecast/course.h"

#include <optional>

namespace vierkant::forecast {

/// A figure in one course out of ten, in the middle one, and in nine out of ten: so many courses lie at or below it.
struct Band {
    Money p10;
    Money p50;
    Money p90;
    friend bool operator==(const Band&, const Band&) = default;
};

/// The figure that `share` of the courses do not exceed, by nearest rank. REQUIRES: figures in order, not empty.
Money quantile(const std::vector<Money>& figures, Rate share);

/// What many courses say, by month; the same for the same seed.
struct Bands {
    std::vector<Band> capacity;  ///< at the end of each month of the course
    std::vector<Band> lent;      ///< paid out since the day of the forecast, up to the end of that month
    /// What can be awarded on the first day of each month (the first: today) without anything lacking later, in each
    /// course; in order.
    std::vector<std::vector<Money>> room;
};
Bands draw_bands(const Position& position, const Scenario& scenario, int months, Policy policy, std::int64_t paths,
                 std::uint64_t seed);

enum class Answer { yes, likely, no };

/// Can this amount be awarded in that month?
struct AwardAnswer {
    Answer answer = Answer::no;
    Rate chance;                ///< share of the courses in which it fits
    Band room;                  ///< what can be awarded that month
    std::optional<int> sure;    ///< the first month from which it is "yes"; 0 is the running month
    std::optional<int> likely;  ///< the first from which it is "likely"
};
/// REQUIRES: 0 <= month < bands.room.size().
AwardAnswer can_award(const Bands& bands, const Assumptions& assumptions, Money amount, int month);

}  // namespace vierkant::forecast
