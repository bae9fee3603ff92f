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

}  // namespace vierkant::cli
