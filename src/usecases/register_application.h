#pragma once

#include "storage/dossier_store.h"

#include <string>
#include <string_view>

namespace vierkant::usecases {

/// Registers an application (JSON, docs/reference/application.schema.json) and opens its dossier under the edition of
/// the scheme that holds on the day of receipt. Refuses a file that cannot be read, an applicant or scheme that is not
/// known, codes that are not in the tables, and the same application twice. Gives the dossier with its number.
Result<storage::StoredDossier> register_application(storage::Connection& connection, const storage::Task& task,
                                                    std::string_view json, const std::string& source);

}  // namespace vierkant::usecases
