#pragma once

#include "reporting/report.h"

/// What every layout says beside the figures.
namespace vierkant::reporting {

/// Whether a figure of the table is not shown.
bool has_hidden(const Table& table);
/// What "*" means.
std::string about_hidden(Language language);
/// What to say of a table without rows.
std::string empty_sentence(const Table& table, Language language);

}  // namespace vierkant::reporting
