#include "storage/messages.h"
#include "storage/verification.h"

namespace vierkant::storage {

namespace {

/// A query of changes per day made into one of every grain: the three rows of a total that a day belongs to.
std::string of_every_grain(const std::string& columns, const std::string& changes)
{
    const auto rows = [&](const std::string& grain, const std::string& first_day) {
        return "SELECT fund_id, '" + grain + "' AS grain, " + first_day + " AS on_date, " + columns + " FROM (" +
               changes + ") " + grain + "_change";
    };
    return rows("day", "on_date") + " UNION ALL " + rows("month", "SUBSTR(on_date, 1, 8) || '01'") + " UNION ALL " +
           rows("year", "SUBSTR(on_date, 1, 5) || '01-01'");
}

}  // namespace

void verify_job_totals(Connection& connection, Problems& problems)
{
    const auto report = [&](const Row& row) {
        problems.push_back(refuse(job_total_differs, {{"fund", std::to_string(row.integer(0))}, {"day", row.text(1)}}));
    };
    const std::string job_key = "scheme_code, sector, municipality_code, level, target_group, kind";
    connection.each("SELECT fund_id, on_date FROM (" +
                        of_every_grain(job_key + ", promised, realised",
                                       "SELECT fund_id, on_date, " + job_key + ", promised, realised FROM job_change") +
                        " UNION ALL SELECT fund_id, grain, on_date, " + job_key +
                        ", -promised, -realised FROM job_total) both_sides GROUP BY fund_id, grain, on_date, " +
                        job_key + " HAVING SUM(promised) <> 0 OR SUM(realised) <> 0 ORDER BY fund_id, grain, on_date",
                    {}, "it", report);

    const std::string award_key = "scheme_code, sector, municipality_code";
    const auto award = [&](const std::string& table) {
        return "SELECT fund_id, awarded_on AS on_date, " + award_key + ", amount FROM " + table;
    };
    connection.each("SELECT fund_id, on_date FROM (" +
                        of_every_grain(award_key + ", amount", award("loan") + " UNION ALL " + award("grant_award")) +
                        " UNION ALL SELECT fund_id, grain, on_date, " + award_key +
                        ", -amount FROM award_total) both_sides GROUP BY fund_id, grain, on_date, " + award_key +
                        " HAVING SUM(amount) <> 0 ORDER BY fund_id, grain, on_date",
                    {}, "it", report);
}

}  // namespace vierkant::storage
