#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text days_crossed{"usecases.days_crossed",
                                   "De eerste dag ({from}) ligt na de laatste ({until}). Draai ze om.",
                                   "The first day ({from}) is after the last ({until}). Swap them."};
inline constexpr Text day_ahead{"usecases.day_ahead",
                                "{day} ligt na vandaag ({today}). Kies vandaag of een eerdere dag.",
                                "{day} is after today ({today}). Choose today or an earlier day."};
inline constexpr Text not_late{"usecases.not_late",
                               "Lening {loan} is niet te laat. Geef met --ground de andere grond om haar op te eisen.",
                               "Loan {loan} is not late. Give the other ground to call it in with --ground."};
inline constexpr Text nothing_to_call_in{"usecases.nothing_to_call_in",
                                         "Van lening {loan} is alles al vervallen; er is niets meer op te eisen.",
                                         "All of loan {loan} is due already; nothing is left to call in."};

}  // namespace vierkant::usecases
