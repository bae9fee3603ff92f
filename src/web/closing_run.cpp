#include "web/closing_run.h"

namespace vierkant::web {

ClosingRun::~ClosingRun()
{
    if (thread_.joinable()) thread_.join();
}

ClosingRun::State ClosingRun::state() const
{
    const std::lock_guard lock{mutex_};
    return state_;
}

bool ClosingRun::start(const storage::Task& task, const usecases::CloseDaysRequest& request)
{
    const std::lock_guard lock{mutex_};
    if (state_.running) return false;
    if (thread_.joinable()) thread_.join();  // it is done: it said so under this lock
    state_ = {};
    state_.running = true;
    thread_ = std::thread{[this, task, request] { run(task, request); }};
    return true;
}

void ClosingRun::run(const storage::Task& task, const usecases::CloseDaysRequest& request)
{
    const auto tell = [this](const usecases::CloseProgress& progress) {
        const std::lock_guard lock{mutex_};
        state_.progress = progress;
    };
    State ended;
    try {
        storage::Connection connection{database_};
        ended.outcome = usecases::close_days(connection, task, request, tell);
    } catch (const storage::AlreadyDone&) {
        ended.outcome = Result<std::vector<usecases::ClosedDays>>{std::vector<usecases::ClosedDays>{}};
    } catch (const std::exception& error) {
        log_(std::string{"closing days: "} + error.what());
        ended.failed = true;
    }
    const std::lock_guard lock{mutex_};
    state_ = std::move(ended);
}

}  // namespace vierkant::web
