#pragma once

#include "usecases/close_days.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace vierkant::web {

/// The close of days goes on by itself while officers look at other pages: one at a time, for all workers. It has a
/// database connection of its own.
class ClosingRun {
public:
    /// REQUIRES: `log` may be called from another thread.
    ClosingRun(std::string database, std::function<void(const std::string&)> log)
        : database_{std::move(database)}, log_{std::move(log)}
    {
    }
    ClosingRun(const ClosingRun&) = delete;
    ClosingRun& operator=(const ClosingRun&) = delete;
    ~ClosingRun();  ///< waits until what goes on is done

    struct State {
        bool running = false;
        std::optional<usecases::CloseProgress> progress = std::nullopt;                   ///< of what runs
        std::optional<Result<std::vector<usecases::ClosedDays>>> outcome = std::nullopt;  ///< of what ran last
        bool failed = false;  ///< what ran last ended in trouble; the log says which
    };
    [[nodiscard]] State state() const;
    /// False where one runs already.
    bool start(const storage::Task& task, const usecases::CloseDaysRequest& request);

private:
    void run(const storage::Task& task, const usecases::CloseDaysRequest& request);

    std::string database_;
    std::function<void(const std::string&)> log_;
    mutable std::mutex mutex_;
    State state_;
    std::thread thread_;
};

}  // namespace vierkant::web
