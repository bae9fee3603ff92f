#pragma once

#include "storage/connection.h"
#include "usecases/demo/bank.h"
#include "usecases/demo/story.h"

#include <cstdint>
#include <functional>

namespace vierkant::demo {

/// What the story came to, for whoever plays it.
struct DemoReceipt {
    Date first = Date::from_serial(0);
    Date last = Date::from_serial(0);
    std::size_t applications = 0;
    std::size_t awards = 0;
    std::size_t statements = 0;
    std::int64_t lines = 0;        ///< on the statements
    std::int64_t in_suspense = 0;  ///< of them, when they were imported
    std::int64_t acts = 0;         ///< of officers, each a work of its own
};

/// Where the story leaves the program.
struct DemoDoors {
    std::function<void(const StatementFile&)> keep;                   ///< a statement, before it is imported
    std::function<void(int year, std::int64_t acts)> year_done = {};  ///< progress, if anyone wants it
};

/// Plays the story from its first month up to and including `today`, in an administration that is not there yet or
/// was only just made. Officers anna, bob, carla and dirk do everything through the ordinary use cases, a work each;
/// time is the day of the work. The same story and day give the same administration, hash by hash, if it is made here.
/// Where a use case refuses, the story is wrong: what was done until then stays, and the refusal says where it stuck.
Result<DemoReceipt> play_demo(storage::Connection& connection, const Story& story, Date today, const DemoDoors& doors);

}  // namespace vierkant::demo
