#pragma once

#include "storage/connection.h"
#include "usecases/demo/play_demo.h"

#include <stdexcept>

namespace vierkant::testing {

inline const Date day_of_demo = date(2026, 3, 2);

/// Three years of a fund, as `vierkant demo` tells them: longer than a page of any list.
inline void play_whole_demo(storage::Connection& connection)
{
    const auto story = demo::read_story(demo::shipped_story, day_of_demo);
    if (!story) throw std::runtime_error{"the story cannot be read"};
    if (!demo::play_demo(connection, *story, day_of_demo, {[](const demo::StatementFile&) {}}))
        throw std::runtime_error{"the story got stuck"};
}

}  // namespace vierkant::testing
