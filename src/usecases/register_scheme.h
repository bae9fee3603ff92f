#pragma once

#include "domain/schemes/scheme.h"
#include "storage/work.h"

#include <string>
#include <string_view>

namespace vierkant::usecases {

/// The edition, where it may be registered. Writes nothing.
Result<schemes::Scheme> check_scheme(storage::Connection& connection, std::string_view json, const std::string& source);

/// Registers an edition of a scheme (JSON, docs/reference/scheme.schema.json) for applications received from its first
/// day on. Dossiers keep the edition that they were opened under; an edition given again, with the same first day, is
/// refused once a dossier rests on it. Refuses a file that cannot be read and a fund that there is not.
Result<schemes::Scheme> register_scheme(storage::Connection& connection, const storage::Task& task,
                                        std::string_view json, const std::string& source);

}  // namespace vierkant::usecases
