#pragma once

#include "base/result.h"
#include "reporting/report.h"
#include "storage/connection.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::usecases {

/// The names of the reports there are.
std::vector<std::string> report_names();

struct ReportEntry {
    std::string name;
    reporting::Words title;
    reporting::Words question;
};
/// The reports there are, with the question that each answers.
std::vector<ReportEntry> list_reports();

/// Draws up a report of one fund as of a day, in one snapshot; with an earlier day, each figure beside what it was
/// then. Refuses a name or fund that is unknown, and a day to compare with that is not earlier.
Result<reporting::Report> make_report(storage::Connection& connection, const std::string& name, Date as_of,
                                      const std::string& fund, const std::optional<Date>& compare_with = std::nullopt);

/// The rows of a table that no query gives but the program calculates, by the name under "figures" in its definition.
using Figures = std::function<Result<std::vector<reporting::Cells>>(std::string_view)>;
/// The same with figures of the caller's own, where they rest on more than a day and a fund.
Result<reporting::Report> make_report(storage::Connection& connection, const std::string& name, Date as_of,
                                      const std::string& fund, const Figures& figures);

}  // namespace vierkant::usecases
