#pragma once

#include <compare>
#include <cstdint>

namespace vierkant {

/// Contract hours a week in hundredths, so that 35.5 hours is exact.
struct Hours {
    std::int64_t hundredths = 0;
    friend constexpr auto operator<=>(Hours, Hours) = default;
    friend constexpr Hours operator+(Hours a, Hours b) { return {a.hundredths + b.hundredths}; }
};

}  // namespace vierkant
