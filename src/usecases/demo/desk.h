#pragma once

#include "storage/work.h"
#include "usecases/demo/agenda.h"
#include "usecases/demo/bank.h"
#include "usecases/demo/story.h"

#include <string>
#include <utility>

namespace vierkant::demo {

/// A use case refused what the story wants: the story is wrong. Caught once, in play_demo.
struct Stuck {
    Date day;
    std::string what;
    Refusal why;
};

/// Where the officers work: what every part of the story needs.
class Desk {
public:
    Desk(storage::Connection& connection, Date today, Bank bank)
        : connection_{connection}, today_{today}, bank_{std::move(bank)}
    {
    }

    [[nodiscard]] storage::Connection& connection() { return connection_; }
    [[nodiscard]] Date today() const { return today_; }  ///< where the story ends
    [[nodiscard]] Bank& bank() { return bank_; }
    [[nodiscard]] Agenda& agenda() { return agenda_; }

    /// A task of an officer on a day. Moments follow each other by a minute, from nine o'clock on, so that the same
    /// story always makes the same administration.
    storage::Task task(const std::string& actor, const std::string& name, Date day);

    /// The value of a use case; the end of the story where it refused.
    template <class Value>
    Value must(Result<Value> result, Date day, const std::string& what)
    {
        if (!result) throw Stuck{day, what, result.refusal()};
        ++acts_;
        return std::move(*result);
    }

    /// How many acts were done.
    [[nodiscard]] std::int64_t acts() const { return acts_; }

private:
    storage::Connection& connection_;
    Date today_;
    Bank bank_;
    Agenda agenda_;
    Date last_day_ = Date::from_serial(0);
    int minutes_ = 0;
    std::int64_t acts_ = 0;
};

/// Who does what where the story does not say it. Whoever pays out does not release.
inline constexpr auto treasurer = "carla";
inline constexpr auto releaser = "dirk";

}  // namespace vierkant::demo
