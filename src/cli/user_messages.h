#pragma once

#include "base/result.h"

namespace vierkant::cli {

inline constexpr Text user_added{"cli.user_added", "Account {login} gemaakt met rol: {roles}.",
                                 "Account {login} made with role: {roles}."};
inline constexpr Text password_made{"cli.password_made",
                                    "Wachtwoord van {login} (wordt niet nog eens getoond): {password}",
                                    "Password of {login} (will not be shown again): {password}"};
inline constexpr Text password_kept{"cli.password_kept", "Het wachtwoord van {login} is vastgelegd.",
                                    "The password of {login} is kept."};
inline constexpr Text user_is_now{"cli.user_is_now", "{login} kan inloggen met rol: {roles}.",
                                  "{login} can log in with role: {roles}."};
inline constexpr Text user_is_shut_out{"cli.user_is_shut_out", "{login} kan niet meer inloggen.",
                                       "{login} can no longer log in."};
inline constexpr Text scope_unknown{"cli.scope_unknown",
                                    "\"{scope}\" bevat een scope die niet bestaat. Kies uit: {known}.",
                                    "\"{scope}\" has a scope that does not exist. Choose from: {known}."};
inline constexpr Text token_made{
    "cli.token_made", "Token {number} van {login}, geldig tot en met {until}; hieronder, en daarna nooit meer te zien:",
    "Token {number} of {login}, valid up to {until}; below, and never to be seen again:"};
inline constexpr Text token_revoked{"cli.token_revoked", "Token {number} van {login} opent niets meer.",
                                    "Token {number} of {login} opens nothing any more."};
inline constexpr Text port_unreadable{"cli.port_unreadable",
                                      "\"{value}\" is geen poort. Kies een getal van 0 tot en met 65535.",
                                      "\"{value}\" is no port. Choose a number from 0 to 65535."};
inline constexpr Text workers_unreadable{"cli.workers_unreadable", "\"{value}\" is geen aantal. Kies 1 tot en met 64.",
                                         "\"{value}\" is no number of workers. Choose 1 to 64."};
inline constexpr Text serving{"cli.serving", "Vierkant luistert. Open {address} in een browser; stoppen met Ctrl-C.",
                              "Vierkant listens. Open {address} in a browser; stop with Ctrl-C."};
inline constexpr Text serving_setup{"cli.serving_setup",
                                    "Er is nog geen account. Open {address}setup en vul deze code in: {code}",
                                    "There is no account yet. Open {address}setup and enter this code: {code}"};
inline constexpr Text stopped{"cli.stopped", "Vierkant is gestopt.", "Vierkant has stopped."};

}  // namespace vierkant::cli
