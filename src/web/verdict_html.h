#pragma once

#include "usecases/assess_application.h"
#include "web/visit.h"

namespace vierkant::web {

/// The verdict per rule: what was found, why, and where the rule stands.
Html verdict_html(const Visit& visit, const usecases::Assessment& assessment);

}  // namespace vierkant::web
