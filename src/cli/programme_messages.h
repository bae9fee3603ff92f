#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text day_or_month_unreadable{"cli.day_or_month_unreadable",
                                              "\"{value}\" is geen dag of maand. Schrijf 2026-03-31 of 2026-03.",
                                              "\"{value}\" is no day or month. Write 2026-03-31 or 2026-03."};
inline constexpr Text series_unknown{"cli.series_unknown",
                                     "\"{value}\" is geen reeks. Kies uit: programme, ilo, registered.",
                                     "\"{value}\" is no series. Choose from: programme, ilo, registered."};
inline constexpr Text observed_with_target{
    "cli.observed_with_target",
    "Waarneming {number} is vastgelegd: {rate} % op {day}. Het plan mikt dan op {target} %.",
    "Observation {number} is recorded: {rate} % on {day}. The plan aims at {target} % then."};
inline constexpr Text observed_apart{"cli.observed_apart",
                                     "Waarneming {number} is vastgelegd: {rate} % op {day}. Deze reeks telt anders dan "
                                     "het plan en blijft ernaast staan.",
                                     "Observation {number} is recorded: {rate} % on {day}. This series counts "
                                     "otherwise than the plan and stays beside it."};
inline constexpr Text status_unknown{"cli.status_unknown",
                                     "\"{value}\" is geen stand. Kies uit: not-started, under-way, done, stopped.",
                                     "\"{value}\" is no status. Choose from: not-started, under-way, done, stopped."};
inline constexpr Text measure_followed{"cli.measure_followed",
                                       "Stand {number} is vastgelegd: maatregel {measure} op {day}: {status}.",
                                       "Record {number} is kept: measure {measure} on {day}: {status}."};

}  // namespace vierkant::cli
