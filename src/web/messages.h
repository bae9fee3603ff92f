#pragma once

#include "base/result.h"

#include <string_view>

namespace vierkant::web {

inline constexpr Text field_missing{"web.field_missing", "Vul dit in.", "Fill this in."};
inline constexpr Text fields_wrong{"web.fields_wrong", "Kijk naar de velden die gemeld zijn.",
                                   "Look at the fields that are named."};
inline constexpr Text amount_unreadable{"web.amount_unreadable", "Schrijf een bedrag, zoals 2.600,00.",
                                        "Write an amount, such as 2,600.00."};
inline constexpr Text percent_unreadable{"web.percent_unreadable", "Schrijf een percentage, zoals 4,25.",
                                         "Write a percentage, such as 4.25."};
inline constexpr Text day_unreadable{"web.day_unreadable", "Schrijf een bestaande datum, zoals 31-01-2026.",
                                     "Write an existing date, such as 2026-01-31."};
inline constexpr Text number_unreadable{"web.number_unreadable", "Schrijf een heel getal.", "Write a whole number."};
inline constexpr Text form_expired{
    "web.form_expired",
    "Dit formulier is verlopen of hoort bij een andere aanmelding. Ga terug, laad de pagina opnieuw en vul haar nog "
    "eens "
    "in.",
    "This form has expired or belongs to another login. Go back, load the page again and fill it in once more."};
inline constexpr Text right_missing{
    "web.right_missing", "Uw rol ({roles}) geeft hier geen recht op. Vraag een collega die dit mag, of de beheerder.",
    "Your role ({roles}) does not allow this. Ask a colleague who may, or the administrator."};
inline constexpr Text done_before{"web.done_before", "Dit was al gedaan en is niet herhaald.",
                                  "This was done already and was not repeated."};
inline constexpr Text too_many_logins{"web.too_many_logins",
                                      "Er is te vaak een verkeerd wachtwoord gegeven. Wacht {minutes} minuten.",
                                      "A wrong password was given too often. Wait {minutes} minutes."};
inline constexpr Text setup_code_wrong{
    "web.setup_code_wrong", "Dit is niet de code die bij het starten van vierkant serve op het scherm kwam.",
    "This is not the code that vierkant serve showed on the screen when it started."};
inline constexpr Text passwords_differ{"web.passwords_differ", "De twee wachtwoorden zijn niet gelijk.",
                                       "The two passwords are not the same."};
inline constexpr Text plan_line_unreadable{"web.plan_line_unreadable",
                                           "Regel {line}: schrijf een dag en een bedrag, zoals 01-09-2026 2.500,00.",
                                           "Line {line}: write a day and an amount, such as 2026-09-01 2,500.00."};
inline constexpr Text tranche_line_unreadable{
    "web.tranche_line_unreadable",
    "Regel {line}: begin met een bedrag, zoals 60.000,00; daarachter de dag of de mijlpaal.",
    "Line {line}: begin with an amount, such as 60,000.00; after it the day or the milestone."};
inline constexpr Text scheme_missing{"web.scheme_missing", "Er is geen regeling {scheme} op die dag.",
                                     "There is no scheme {scheme} on that day."};
inline constexpr Text file_missing{"web.file_missing", "Kies een bestand.", "Choose a file."};

/// The desk's own words for a refusal whose words name commands; null where the refusal's own words do.
const Text* desk_text(std::string_view code);

}  // namespace vierkant::web
