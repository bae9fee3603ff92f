#pragma once

#include "domain/arrears/dunning.h"
#include "formats/json_reader.h"

namespace vierkant::formats {

/// The "value" of a scheme's dunning section: what it does about arrears (docs/rules/arrears.md). A wrong letter, one
/// that names a field that letters do not know, is refused at its place.
arrears::DunningPlan read_dunning(Fields& f);

}  // namespace vierkant::formats
