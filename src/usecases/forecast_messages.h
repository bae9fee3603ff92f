#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text forecast_months_outside{"usecases.forecast_months_outside",
                                              "Een vooruitblik gaat over 1 tot en met {most} maanden. Kies er daaruit.",
                                              "A forecast is of 1 up to {most} months. Choose from those."};
inline constexpr Text forecast_years_outside{"usecases.forecast_years_outside",
                                             "De omloop wordt 1 tot en met {most} jaar vooruit berekend. Kies daaruit.",
                                             "Turnover is calculated 1 up to {most} years ahead. Choose from those."};
inline constexpr Text forecast_paths_outside{
    "usecases.forecast_paths_outside", "Kies 1 tot en met {most} doorrekeningen.", "Choose 1 up to {most} courses."};
inline constexpr Text award_month_outside{
    "usecases.award_month_outside",
    "{month} ligt niet in deze vooruitblik, die van {first} tot en met {last} loopt. Kies een andere maand, of meer "
    "maanden.",
    "{month} does not lie in this forecast, which runs from {first} up to {last}. Choose another month, or more "
    "months."};
inline constexpr Text award_of_nothing{"usecases.award_of_nothing", "Vul een bedrag in dat meer is dan nul.",
                                       "Enter an amount of more than zero."};

}  // namespace vierkant::usecases
