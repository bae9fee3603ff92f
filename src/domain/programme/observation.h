#pragma once

#include "base/date.h"
#include "base/rate.h"
#include "base/result.h"
#include "domain/programme/programme.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What really became of unemployment: figures that UWV and CBS publish, entered by an officer.
namespace vierkant::programme {

/// How a series counts the unemployed. Two series are never mixed: only the first is held against the path.
enum class Series {
    programme,   ///< as the plan does (Programme::definition)
    ilo,         ///< unemployed labour force, by the ILO definition of CBS
    registered,  ///< registered with UWV as looking for work, as UWV counts since 2015
};

struct SeriesName {
    Series series;
    std::string_view code;
    Word words;
};
const std::vector<SeriesName>& series_names();
const SeriesName& name_of(Series series);
std::optional<Series> series_of(std::string_view code);

/// Unemployment on a day, as published (waarneming). It never changes; a correction is an observation that replaces it.
struct Observation {
    std::int64_t number = 0;  ///< 1, 2, 3 ...
    Date day;                 ///< of a month: its last day
    Rate unemployment;
    Series series = Series::programme;
    std::string source;                    ///< who published it, and where it can be found
    std::optional<std::int64_t> replaces;  ///< the observation that was wrong
    std::string note;                      ///< of a correction: what was wrong
};

/// The day that "2026-03-31" or "2026-03" means: of a month its last. Empty where it can be read as neither.
std::optional<Date> parse_day_or_month(std::string_view text);

/// May this be entered beside what is known? Refuses a day in the future or before the plan, a rate that is no share,
/// no source, a citizen service number, a day of which the series has a figure already, and a correction of what is not
/// there, was corrected already, or has no reason.
Result<Done> check_observation(const Observation& observation, std::span<const Observation> known, Date plan_begins,
                               Date today);

/// What still stands, in order of day: what no other observation replaced.
std::vector<Observation> standing(std::span<const Observation> known);

/// Of those, one series up to and including a day.
std::vector<Observation> series_until(std::span<const Observation> known, Series series, Date until);

}  // namespace vierkant::programme
