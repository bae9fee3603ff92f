#pragma once

#include "domain/schemes/facts.h"

#include <string>

namespace vierkant::usecases {

/// The reference tables that ship with the program, read once.
const schemes::Tables& reference_tables();

/// A file that ships with the program. REQUIRES: there is one with this name.
std::string shipped(const std::string& name);

}  // namespace vierkant::usecases
