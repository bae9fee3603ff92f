#pragma once

#include "domain/parties/places.h"
#include "domain/parties/undertaking.h"
#include "formats/csv_record.h"

#include <span>

namespace vierkant::formats {

/// The columns of docs/reference/undertakings-csv.md.
std::span<const CsvColumn> undertaking_columns();

/// Reads an undertaking from a row under the rules of a JSON file: each number by its check digits, no BSN. The
/// municipality is a code, or the name of one of `municipalities`.
Result<parties::Undertaking> read_undertaking(const CsvRecord& record, const parties::Municipalities& municipalities);

/// "GM0114" of "Emmen"; a text that is no name is given back as it is.
std::string municipality_code(const std::string& text, const parties::Municipalities& municipalities);

}  // namespace vierkant::formats
