#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text no_award{
    "usecases.no_award",
    "Dossier {dossier} heeft geen toekenning, dus er zijn geen banen te meten. Controleer het nummer: vierkant "
    "application show {dossier}",
    "Dossier {dossier} has no award, so there are no jobs to measure. Check the number: vierkant application show "
    "{dossier}"};
inline constexpr Text measured_in_future{"usecases.measured_in_future",
                                         "De meetdatum {day} ligt na vandaag ({today}). Verbeter measured_on.",
                                         "The measurement date {day} is after today ({today}). Correct measured_on."};
inline constexpr Text measured_before_award{
    "usecases.measured_before_award", "De meetdatum {day} ligt voor de toekenning ({awarded}). Verbeter measured_on.",
    "The measurement date {day} is before the award ({awarded}). Correct measured_on."};
inline constexpr Text target_group_unknown{
    "usecases.target_group_unknown",
    "Doelgroep \"{group}\" is niet bekend. Kies een code uit reports/codes.json, zoals PW_GT2, of laat target_group "
    "weg.",
    "Target group \"{group}\" is not known. Choose a code of reports/codes.json, such as PW_GT2, or leave target_group "
    "out."};

}  // namespace vierkant::usecases
