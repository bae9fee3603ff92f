#pragma once

#include "storage/connection.h"

#include <string>

namespace vierkant::storage {

/// Writes all of a SQLite database, as it is at this moment, into a new file, while others go on working in it. Nothing
/// is left at `file` where that fails. REQUIRES: SQLite, no transaction is open, there is no such file.
void copy_into(Connection& connection, const std::string& file);

}  // namespace vierkant::storage
