#pragma once

#include "reporting/report.h"

#include <optional>

namespace vierkant::reporting {

/// A column that counts persons.
struct PersonsColumn {
    std::size_t index;
    std::optional<std::size_t> whole;   ///< the column that these persons are part of
    std::optional<std::size_t> nested;  ///< the column that says whose sums are told elsewhere
    bool has_total;                     ///< the rows add up to a total; else each stands for itself
    std::int64_t below;                 ///< fewer persons than this are not shown
};

/// Hides in `rows` and `totals` what is of too few persons, and what would tell it (see make_table). `true_rows` and
/// `true_totals` are the figures before anything was hidden. REQUIRES: the whole was hidden before its part.
void hide_column(const PersonsColumn& column, const std::vector<Cells>& true_rows, const Cells& true_totals,
                 std::vector<Cells>& rows, Cells& totals);

}  // namespace vierkant::reporting
