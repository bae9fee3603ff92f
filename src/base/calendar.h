#pragma once

#include "base/date.h"

namespace vierkant {

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
Date easter_sunday(int year);

/// The day on which the King's or Queen's birthday is celebrated: 27 April since 2014, 30 April before; on the
/// Saturday before where it falls on a Sunday (so since 1980).
Date kings_day(int year);

/// A generally recognised holiday, or Good Friday, which counts as one (Algemene termijnenwet, art. 3). The fifth of
/// May counts every year.
bool is_dutch_holiday(Date day);

/// The day itself, or the first day after it that is no Saturday, Sunday or holiday (Algemene termijnenwet, art. 1).
Date dutch_working_day_from(Date day);

/// Whether TARGET settles payments: not at weekends, on 1 January, Good Friday, Easter Monday, 1 May, 25 and 26
/// December (the ECB's long-term calendar, since 2002).
bool is_target_day(Date day);
Date target_day_from(Date day);

}  // namespace vierkant
