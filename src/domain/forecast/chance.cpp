#include "domain/forecast/chance.h"

#include "base/result.h"

#include <algorithm>

namespace vierkant::forecast {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t one_in_millionths = 1'000'000;

Chance to_the_twelfth(Chance a)
{
    const auto third = product(product(a, a), a);
    const auto sixth = product(third, third);
    return product(sixth, sixth);
}

}  // namespace

Chance Chance::of(Rate rate)
{
    verify(rate.millionths >= 0 && rate.millionths <= one_in_millionths, "a probability lies between 0 and 100 %");
    return Chance{
        static_cast<std::int64_t>((Wide{rate.millionths} * certain + one_in_millionths / 2) / one_in_millionths)};
}

Chance product(Chance a, Chance b)
{
    constexpr Wide half = Wide{1} << (Chance::bits - 1);
    return Chance::of_parts(static_cast<std::int64_t>((Wide{a.parts()} * b.parts() + half) >> Chance::bits));
}

Chance monthly(Rate yearly)
{
    const auto stays = Chance::of(yearly).complement();
    // The smallest monthly chance of staying whose twelfth power reaches that of the year.
    std::int64_t low = 0;
    std::int64_t high = Chance::certain;
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (to_the_twelfth(Chance::of_parts(middle)) >= stays) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return Chance::of_parts(low).complement();
}

std::vector<Chance> survival(Chance monthly, int months)
{
    std::vector<Chance> table{Chance::of_parts(Chance::certain)};
    for (int m = 1; m <= months; ++m) table.push_back(product(table.back(), monthly.complement()));
    return table;
}

int Draws::month_of_default(const std::vector<Chance>& survival)
{
    const auto drawn = Chance::of_parts(draw());
    if (drawn < survival.back()) return 0;
    // Falls with the months: the first that is not above what was drawn.
    const auto found =
        std::partition_point(survival.begin(), survival.end(), [&](Chance chance) { return drawn < chance; });
    return static_cast<int>(found - survival.begin());
}

}  // namespace vierkant::forecast
