#pragma once

#include "storage/bank_store.h"

#include <string>

/// How bank lines and matches look in the database: shared by the files of this folder that read them.
namespace vierkant::storage {

Date stored_day(const std::string& text);
MatchKind match_kind(const std::string& name);
std::string numbered(const std::string& prefix, std::int64_t number);

/// The columns of a line `b`, beginning with its number, and their kinds.
std::string line_columns();
std::string line_kinds();
/// The line whose columns begin at `first`. Its entry and detail are not kept.
banking::Line line_of(const Row& row, std::size_t first);

}  // namespace vierkant::storage
