#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text days_were_closed{"cli.days_were_closed",
                                       "De dagen tot en met {day} waren al gesloten; er is niets veranderd.",
                                       "The days up to {day} were closed already; nothing changed."};
inline constexpr Text period_was_closed{"cli.period_was_closed",
                                        "De periode tot en met {day} was al gesloten; er is niets veranderd.",
                                        "The period up to {day} was closed already; nothing changed."};
inline constexpr Text closing_goes_on{"cli.closing_goes_on", "  {fund}: {done} van {loans} leningen tot en met {day}",
                                      "  {fund}: {done} of {loans} loans up to {day}"};
inline constexpr Text period_closed_with_open{
    "cli.period_closed_with_open",
    "Let op: bij het sluiten stond in fonds {fund} {suspense} op vraagposten en was {in_transit} lang onderweg. De "
    "toelichting is bewaard.",
    "Note: at closing fund {fund} had {suspense} in suspense and {in_transit} long on its way. The explanation is "
    "kept."};
inline constexpr Text interest_booking_set{"cli.interest_booking_set",
                                           "Fonds {fund} boekt de rente voortaan per {what}.",
                                           "Fund {fund} books interest by the {what} from now on."};
inline constexpr Text interest_booking_unknown{"cli.interest_booking_unknown",
                                               "\"{value}\" is geen keuze voor --book. Kies uit: day, month.",
                                               "\"{value}\" is no choice for --book. Choose from: day, month."};

}  // namespace vierkant::cli
