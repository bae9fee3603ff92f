#pragma once

#include "markup/html.h"
#include "reporting/report.h"

/// On a page, what a figure was and what came to it stand with it in one cell: thrice as many columns do not go on
/// paper, nor on a telephone.
namespace vierkant::reporting {

inline bool has_own_cell(const Column& column)
{
    return column.moment == Moment::now;
}

/// What stands in the cell of column `at` below the figure itself.
markup::Html folded_below(const Table& table, const Cells& row, std::size_t at, Language language);

}  // namespace vierkant::reporting
