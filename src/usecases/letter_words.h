#pragma once

#include "domain/arrears/dunning.h"

#include <string>

namespace vierkant::usecases {

std::string in_words(arrears::StepKind kind, Language language);

/// For the name of a file.
std::string code_of(arrears::StepKind kind);

}  // namespace vierkant::usecases
