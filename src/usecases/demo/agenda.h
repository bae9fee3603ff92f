#pragma once

#include "base/date.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace vierkant::demo {

/// What is still to be done, by day; on one day in the order in which it was noted. Doing may note more.
class Agenda {
public:
    using Act = std::function<void(Date day)>;

    void note(Date day, Act act) { acts_.emplace(day, std::move(act)); }

    /// Does everything up to and including `until`, day by day.
    void play(Date until)
    {
        while (!acts_.empty() && acts_.begin()->first <= until) {
            auto next = acts_.extract(acts_.begin());
            next.mapped()(next.key());
        }
    }

private:
    std::multimap<Date, Act> acts_;  // equal keys keep the order in which they came
};

}  // namespace vierkant::demo
