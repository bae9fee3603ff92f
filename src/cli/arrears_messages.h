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
inline constexpr Text arrangement_how{
    "cli.arrangement_how",
    "Geef óf het aantal gelijke termijnen (--instalments), óf een bestand met termijnen (--plan).",
    "Give either the number of equal terms (--instalments), or a file of terms (--plan)."};
inline constexpr Text arrangement_count{"cli.arrangement_count",
                                        "Kies voor --instalments en --every 1 tot en met {most}.",
                                        "Choose 1 to {most} for --instalments and --every."};
inline constexpr Text arrangement_unit{"cli.arrangement_unit",
                                       "\"{value}\" is geen keuze voor --unit. Kies uit: month, week.",
                                       "\"{value}\" is no choice for --unit. Choose from: month, week."};
inline constexpr Text arrangement_agreed{"cli.arrangement_agreed",
                                         "Betalingsregeling {number}: {late} te laat van lening {loan}, in {count} "
                                         "termijnen; de eerste, {amount}, op {first}. "
                                         "Zolang zij wordt nagekomen, gaan er geen brieven uit.",
                                         "Arrangement {number}: {late} late of loan {loan}, in {count} terms; the "
                                         "first, {amount}, on {first}. As long as it is "
                                         "kept no letters go out."};
inline constexpr Text arrangement_ended{
    "cli.arrangement_ended", "Betalingsregeling {number} is beëindigd; de achterstand geldt weer zoals zij was.",
    "Arrangement {number} has ended; the arrears stand as they did."};

}  // namespace vierkant::cli
