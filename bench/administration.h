#pragma once

#include "base/date.h"
#include "storage/connection.h"

#include <cstdint>
#include <functional>

namespace vierkant::bench {

/// The day up to which the administrations that are made go.
inline const Date administration_until = date(2023, 1, 15);

/// Fills an empty database with an administration of `loans` loans, each with four years of months: interest booked, an
/// instalment paid, 145 postings. One loan in twenty stopped paying. `progress` hears how many are done. Nothing
/// happens after `until`: with an earlier day the loans are younger.
void make_administration(storage::Connection& connection, std::int64_t loans,
                         const std::function<void(std::int64_t)>& progress, Date until = administration_until);

}  // namespace vierkant::bench
