#pragma once

#include "storage/verification.h"

namespace vierkant::usecases {

/// Recomputes everything that can be recomputed, in one snapshot, and says what does not agree. Changes nothing.
storage::Problems verify_administration(storage::Connection& connection);

}  // namespace vierkant::usecases
