#pragma once

#include "base/result.h"

namespace vierkant::forecast {

inline constexpr Text share_outside{"forecast.share_outside",
                                    "{field} moet tussen 0 en 100 procent liggen; er staat {value}.",
                                    "{field} must lie between 0 and 100 percent; it says {value}."};
inline constexpr Text months_outside{"forecast.months_outside",
                                     "{field} moet van {least} tot en met {most} zijn; er staat {value}.",
                                     "{field} must be from {least} up to {most}; it says {value}."};
inline constexpr Text grace_too_long{
    "forecast.grace_too_long",
    "Een nieuwe lening moet meer termijnen hebben dan aflossingsvrije maanden. Vul meer termijnen in.",
    "A new loan must have more instalments than months without principal. Enter more instalments."};
inline constexpr Text new_loan_of_nothing{"forecast.new_loan_of_nothing",
                                          "Vul het bedrag van een nieuwe lening in: meer dan nul.",
                                          "Enter the amount of a new loan: more than zero."};

}  // namespace vierkant::forecast
