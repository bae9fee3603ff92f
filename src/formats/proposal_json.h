#pragma once

#include "base/result.h"
#include "domain/dossiers/proposal.h"
#include "formats/json_reader.h"

#include <string>
#include <string_view>

namespace vierkant::formats {

/// A proposal as its event keeps it; read_proposal of it gives the same again.
Json proposal_json(const dossiers::Proposal& proposal);
Result<dossiers::Proposal> read_proposal(std::string_view json, const std::string& source);

}  // namespace vierkant::formats
