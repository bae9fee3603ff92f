#pragma once

#include "domain/dossiers/progress.h"
#include "web/visit.h"

#include <string>

namespace vierkant::web {

std::string status_in_words(const Visit& visit, dossiers::Status status);

}  // namespace vierkant::web
