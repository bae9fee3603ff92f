#include "usecases/demo/desk.h"

namespace vierkant::demo {

storage::Task Desk::task(const std::string& actor, const std::string& name, Date day)
{
    if (day != last_day_) minutes_ = 0;
    last_day_ = day;
    constexpr int opening = 9 * 60;
    const int minute = opening + minutes_++ % (14 * 60);
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return {name, actor, day, to_text(day) + "T" + two(minute / 60) + ":" + two(minute % 60) + ":00Z"};
}

}  // namespace vierkant::demo
