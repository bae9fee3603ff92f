#pragma once

#include "domain/schemes/assessment.h"
#include "formats/json_reader.h"

namespace vierkant::formats {

/// One object per rule: its name, outcome ("met", "not_met", "unknown"), the reason and source in both languages, and
/// the figures used. What a decision keeps and `application check --format json` prints.
Json verdict_json(const schemes::Verdict& verdict);

/// All that the rules looked at, so that a decision can be explained years later.
Json facts_json(const schemes::Facts& facts);

}  // namespace vierkant::formats
