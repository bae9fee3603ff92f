#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text login_taken{"usecases.login_taken", "De inlognaam {login} is al van iemand. Kies een andere.",
                                  "The login {login} is somebody's already. Choose another."};
inline constexpr Text login_unknown{"usecases.login_unknown", "Er is geen gebruiker {login}. Zie: vierkant user list",
                                    "There is no user {login}. See: vierkant user list"};
inline constexpr Text token_unknown{"usecases.token_unknown",
                                    "Er is geen token {number}. Zie: vierkant user token list",
                                    "There is no token {number}. See: vierkant user token list"};
inline constexpr Text token_purpose_unfit{
    "usecases.token_purpose_unfit",
    "Zeg met --purpose in hoogstens 80 tekens welk programma het token gebruikt; geen namen.",
    "Say with --purpose in at most 80 characters which program uses the token; no names."};
inline constexpr Text last_administrator{
    "usecases.last_administrator",
    "{login} is de enige beheerder. Maak eerst een ander beheerder; anders kan niemand de gebruikers meer beheren.",
    "{login} is the only administrator. Make someone else one first; else nobody can manage the users any more."};
inline constexpr Text password_wrong{"usecases.password_wrong", "Dat is niet uw huidige wachtwoord.",
                                     "That is not your present password."};
inline constexpr Text login_refused{
    "usecases.login_refused",
    "Deze inlognaam en dit wachtwoord horen niet bij elkaar, of het account is gesloten. Probeer het opnieuw of vraag "
    "de beheerder.",
    "This login and password do not belong together, or the account is closed. Try again or ask the administrator."};

}  // namespace vierkant::usecases
