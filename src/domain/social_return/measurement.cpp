#include "domain/social_return/measurement.h"

#include <array>

namespace vierkant::social_return {

std::optional<DueMeasurement> due_measurement(Date promised_on, std::optional<Date> last_measured, Date today)
{
    constexpr std::array moments{36, 24, 12};
    constexpr int early = 1;
    for (const int months : moments) {
        const auto day = add_months(promised_on, months);
        if (day > today) continue;
        const bool made = last_measured && *last_measured >= add_months(promised_on, months - early);
        if (made) return std::nullopt;
        return DueMeasurement{months, day};
    }
    return std::nullopt;
}

}  // namespace vierkant::social_return
