#include "web/forecast_board.h"

#include "storage/desk_query.h"

namespace vierkant::web {

namespace {

constexpr int months_ahead = 24;

std::int64_t last_work(storage::Connection& connection)
{
    const auto works = storage::list_works(connection, {.part = {.most = 1}});
    return works.empty() ? 0 : works.front().number;
}

}  // namespace

ForecastBoard::~ForecastBoard()
{
    if (thread_.joinable()) thread_.join();
}

ForecastBoard::Ahead ForecastBoard::ahead(storage::Connection& connection, const std::string& fund, Date today)
{
    const auto work = last_work(connection);
    const bool at_once = at_once_(connection, fund);
    {
        const std::lock_guard lock{mutex_};
        auto& known = kept_[fund];
        const bool of_today = known.day == today && !known.months.empty();
        if (of_today && (known.work == work || !at_once)) return known;
        if (!at_once) {
            if (made_.empty()) {
                if (thread_.joinable()) thread_.join();  // it is done: it said so under this lock
                made_ = fund;
                thread_ = std::thread{[this, fund, today] { make(fund, today); }};
            }
            known.is_made = made_ == fund;
            return known;
        }
    }
    const Ahead fresh{usecases::capacity_ahead(connection, fund, today, months_ahead), today, work};
    const std::lock_guard lock{mutex_};
    return kept_[fund] = fresh;
}

void ForecastBoard::make(const std::string& fund, Date today)
{
    Ahead fresh;
    try {
        storage::Connection connection{database_};
        connection.begin_reading();
        fresh = {usecases::capacity_ahead(connection, fund, today, months_ahead), today, last_work(connection)};
        connection.rollback();
    } catch (const std::exception& error) {
        log_(std::string{"The forecast of "} + fund + " broke off: " + error.what());
    }
    const std::lock_guard lock{mutex_};
    kept_[fund].is_made = false;
    if (!fresh.months.empty()) kept_[fund] = std::move(fresh);
    made_.clear();
}

}  // namespace vierkant::web
