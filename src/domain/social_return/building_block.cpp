#include "domain/social_return/building_block.h"

#include "base/exact.h"
#include "base/result.h"

namespace vierkant::social_return {

Money value_of(const Effort& effort)
{
    verify(effort.full_time.hundredths > 0, "a full-time week has hours");
    verify(effort.hours.hundredths >= 0 && effort.months >= 0, "an effort is not negative");
    constexpr std::int64_t months_a_year = 12;
    Money value = pro_rata(effort.block, effort.hours.hundredths * effort.months,
                           effort.full_time.hundredths * months_a_year, Rounding::half_up);
    for (const auto supplement : effort.supplements) value += supplement;
    return value;
}

}  // namespace vierkant::social_return
