#pragma once

#include "base/result.h"

namespace vierkant::social_return {

inline constexpr Text unknown_level{
    "social_return.unknown_level",
    "Opleidingsniveau \"{level}\" is niet bekend. Kies een code uit data/reference/education_levels.csv, zoals mbo-2.",
    "Education level \"{level}\" is not known. Choose a code of data/reference/education_levels.csv, such as mbo-2."};
inline constexpr Text jobs_negative{"social_return.jobs_negative",
                                    "Het aantal banen of uren bij niveau {level} is negatief. Vul nul of meer in.",
                                    "The number of jobs or hours at level {level} is negative. Give zero or more."};
inline constexpr Text evidence_missing{
    "social_return.evidence_missing",
    "De meting van {date} heeft geen kenmerk van het bewijsstuk. Vul in waar het bewijs in het archief staat.",
    "The measurement of {date} names no evidence. Say where the evidence is in the archive."};
inline constexpr Text evidence_is_personal{
    "social_return.evidence_is_personal",
    "Het kenmerk van het bewijsstuk bij de meting van {date} lijkt een burgerservicenummer te bevatten. Gebruik een "
    "eigen kenmerk zonder persoonsgegevens.",
    "The evidence reference of the measurement of {date} seems to hold a citizen service number. Use a reference of "
    "your own without personal data."};

}  // namespace vierkant::social_return
