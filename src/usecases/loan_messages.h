#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text order_unknown{"usecases.order_unknown",
                                    "Er is geen opdracht met nummer {order}. Bekijk de lijst met: vierkant order list",
                                    "There is no order with number {order}. See the list with: vierkant order list"};
inline constexpr Text order_released{"usecases.order_released", "Opdracht {order} is al vrijgegeven.",
                                     "Order {order} was released already."};
inline constexpr Text order_withdrawn{"usecases.order_withdrawn",
                                      "Opdracht {order} is ingetrokken. Zet een nieuwe klaar.",
                                      "Order {order} was withdrawn. Prepare a new one."};
inline constexpr Text order_own{"usecases.order_own",
                                "{actor} heeft opdracht {order} zelf klaargezet. Laat een ander haar vrijgeven.",
                                "{actor} prepared order {order}. Let someone else release it."};
inline constexpr Text orders_exceed{
    "usecases.orders_exceed",
    "Er staat al {open} klaar om vrij te geven; {amount} erbij is meer dan kan. Trek een opdracht in of kies een lager "
    "bedrag.",
    "{open} has been prepared for release already; {amount} more is too much. Withdraw an order or choose a lower "
    "amount."};
inline constexpr Text iban_missing{
    "usecases.iban_missing",
    "Van {name} is geen rekening bekend. Geef die met --iban, of leg haar vast bij de onderneming.",
    "No account of {name} is known. Give it with --iban, or register it with the undertaking."};
inline constexpr Text owes_already{
    "usecases.owes_already", "{name} is al schuldenaar van lening {loan}. Geef het KvK-nummer van de overnemer.",
    "{name} owes loan {loan} already. Give the trade register number of who takes over."};
inline constexpr Text period_closed{
    "usecases.period_closed", "De boeken zijn gesloten tot en met {closed}; {day} kan niet meer. Kies een latere dag.",
    "The books are closed up to and including {closed}; {day} is too late. Choose a later day."};

}  // namespace vierkant::usecases
