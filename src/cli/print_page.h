#pragma once

#include "cli/context.h"
#include "reporting/report.h"

namespace vierkant::cli {

/// Prints the page of one thing in the format asked for. As text: its first table, of one row, as lines of title and
/// value; then its other tables.
void print_page(Context& context, const reporting::Report& report);

}  // namespace vierkant::cli
