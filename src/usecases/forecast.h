#pragma once

#include "base/result.h"
#include "domain/forecast/band.h"
#include "reporting/report.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::usecases {

/// What the program assumes unless it is told otherwise (data/forecast/scenarios.json).
const forecast::Assumptions& shipped_assumptions();

struct ForecastRequest {
    std::string fund = "revolving";
    Date as_of = Date::from_serial(0);
    int months = 24;
    int years = 10;  ///< that the money is followed round
    forecast::Assumptions assumptions = shipped_assumptions();
};
/// Refuses months and years that are none or too many.
Result<Done> check(const ForecastRequest& request);

/// A fund and all that is known to come on a day: loans by replay of their events up to that day, applications as they
/// stood. Refuses a fund that is unknown. Reads only.
Result<forecast::Position> forecast_position(storage::Connection& connection, const std::string& fund, Date as_of,
                                             const forecast::Scenario& scenario);

/// The forecast of a fund; each part is calculated when it is asked for.
class FundForecast {
public:
    FundForecast(storage::Connection& connection, ForecastRequest request);

    /// The rows of a table of the report cash-forecast, in the order of its columns: "forecast/capacity",
    /// "forecast/flows", "forecast/room", "forecast/turnover" or "forecast/assumptions".
    Result<std::vector<reporting::Cells>> rows(std::string_view figures);

    Result<forecast::Position> position();
    Result<forecast::Bands> bands();

private:
    std::vector<reporting::Cells> capacity_rows(const forecast::Position& position, const forecast::Bands& bands) const;
    std::vector<reporting::Cells> flow_rows(const forecast::Position& position) const;
    std::vector<reporting::Cells> room_rows(const forecast::Position& position, const forecast::Bands& bands) const;
    std::vector<reporting::Cells> turnover_rows(const forecast::Position& position) const;
    std::vector<reporting::Cells> assumption_rows() const;

    storage::Connection& connection_;
    ForecastRequest request_;
    std::optional<forecast::Position> position_;
    std::optional<forecast::Bands> bands_;
};

/// The report cash-forecast under the assumptions of the request.
Result<reporting::Report> make_forecast(storage::Connection& connection, const ForecastRequest& request);

/// Has the fund so few loans that its forecast is there at once?
bool is_forecast_at_once(storage::Connection& connection, const std::string& fund);

/// What can be awarded at the end of the running month and of those after it: as expected, and in the band of courses
/// that are drawn. Nothing where the fund is unknown.
struct MonthAhead {
    Date first = Date::from_serial(0);  ///< first day of the month
    Money capacity;
    forecast::Band band;
};
std::vector<MonthAhead> capacity_ahead(storage::Connection& connection, const std::string& fund, Date as_of,
                                       int months);

/// Can this be awarded in a month? The answer as a page of one row.
struct AwardQuestion {
    Money amount;
    Date month = Date::from_serial(0);  ///< any day of it
};
Result<reporting::Report> can_award(storage::Connection& connection, const ForecastRequest& request,
                                    const AwardQuestion& question);

}  // namespace vierkant::usecases
