#pragma once

#include "base/result.h"
#include "formats/journal_text.h"
#include "storage/journal_query.h"

#include <ostream>

namespace vierkant::usecases {

/// Writes the books, or the part asked for, as another program reads them; in one snapshot and entry by entry, however
/// many there are. Refuses a fund that is unknown and a period that ends before it begins.
Result<Done> export_journal(storage::Connection& connection, const storage::JournalSelection& selection,
                            formats::JournalFormat format, std::ostream& out);

}  // namespace vierkant::usecases
