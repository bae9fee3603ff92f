#pragma once

#include "usecases/forecast.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vierkant::web {

/// The forecasts that the desk shows, kept as long as they are true: for all workers, and calculated again after
/// something was done. That of a large fund is calculated beside the pages, once a day.
class ForecastBoard {
public:
    /// REQUIRES: `log` may be called from another thread.
    ForecastBoard(std::string database, std::function<void(const std::string&)> log,
                  std::function<bool(storage::Connection&, const std::string&)> at_once = usecases::is_forecast_at_once)
        : database_{std::move(database)}, log_{std::move(log)}, at_once_{std::move(at_once)}
    {
    }
    ForecastBoard(const ForecastBoard&) = delete;
    ForecastBoard& operator=(const ForecastBoard&) = delete;
    ~ForecastBoard();  ///< waits until what goes on is done

    struct Ahead {
        std::vector<usecases::MonthAhead> months = {};
        Date day = Date::from_serial(0);  ///< of which it is
        std::int64_t work = 0;            ///< the last act that it knows of
        bool is_made = false;             ///< a later one is being calculated
    };
    /// What is known of a fund now; nothing yet where it is calculated for the first time.
    Ahead ahead(storage::Connection& connection, const std::string& fund, Date today);

private:
    void make(const std::string& fund, Date today);

    std::string database_;
    std::function<void(const std::string&)> log_;
    std::function<bool(storage::Connection&, const std::string& fund)> at_once_;  ///< may a page wait for it?
    std::mutex mutex_;
    std::map<std::string, Ahead> kept_;
    std::string made_;  ///< the fund that is calculated now; "" for none
    std::thread thread_;
};

}  // namespace vierkant::web
