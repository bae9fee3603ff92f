#pragma once

#include "base/result.h"

#include <string>

namespace vierkant::web {

/// What an act of the audit trail was: "loan disburse" is to prepare a disbursement. Its own name where it has no words
/// here; a test holds that each task of the program has.
Word words_of_task(const std::string& task);

}  // namespace vierkant::web
