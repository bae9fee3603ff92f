#pragma once

#include "base/result.h"

namespace vierkant::programme {

inline constexpr Text day_in_future{"programme.day_in_future",
                                    "{day} ligt na vandaag ({today}). Leg vast wat er geweest is.",
                                    "{day} is after today ({today}). Record what has been."};
inline constexpr Text day_before_plan{"programme.day_before_plan",
                                      "{day} ligt voor het begin van het plan ({from}). Controleer de dag.",
                                      "{day} is before the plan began ({from}). Check the day."};
inline constexpr Text no_share{"programme.no_share",
                               "De werkloosheid is een percentage van 0 tot en met 100; er staat {rate}.",
                               "Unemployment is a percentage from 0 to 100; here stands {rate}."};
inline constexpr Text no_source{
    "programme.no_source",
    "Noem de bron: wie het cijfer publiceerde en waar, zoals \"UWV, arbeidsmarktcijfers maart\".",
    "Name the source: who published the figure and where, such as \"UWV, labour market figures March\"."};
inline constexpr Text holds_person{
    "programme.holds_person",
    "Hier staat een burgerservicenummer. Het programma gaat niet over personen: laat het nummer weg.",
    "This holds a citizen service number. The programme is not about persons: leave the number out."};
inline constexpr Text observed_already{"programme.observed_already",
                                       "Van {day} is al een cijfer van deze reeks vastgelegd: waarneming {number}. "
                                       "Klopt dat niet, verbeter het dan: noem nummer "
                                       "{number} als wat u verbetert.",
                                       "A figure of this series was recorded of {day} already: observation {number}. "
                                       "If it is wrong, correct it: name number "
                                       "{number} as what you correct."};
inline constexpr Text observation_unknown{
    "programme.observation_unknown",
    "Waarneming {number} is er niet. Bekijk de nummers met: vierkant programme observations",
    "There is no observation {number}. See the numbers with: vierkant programme observations"};
inline constexpr Text observation_replaced{
    "programme.observation_replaced", "Waarneming {number} is al verbeterd, door waarneming {by}. Verbeter die.",
    "Observation {number} was corrected already, by observation {by}. Correct that."};
inline constexpr Text other_series{"programme.other_series",
                                   "Waarneming {number} telt anders: {series}. Een verbetering blijft in dezelfde "
                                   "reeks; leg dit cijfer als een nieuwe "
                                   "waarneming vast.",
                                   "Observation {number} counts otherwise: {series}. A correction stays in the same "
                                   "series; record this figure as a new "
                                   "observation."};
inline constexpr Text no_reason{"programme.no_reason", "Zeg in de toelichting wat er niet klopte.",
                                "Say in the note what was wrong."};

}  // namespace vierkant::programme
