#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text event_recorded{"cli.event_recorded",
                                     "Gebeurtenis {event} van lening {loan} is geboekt. Uitstaand: {outstanding}.",
                                     "Event {event} of loan {loan} is booked. Outstanding: {outstanding}."};
inline constexpr Text order_prepared{
    "cli.order_prepared",
    "Opdracht {order} van {amount} staat klaar. Een ander geeft haar vrij met: vierkant order release {order}",
    "Order {order} of {amount} is prepared. Someone else releases it with: vierkant order release {order}"};
inline constexpr Text order_carried_out{"cli.order_carried_out",
                                        "Opdracht {order} van {amount} is vrijgegeven, boeking {entry}.",
                                        "Order {order} of {amount} is released, entry {entry}."};
inline constexpr Text order_taken_back{"cli.order_taken_back", "Opdracht {order} is ingetrokken.",
                                       "Order {order} is withdrawn."};
inline constexpr Text percent_unreadable{"cli.percent_unreadable",
                                         "\"{value}\" is geen percentage. Schrijf {option} met een punt: 4.25",
                                         "\"{value}\" is not a percentage. Write {option} with a dot: 4.25"};
inline constexpr Text number_unreadable{"cli.number_unreadable",
                                        "\"{value}\" is geen nummer. Geef bij {option} een geheel getal.",
                                        "\"{value}\" is not a number. Give a whole number with {option}."};
inline constexpr Text interest_unknown{
    "cli.interest_unknown", "\"{value}\" is geen keuze voor --interest. Kies uit: due, deferred, capitalised.",
    "\"{value}\" is no choice for --interest. Choose from: due, deferred, capitalised."};
inline constexpr Text excess_unknown{"cli.excess_unknown",
                                     "\"{value}\" is geen keuze voor --excess. Kies uit: shorten, lower, advance.",
                                     "\"{value}\" is no choice for --excess. Choose from: shorten, lower, advance."};

}  // namespace vierkant::cli
