#pragma once

#include "usecases/messages.h"

#include <optional>

namespace vierkant::usecases {

/// What happened is told when it has happened: a refusal where `day` is after today.
inline std::optional<Refusal> refusal_of_future(Date day, Date today)
{
    if (day <= today) return std::nullopt;
    return refuse(in_the_future, {{"day", day}, {"today", today}});
}

}  // namespace vierkant::usecases
