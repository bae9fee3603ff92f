#pragma once

#include "storage/connection.h"

namespace vierkant::storage {

/// Brings the schema up to date: applies the numbered files of schema/ that were not applied yet, in one transaction.
/// Gives how many there were. Throws StorageError where a file that was applied has changed since.
int migrate(Connection& connection);

/// How the schema of a database stands to that of this program.
enum class SchemaAge { current, older, newer };
SchemaAge schema_age(Connection& connection);

/// Has this database been made by `migrate`?
bool has_schema(Connection& connection);

}  // namespace vierkant::storage
