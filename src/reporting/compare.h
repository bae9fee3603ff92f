#pragma once

#include "reporting/report.h"

namespace vierkant::reporting {

/// The report with, right after each figure, what it was on an earlier day and what came to it since. Rows are the same
/// where what names them is the same (Column::names_row; where nothing does, by their place). A row that was not there
/// counts as nought for amounts and counts; one that is there no longer stands where it stood, without figures of now.
///
/// Persons: a difference of a few is as telling as a count of a few. Where any row shows such a difference, no row of
/// the report tells what a count of persons was; where a total does, no total. REQUIRES: both are drawn up of the same
/// definition.
Report compared(const Report& now, const Report& earlier);

}  // namespace vierkant::reporting
