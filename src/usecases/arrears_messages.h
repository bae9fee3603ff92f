#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text debt_unknown{"usecases.debt_unknown",
                                   "Er is geen lening of subsidie met nummer {number}. Controleer het nummer.",
                                   "There is no loan or grant with number {number}. Check the number."};
inline constexpr Text debtor_unknown{"usecases.debtor_unknown",
                                     "Er is geen onderneming met KvK-nummer {kvk}. Controleer het nummer.",
                                     "There is no undertaking with KvK number {kvk}. Check the number."};
inline constexpr Text letters_wrong_day{
    "usecases.letters_wrong_day", "{day} ligt na vandaag ({today}). Brieven krijgen de datum van vandaag of eerder.",
    "{day} is after today ({today}). Letters are dated today or earlier."};
inline constexpr Text letters_behind{
    "usecases.letters_behind", "Over {number} ging op {last} al een brief uit. Kies die dag of een latere.",
    "A letter about {number} went out on {last} already. Choose that day or a later one."};
inline constexpr Text nothing_to_charge{
    "usecases.nothing_to_charge",
    "Op lening {loan} is nu niets bij te schrijven: zij is niet te laat, of alles is al berekend.",
    "Nothing is to be charged to loan {loan} now: it is not late, or all was charged already."};
inline constexpr Text demand_first{"usecases.demand_first",
                                   "Incassokosten op lening {loan} kunnen pas na een aanmaning waarvan de termijn "
                                   "voorbij is. Stuur die eerst: vierkant "
                                   "arrears letters",
                                   "Collection costs on loan {loan} can only be charged after a demand whose term has "
                                   "passed. Send that first: vierkant "
                                   "arrears letters"};
inline constexpr Text nothing_late{"usecases.nothing_late",
                                   "Van lening {loan} is op {day} niets te laat. Er is niets te regelen.",
                                   "Nothing of loan {loan} is late on {day}. There is nothing to arrange."};
inline constexpr Text arrangement_unknown{
    "usecases.arrangement_unknown",
    "Er is geen betalingsregeling {number}. Zoek haar met: vierkant arrears "
    "arrangement list",
    "There is no arrangement {number}. Find it with: vierkant arrears arrangement "
    "list"};
inline constexpr Text arrangement_runs{
    "usecases.arrangement_runs",
    "Voor lening {loan} loopt al betalingsregeling {number}. Beëindig die eerst: vierkant arrears arrangement end "
    "{number}",
    "Arrangement {number} about loan {loan} runs already. End it first: vierkant arrears arrangement end {number}"};
inline constexpr Text arrangement_over{"usecases.arrangement_over",
                                       "Betalingsregeling {number} loopt niet meer; er is niets te beëindigen.",
                                       "Arrangement {number} runs no longer; there is nothing to end."};
inline constexpr Text arrangement_kept{"usecases.arrangement_kept",
                                       "Voor lening {loan} loopt betalingsregeling {number} en die wordt nagekomen. "
                                       "Wacht tot zij is verbroken, of beëindig "
                                       "haar: vierkant arrears arrangement end {number}",
                                       "Arrangement {number} about loan {loan} is kept. Wait until it is broken, or "
                                       "end it: vierkant arrears arrangement end "
                                       "{number}"};

}  // namespace vierkant::usecases
