#include "domain/forecast/band.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::forecast {

namespace {

constexpr std::int64_t one_in_millionths = 1'000'000;

using ByMonth = std::vector<std::vector<Money>>;

Band band_of(const std::vector<Money>& figures)
{
    return {quantile(figures, percent(10)), quantile(figures, percent(50)), quantile(figures, percent(90))};
}

std::vector<Band> bands_of(ByMonth& figures)
{
    std::vector<Band> bands;
    for (auto& month : figures) {
        std::sort(month.begin(), month.end());
        bands.push_back(band_of(month));
    }
    return bands;
}

/// From the end backwards: what is there that month, and never lacks later.
void note_room(const Position& position, const Course& course, ByMonth& room)
{
    auto least = course.back().capacity;
    for (auto m = course.size(); m-- > 0;) {
        least = std::min(least, course[m].capacity);
        const auto before = m == 0 ? position.available() : course[m - 1].capacity;
        room[m].push_back(std::min(least, before));
    }
}

/// Share of the courses in which an amount fits. REQUIRES: `room` in order.
Rate chance_of(const std::vector<Money>& room, Money amount)
{
    const auto without = std::lower_bound(room.begin(), room.end(), amount) - room.begin();
    const auto with = static_cast<std::int64_t>(room.size()) - without;
    return {with * one_in_millionths / static_cast<std::int64_t>(room.size())};
}

}  // namespace

Money quantile(const std::vector<Money>& figures, Rate share)
{
    verify(!figures.empty(), "a quantile needs figures");
    const auto count = static_cast<std::int64_t>(figures.size());
    const auto rank = (share.millionths * count + one_in_millionths - 1) / one_in_millionths;
    return figures[static_cast<std::size_t>(std::max<std::int64_t>(rank, 1) - 1)];
}

Bands draw_bands(const Position& position, const Scenario& scenario, int months, Policy policy, std::int64_t paths,
                 std::uint64_t seed)
{
    verify(paths > 0, "a band needs courses");
    const Simulation simulation{position, scenario, months, policy};
    const auto size = static_cast<std::size_t>(months) + 1;
    ByMonth capacity(size);
    ByMonth lent(size);
    Bands bands;
    bands.room.resize(size);
    Draws draws{seed};
    for (std::int64_t path = 0; path < paths; ++path) {
        const auto course = simulation.draw(draws);
        Money sum;
        for (std::size_t m = 0; m < size; ++m) {
            sum += course[m].lent;
            capacity[m].push_back(course[m].capacity);
            lent[m].push_back(sum);
        }
        note_room(position, course, bands.room);
    }
    bands.capacity = bands_of(capacity);
    bands.lent = bands_of(lent);
    for (auto& month : bands.room) std::sort(month.begin(), month.end());
    return bands;
}

AwardAnswer can_award(const Bands& bands, const Assumptions& assumptions, Money amount, int month)
{
    const auto& room = bands.room.at(static_cast<std::size_t>(month));
    AwardAnswer answer{Answer::no, chance_of(room, amount), band_of(room), {}, {}};
    if (answer.chance >= assumptions.likely) answer.answer = Answer::likely;
    if (answer.chance >= assumptions.sure) answer.answer = Answer::yes;
    for (std::size_t m = 0; m < bands.room.size(); ++m) {
        const auto chance = chance_of(bands.room[m], amount);
        if (!answer.likely && chance >= assumptions.likely) answer.likely = static_cast<int>(m);
        if (!answer.sure && chance >= assumptions.sure) answer.sure = static_cast<int>(m);
    }
    return answer;
}

}  // namespace vierkant::forecast
