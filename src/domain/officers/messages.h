#pragma once

#include "base/result.h"

namespace vierkant::officers {

inline constexpr Text login_unfit{
    "officers.login_unfit",
    "De inlognaam \"{login}\" kan niet. Gebruik 2 tot 32 kleine letters, cijfers, punten of streepjes, met een letter "
    "vooraan.",
    "The login \"{login}\" will not do. Use 2 to 32 lower-case letters, digits, dots or dashes, beginning with a "
    "letter."};
inline constexpr Text full_name_unfit{"officers.full_name_unfit", "Vul een naam in van hoogstens 80 tekens.",
                                      "Enter a name of at most 80 characters."};
inline constexpr Text roles_missing{"officers.roles_missing",
                                    "Kies minstens een rol: administrator, officer, decider, treasurer of auditor.",
                                    "Choose at least one role: administrator, officer, decider, treasurer or auditor."};
inline constexpr Text auditor_alone{
    "officers.auditor_alone",
    "Een controleur (auditor) leest alleen, en heeft daarom geen andere rol ernaast. Kies de een of de ander.",
    "An auditor only reads, and therefore has no other role beside it. Choose one or the other."};
inline constexpr Text role_unknown{
    "officers.role_unknown",
    "\"{role}\" bevat een rol die niet bestaat. Kies uit: administrator, officer, decider, treasurer, auditor.",
    "\"{role}\" has a role that does not exist. Choose from: administrator, officer, decider, treasurer, auditor."};
inline constexpr Text token_expiry_unfit{
    "officers.token_expiry_unfit",
    "Een token geldt hoogstens een jaar vanaf vandaag ({today}), en niet tot {day}. Kies een andere laatste dag.",
    "A token holds for a year from today ({today}) at most, and not up to {day}. Choose another last day."};
inline constexpr Text password_short{"officers.password_short",
                                     "Kies een wachtwoord van minstens 12 tekens; een zin is goed.",
                                     "Choose a password of at least 12 characters; a sentence is fine."};
inline constexpr Text password_long{"officers.password_long", "Kies een wachtwoord van hoogstens 128 tekens.",
                                    "Choose a password of at most 128 characters."};
inline constexpr Text password_easy{
    "officers.password_easy",
    "Dit wachtwoord is te raden: het begint met de inlognaam, is steeds hetzelfde teken of is een veelgebruikt woord "
    "met cijfers. Kies een ander, bijvoorbeeld een korte zin.",
    "This password can be guessed: it begins with the login, is one character over and over, or is a common word with "
    "figures. Choose another, a short sentence for example."};

}  // namespace vierkant::officers
