#pragma once

#include "base/result.h"

namespace vierkant::lending {

inline constexpr Text no_rates{"lending.no_rates", "Geef ten minste één rentepercentage met een ingangsdatum.",
                               "Give at least one rate with the date it holds from."};
inline constexpr Text rates_out_of_order{"lending.rates_out_of_order",
                                         "De rentes moeten op datum staan, elke datum één keer. Kijk naar {day}.",
                                         "Rates must be in order of date, each date once. Look at {day}."};
inline constexpr Text rate_out_of_range{
    "lending.rate_out_of_range", "Een rente van {rate} % per jaar kan niet. Kies een rente van 0 tot en met 100 %.",
    "A rate of {rate} % a year is not possible. Choose a rate from 0 to 100 %."};
inline constexpr Text grace_too_long{
    "lending.grace_too_long",
    "Er zijn {instalments} termijnen en {grace} daarvan zijn vrij: er blijft geen termijn over. Kies er minder.",
    "There are {instalments} instalments and {grace} of them are free: none is left. Choose fewer."};
inline constexpr Text plan_missing{
    "lending.plan_missing",
    "Een eigen aflosschema heeft voor elk van de {instalments} termijnen een regel nodig; er zijn er {rows}.",
    "An own plan needs a row for each of the {instalments} instalments; there are {rows}."};
inline constexpr Text plan_dates{
    "lending.plan_dates",
    "In het eigen aflosschema moeten de datums oplopen vanaf de eerste vervaldag. Kijk naar {day}.",
    "In an own plan the dates must ascend from the first due date. Look at {day}."};
inline constexpr Text plan_differs{
    "lending.plan_differs", "Het eigen aflosschema telt op tot {plan}, maar er is {drawn} opgenomen. Maak ze gelijk.",
    "The own plan adds up to {plan}, but {drawn} is drawn. Make them equal."};
inline constexpr Text nothing_drawn{"lending.nothing_drawn",
                                    "Er is op {day} nog niets van deze lening opgenomen. Boek eerst de uitbetaling.",
                                    "Nothing of this loan has been drawn on {day}. Book the disbursement first."};
inline constexpr Text drawn_too_late{"lending.drawn_too_late",
                                     "De laatste termijn vervalt op {last}. Een opname op {day} is te laat.",
                                     "The last instalment is due on {last}. A drawing on {day} is too late."};
inline constexpr Text drawn_after_first_due{
    "lending.drawn_after_first_due",
    "De eerste opname ({day}) moet vóór de eerste vervaldag ({due}) liggen. Kies een latere eerste vervaldag.",
    "The first drawing ({day}) must be before the first due date ({due}). Choose a later first due date."};
inline constexpr Text drawn_above_award{"lending.drawn_above_award",
                                        "Er is nog {left} op te nemen; {amount} is te veel.",
                                        "{left} is left to draw; {amount} is too much."};
inline constexpr Text drawn_before_award{"lending.drawn_before_award",
                                         "De lening is toegekend op {awarded}. Een opname op {day} is te vroeg.",
                                         "The loan was awarded on {awarded}. A drawing on {day} is too early."};
inline constexpr Text amount_not_positive{"lending.amount_not_positive", "Het bedrag moet meer dan nul zijn.",
                                          "The amount must be more than zero."};
inline constexpr Text more_than_owed{"lending.more_than_owed", "Er staat nog {owed} open; {amount} is meer dan dat.",
                                     "{owed} is outstanding; {amount} is more than that."};
inline constexpr Text more_than_overpaid{"lending.more_than_overpaid",
                                         "Er is {overpaid} te veel ontvangen; {amount} terugbetalen kan niet.",
                                         "{overpaid} was received too much; {amount} cannot be paid back."};
inline constexpr Text nothing_to_reverse{"lending.nothing_to_reverse",
                                         "Gebeurtenis {event} bestaat niet of is al teruggedraaid.",
                                         "Event {event} does not exist or was reversed already."};
inline constexpr Text reversed_too_early{
    "lending.reversed_too_early",
    "De gebeurtenis is van {happened}. Terugdraaien op {day} kan niet: kies die dag of een latere.",
    "The event is of {happened}. It cannot be reversed on {day}: choose that day or a later one."};
inline constexpr Text nothing_written_off{
    "lending.nothing_written_off", "Op {day} is niets van deze lening afgeboekt. Boek de ontvangst als betaling.",
    "Nothing of this loan has been written off on {day}. Book what was received as a payment."};
inline constexpr Text later_event_impossible{
    "lending.later_event_impossible",
    "Hierdoor zou gebeurtenis {event} van {day} ({amount}) niet meer kunnen. Draai die eerst terug en boek haar daarna "
    "opnieuw.",
    "Event {event} of {day} ({amount}) would no longer be possible. Reverse it first and book it anew afterwards."};

}  // namespace vierkant::lending
