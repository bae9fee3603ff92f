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
inline constexpr Text fee_out_of_range{"lending.fee_out_of_range",
                                       "Kosten van {rate} % kunnen niet. Kies een percentage van 0 tot en met 100.",
                                       "A fee of {rate} % is not possible. Choose a percentage from 0 to 100."};
inline constexpr Text grace_too_long{
    "lending.grace_too_long",
    "Er zijn {instalments} termijnen en {grace} daarvan zijn vrij: er blijft geen termijn over. Kies er minder.",
    "There are {instalments} instalments and {grace} of them are free: none is left. Choose fewer."};
inline constexpr Text term_beyond_calendar{
    "lending.term_beyond_calendar",
    "Met {instalments} termijnen loopt de lening tot na 2290. Kies er minder, of een kortere periode.",
    "With {instalments} instalments the loan runs beyond 2290. Choose fewer, or a shorter period."};
inline constexpr Text too_large{
    "lending.too_large",
    "De bedragen worden te groot om mee te rekenen. Kies een lagere rente, een kortere looptijd of een lager bedrag.",
    "The amounts become too large to calculate with. Choose a lower rate, a shorter term or a lower amount."};
inline constexpr Text capitalised_while_repaid{
    "lending.capitalised_while_repaid",
    "Een annuïteit kan geen rente bijschrijven zolang zij al aflost: {interest} termijnen met bijgeschreven rente, "
    "{principal} zonder aflossing. Maak die gelijk.",
    "An annuity cannot capitalise interest while it repays: {interest} instalments with capitalised interest, "
    "{principal} without principal. Make them equal."};
inline constexpr Text steps_without_method{"lending.steps_without_method",
                                           "Vaste termijnbedragen kunnen alleen bij een annuïteit of lineaire lening.",
                                           "Given instalments are possible with an annuity or linear loan only."};
inline constexpr Text steps_out_of_order{
    "lending.steps_out_of_order",
    "De termijnbedragen moeten op volgorde staan en binnen de looptijd beginnen. Kijk naar termijn {number}.",
    "The given instalments must be in order and begin within the term. Look at instalment {number}."};
inline constexpr Text holidays_out_of_order{
    "lending.holidays_out_of_order",
    "Een betaalpauze moet na de vorige beginnen en vóór de laatste termijn eindigen. Kijk naar termijn {number}.",
    "A payment holiday must begin after the one before and end before the last instalment. Look at instalment "
    "{number}."};
inline constexpr Text plan_with_holidays{
    "lending.plan_with_holidays",
    "Een eigen aflosschema zegt zelf wanneer er niet wordt afgelost. Maak daarvoor een nieuw schema (herschikking).",
    "An own plan says itself when no principal is due. Make a new plan for that (rescheduling)."};
inline constexpr Text drawing_days_out_of_order{
    "lending.drawing_days_out_of_order",
    "De eerste dag ({first}) ligt na de laatste dag van opnemen ({last}). Draai ze om.",
    "The first day ({first}) is after the last day of drawing ({last}). Swap them."};
inline constexpr Text tranches_differ{
    "lending.tranches_differ", "De delen tellen op tot {tranches}, maar toegezegd is {commitment}. Maak ze gelijk.",
    "The tranches add up to {tranches}, but the commitment is {commitment}. Make them equal."};
inline constexpr Text commitment_missing{"lending.commitment_missing",
                                         "Een bereidstellingsprovisie loopt over wat is toegezegd. Geef dat bedrag.",
                                         "A commitment fee runs over the commitment. Give that amount."};
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
inline constexpr Text drawn_before_first_day{"lending.drawn_before_first_day",
                                             "Opnemen kan vanaf {first}. Een opname op {day} is te vroeg.",
                                             "Drawing is possible from {first}. A drawing on {day} is too early."};
inline constexpr Text drawn_after_last_day{"lending.drawn_after_last_day",
                                           "Opnemen kon tot en met {last}. Een opname op {day} is te laat.",
                                           "Drawing was possible until {last}. A drawing on {day} is too late."};
inline constexpr Text drawn_above_tranches{
    "lending.drawn_above_tranches",
    "Op {day} is nog {left} vrijgegeven; {amount} is te veel. Leg eerst vast dat de mijlpaal is gehaald, of wacht op "
    "de datum van het volgende deel.",
    "{left} is released on {day}; {amount} is too much. Record first that the milestone was reached, or wait for the "
    "date of the next tranche."};
inline constexpr Text milestone_unknown{"lending.milestone_unknown",
                                        "Deel {number} van deze lening hangt niet van een mijlpaal af.",
                                        "Tranche {number} of this loan does not depend on a milestone."};
inline constexpr Text milestone_reached{"lending.milestone_reached", "De mijlpaal van deel {number} was al gehaald.",
                                        "The milestone of tranche {number} was reached already."};
inline constexpr Text more_than_interest{"lending.more_than_interest",
                                         "Er is {owed} aan rente verschuldigd; {amount} is meer dan dat.",
                                         "{owed} of interest is owed; {amount} is more than that."};
inline constexpr Text rescheduled_into_past{
    "lending.rescheduled_into_past",
    "De eerste vervaldag van het nieuwe schema ({due}) moet na {day} liggen. Kies een latere.",
    "The first due date of the new plan ({due}) must be after {day}. Choose a later one."};
inline constexpr Text rescheduled_twice{"lending.rescheduled_twice",
                                        "Op {day} is de lening al herschikt. Draai die herschikking eerst terug.",
                                        "The loan was rescheduled on {day} already. Reverse that rescheduling first."};
inline constexpr Text nothing_to_reschedule{"lending.nothing_to_reschedule",
                                            "Op {day} is er geen hoofdsom voor een nieuw schema.",
                                            "On {day} there is no principal for a new plan."};
inline constexpr Text plan_differs_from_owed{
    "lending.plan_differs_from_owed",
    "Het nieuwe aflosschema telt op tot {plan}, maar er staat {owed} open. Maak ze gelijk.",
    "The new plan adds up to {plan}, but {owed} is outstanding. Make them equal."};
inline constexpr Text holiday_too_long{
    "lending.holiday_too_long",
    "Een betaalpauze van {number} termijnen kan niet: er zijn er nog {left} en de laatste moet blijven. Kies er "
    "minder, of verleng de lening.",
    "A payment holiday of {number} instalments is not possible: {left} are left and the last must stay. Choose fewer, "
    "or extend the loan."};
inline constexpr Text holiday_beyond_term{
    "lending.holiday_beyond_term",
    "Een lening heeft hoogstens {most} termijnen; deze heeft er {instalments} en {number} erbij is te veel. Kies er "
    "minder.",
    "A loan has at most {most} instalments; this one has {instalments}, and {number} more is too much. Choose fewer."};
inline constexpr Text closed_while_owed{
    "lending.closed_while_owed", "Op {day} is nog {owed} verschuldigd. Sluiten kan als alles betaald of afgeboekt is.",
    "{owed} is still owed on {day}. Close the loan once everything is paid or written off."};
inline constexpr Text closed_while_overpaid{"lending.closed_while_overpaid",
                                            "Op {day} is nog {overpaid} terug te betalen. Doe dat eerst.",
                                            "{overpaid} is still to be paid back on {day}. Do that first."};
inline constexpr Text loan_closed{"lending.loan_closed",
                                  "De lening is gesloten op of voor {day}. Draai het sluiten eerst terug.",
                                  "The loan was closed on or before {day}. Reverse the closing first."};
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

inline constexpr Text before_take_over{
    "lending.before_take_over",
    "De lening is overgenomen op {taken_over}; wat daarvoor gebeurde, staat in de oude administratie. {day} ligt "
    "ervoor.",
    "The loan was taken over on {taken_over}; what happened before is in the former books. {day} lies before it."};
inline constexpr Text opening_drawings_order{"lending.opening_drawings_order",
                                             "De uitbetalingen moeten op datum staan. Kijk naar {day}.",
                                             "The disbursements must be in order of date. Look at {day}."};
inline constexpr Text opening_in_future{"lending.opening_in_future",
                                        "{day} ligt na de dag van overname ({taken_over}).",
                                        "{day} lies after the day of take-over ({taken_over})."};
inline constexpr Text opening_above_drawn{
    "lending.opening_above_drawn",
    "Afgelost, kwijtgescholden en afgeboekt zijn samen {sum}; er is {drawn} uitbetaald. Verbeter een van de bedragen.",
    "Repaid, remitted and written off come to {sum}; {drawn} was disbursed. Correct one of the amounts."};
inline constexpr Text overdue_above_outstanding{
    "lending.overdue_above_outstanding",
    "De achterstallige aflossing ({overdue}) is meer dan wat uitstaat ({outstanding}). Verbeter een van de bedragen.",
    "The principal overdue ({overdue}) is more than what is outstanding ({outstanding}). Correct one of the amounts."};
inline constexpr Text overdue_without_day{
    "lending.overdue_without_day",
    "Bij een achterstand hoort de vervaldag van het oudste deel, en zonder achterstand hoort die er niet.",
    "Arrears need the due date of their oldest part; without arrears there is none."};
inline constexpr Text ended_and_not_overdue{
    "lending.ended_and_not_overdue",
    "De laatste termijn verviel op {last}: alles wat uitstaat ({outstanding}) is achterstallig. Vul dat zo in.",
    "The last instalment was due on {last}: all that is outstanding ({outstanding}) is overdue. Say so."};
inline constexpr Text ended_and_not_drawn{
    "lending.ended_and_not_drawn",
    "De laatste termijn verviel op {last}; de rest van de toekenning ({left}) is niet meer op te nemen. Vul als bedrag "
    "in wat is uitbetaald.",
    "The last instalment was due on {last}; the rest of the award ({left}) cannot be drawn any more. Give what was "
    "disbursed as its amount."};

}  // namespace vierkant::lending
