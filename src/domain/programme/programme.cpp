#include "domain/programme/programme.h"

#include <algorithm>

namespace vierkant::programme {

namespace {

constexpr int programme_years = 4;
constexpr std::int64_t whole = 1'000'000;

/// numerator / denominator to the nearest whole number, halves away from zero.
std::int64_t divided(std::int64_t numerator, std::int64_t denominator)
{
    if (denominator < 0) return divided(-numerator, -denominator);
    const auto half = denominator / 2;
    return (numerator >= 0 ? numerator + half : numerator - half) / denominator;
}

template <class Wanted>
Money sum_where(const std::vector<Measure>& measures, Wanted wanted)
{
    Money sum;
    for (const auto& measure : measures) {
        if (wanted(measure)) sum += measure.amount.value_or(Money{});
    }
    return sum;
}

}  // namespace

Money sum_of(const std::vector<Measure>& measures)
{
    return sum_where(measures, [](const Measure&) { return true; });
}

Money sum_of_chapter(const std::vector<Measure>& measures, std::int64_t chapter)
{
    return sum_where(measures, [&](const Measure& measure) { return measure.chapter == chapter; });
}

Money sum_administered(const std::vector<Measure>& measures)
{
    return sum_where(measures, [](const Measure& measure) { return measure.administered; });
}

Money gap(const Programme& programme, const std::vector<Measure>& measures)
{
    return sum_of(measures) - programme.asked;
}

Date last_day(const Programme& programme)
{
    return add_years(programme.from, programme_years) - 1;
}

std::optional<Rate> target_on(const Programme& programme, Date day)
{
    const auto& path = programme.path;
    if (path.empty()) return std::nullopt;
    const auto after =
        std::find_if(path.begin(), path.end(), [&](const TargetPoint& point) { return point.day >= day; });
    if (after == path.begin()) return path.front().unemployment;
    if (after == path.end()) return path.back().unemployment;
    const auto before = after - 1;
    const auto change = after->unemployment - before->unemployment;
    return before->unemployment + Rate{divided(change.millionths * (day - before->day), after->day - before->day)};
}

Rate to_hundredths(Rate rate)
{
    constexpr std::int64_t hundredth = 100;
    return Rate{divided(rate.millionths, hundredth) * hundredth};
}

std::optional<Rate> progress(const Programme& programme, Rate observed)
{
    const auto& path = programme.path;
    if (path.size() < 2 || path.front().unemployment == path.back().unemployment) return std::nullopt;
    const auto covered = path.front().unemployment - observed;
    const auto way = path.front().unemployment - path.back().unemployment;
    return Rate{divided(covered.millionths * whole, way.millionths)};
}

}  // namespace vierkant::programme
