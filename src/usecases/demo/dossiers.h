#pragma once

#include "usecases/demo/desk.h"

#include <functional>

namespace vierkant::demo {

/// What an award of the story came to.
struct Award {
    const PlannedApplication* plan = nullptr;
    std::string dossier;
    std::string number;             ///< of the loan or grant
    std::string payment_reference;  ///< of the loan
    Date awarded_on = Date::from_serial(0);
};

/// Notes an application's way on the agenda: from registering its applicant to the decision, each step by the officer
/// whom the story names and on a working day. `awarded` is called where it is awarded.
void play_application(Desk& desk, const PlannedApplication& plan, std::function<void(Date, const Award&)> awarded);

}  // namespace vierkant::demo
