#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text late_rate_unknown{
    "cli.late_rate_unknown", "\"{value}\" is geen keuze voor --kind. Kies uit: non-commercial, commercial, agreed.",
    "\"{value}\" is no choice for --kind. Choose from: non-commercial, commercial, agreed."};
inline constexpr Text called_in{
    "cli.called_in",
    "Lening {loan} is opgeëist (gebeurtenis {event}). Uitstaand en meteen verschuldigd: {outstanding}.",
    "Loan {loan} is called in (event {event}). Outstanding and due at once: {outstanding}."};
inline constexpr Text charge_what{"cli.charge_what", "Zeg wat bij te schrijven: --interest, --costs of beide.",
                                  "Say what to charge: --interest, --costs or both."};
inline constexpr Text charged{
    "cli.charged",
    "Op lening {loan} is bijgeschreven: rente bij verzuim {interest}, incassokosten {costs}. Te laat en open: {owed}.",
    "Charged to loan {loan}: default interest {interest}, collection costs {costs}. Late and open: {owed}."};
inline constexpr Text letter_exists{
    "cli.letter_exists", "Het bestand {file} bestaat al; er is geen brief opgemaakt. Kies met --output een andere map.",
    "The file {file} exists already; no letter was drawn up. Choose another folder with --output."};
inline constexpr Text letter_unwritable{
    "cli.letter_unwritable",
    "{file} kan niet worden geschreven; er is geen brief opgemaakt. Kies met --output een andere map.",
    "{file} cannot be written; no letter was drawn up. Choose another folder with --output."};

}  // namespace vierkant::cli
