#pragma once

#include "base/result.h"

namespace vierkant::usecases {

inline constexpr Text loan_unknown{"usecases.loan_unknown",
                                   "Er is geen lening met nummer {loan}. Controleer het nummer.",
                                   "There is no loan with number {loan}. Check the number."};
inline constexpr Text in_the_future{"usecases.in_the_future",
                                    "{day} ligt na vandaag ({today}). Boek dit op of na die dag.",
                                    "{day} is after today ({today}). Book this on or after that day."};

}  // namespace vierkant::usecases
