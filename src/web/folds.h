#pragma once

#include "reporting/report.h"
#include "web/visit.h"

#include <string>
#include <vector>

/// Long tables that stay scannable: folded a year, or only their last rows. Nothing needs script.
namespace vierkant::web {

struct Folding {
    std::string day;                ///< key of the column of days that a year is taken from
    std::vector<std::string> sums;  ///< keys of amounts that are added up beside a folded year
    int open_year = 0;              ///< stands open; where the table has it not, the nearest year
    bool all_open = false;
};
/// A table a year, each with its sums; the whole table at once where it is short or of one year.
/// REQUIRES: the rows stand in the order of their days.
Html by_year_html(const Visit& visit, reporting::Table table, const Folding& folding);

/// The last rows of a table, and the way to all of them where there are more.
Html last_rows_html(const Visit& visit, const reporting::Table& table, std::size_t most, const std::string& all_at);

}  // namespace vierkant::web
