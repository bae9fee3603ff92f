#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text no_risk_parameters{"usecases.no_risk_parameters",
                                         "Voor {day} zijn geen risicopercentages vastgesteld. Kies een latere dag.",
                                         "No risk parameters hold on {day}. Choose a later day."};
inline constexpr Text risk_reason_missing{"usecases.risk_reason_missing",
                                          "Geef met --reason aan waarom. Noem geen namen.",
                                          "Say why with --reason. Name no persons."};
inline constexpr Text provisions_booked{
    "usecases.provisions_booked",
    "De voorzieningen zijn al geboekt tot en met {last}; {day} is niet later. Kies een latere dag.",
    "Provisions were booked up to {last} already; {day} is not later. Choose a later day."};
inline constexpr Text collateral_value{"usecases.collateral_value",
                                       "De waarde moet meer dan nul zijn, en wat voorgaat mag niet negatief zijn.",
                                       "The value must be more than zero, and what comes before ours not negative."};
inline constexpr Text collateral_rank{
    "usecases.collateral_rank",
    "De rang is 1, 2, 3 en zo verder. Bij rang 1 gaat niets voor; geef --prior alleen bij een latere rang.",
    "The rank is 1, 2, 3 and so on. Nothing comes before rank 1; give --prior with a later rank only."};
inline constexpr Text collateral_days{
    "usecases.collateral_days", "De zekerheid loopt af op {expires}, vóór zij telt ({valued}). Kijk de data na.",
    "The collateral expires on {expires}, before it counts ({valued}). Check the days."};
inline constexpr Text collateral_described{"usecases.collateral_described",
                                           "Omschrijf de zekerheid en waar de akte ligt, met --description.",
                                           "Describe the collateral and where the deed is kept, with --description."};
inline constexpr Text collateral_unknown{
    "usecases.collateral_unknown",
    "Lening {loan} heeft geen zekerheid met nummer {number}. Bekijk ze met: vierkant loan collateral list {loan}",
    "Loan {loan} has no collateral number {number}. See them with: vierkant loan collateral list {loan}"};
inline constexpr Text collateral_released{"usecases.collateral_released",
                                          "Zekerheid {number} van lening {loan} is al vrijgegeven op {day}.",
                                          "Collateral {number} of loan {loan} was released on {day} already."};
inline constexpr Text released_too_early{
    "usecases.released_too_early",
    "De zekerheid telt vanaf {valued}; vrijgeven op {day} kan niet. Kies die dag of een latere.",
    "The collateral counts from {valued}; it cannot be released on {day}. Choose that day or a later one."};

}  // namespace vierkant::usecases
