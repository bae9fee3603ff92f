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
inline constexpr Text no_reason{"programme.no_reason", "Zeg wat er niet klopte.", "Say what was wrong."};
inline constexpr Text measure_unknown{"programme.measure_unknown",
                                      "Maatregel {measure} staat niet in het plan. Kies er een van M01 tot en met M23.",
                                      "Measure {measure} is not in the plan. Choose one of M01 to M23."};
inline constexpr Text measure_administered{"programme.measure_administered",
                                           "Maatregel {measure} voert het fonds zelf uit: haar stand volgt uit de "
                                           "boeken. Leg alleen vast hoe het met gevolgde "
                                           "maatregelen gaat.",
                                           "Measure {measure} is carried out by the fund itself: how it stands follows "
                                           "from the books. Record only measures that "
                                           "are followed."};
inline constexpr Text spent_negative{"programme.spent_negative", "Wat is besteed, kan niet minder dan nul zijn.",
                                     "What was spent cannot be less than zero."};
inline constexpr Text spent_too_early{
    "programme.spent_too_early",
    "Aan een maatregel die niet begonnen is, is niets besteed. Kies een andere stand, of laat het bedrag weg.",
    "Nothing was spent on a measure that has not started. Choose another status, or leave the amount out."};
inline constexpr Text recorded_already{"programme.recorded_already",
                                       "Van maatregel {measure} is op {day} al een stand vastgelegd: nummer {number}. "
                                       "Klopt die niet, verbeter hem dan: noem "
                                       "nummer {number} als wat u verbetert.",
                                       "How measure {measure} stood on {day} was recorded already: number {number}. If "
                                       "it is wrong, correct it: name number "
                                       "{number} as what you correct."};
inline constexpr Text record_unknown{"programme.record_unknown",
                                     "Stand {number} is er niet. Bekijk de nummers met: vierkant programme records",
                                     "There is no record {number}. See the numbers with: vierkant programme records"};
inline constexpr Text record_replaced{"programme.record_replaced",
                                      "Stand {number} is al verbeterd, door stand {by}. Verbeter die.",
                                      "Record {number} was corrected already, by record {by}. Correct that."};
inline constexpr Text other_measure{
    "programme.other_measure", "Stand {number} is van maatregel {measure}. Een verbetering blijft bij die maatregel.",
    "Record {number} is of measure {measure}. A correction stays with that measure."};

}  // namespace vierkant::programme
