#include "domain/state_aid/de_minimis.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vierkant::state_aid {

namespace {

constexpr int window_years = 3;

std::optional<Money> amount_of(const Limits& limits, std::string_view regulation, std::string_view parameter, Date day)
{
    const auto limit = limits.find(regulation, parameter, day);
    return limit ? parse_money(limit->value) : std::nullopt;
}

}  // namespace

std::optional<DeMinimisRules> de_minimis_on(const Limits& limits, Date day)
{
    constexpr std::array regulations{std::pair{"2023/2831", Window::rolling_years},
                                     std::pair{"1407/2013", Window::fiscal_years}};
    for (const auto& [regulation, window] : regulations) {
        const auto ceiling = amount_of(limits, regulation, "ceiling", day);
        const auto five_years = amount_of(limits, regulation, "loan_safe_harbour_5y", day);
        const auto ten_years = amount_of(limits, regulation, "loan_safe_harbour_10y", day);
        if (!ceiling || !five_years || !ten_years) continue;
        const auto road_freight = amount_of(limits, regulation, "ceiling_road_freight", day);
        return DeMinimisRules{regulation, window, *ceiling, road_freight.value_or(*ceiling), {*five_years, *ten_years}};
    }
    return std::nullopt;
}

bool uses_room(const AwardedAid& aid)
{
    constexpr std::array<std::string_view, 5> de_minimis{"2023/2831", "1407/2013", "1998/2006", "1408/2013",
                                                         "717/2014"};
    return std::find(de_minimis.begin(), de_minimis.end(), aid.regulation) != de_minimis.end();
}

Date window_begins(Window window, Date on, int fiscal_year_starts)
{
    if (window == Window::rolling_years) return add_years(on, -window_years) + 1;
    const auto this_year = date(on.year(), fiscal_year_starts, 1);
    return add_years(this_year, this_year <= on ? 1 - window_years : -window_years);
}

Money counted(const std::vector<AwardedAid>& aid, Date on, Window window, int fiscal_year_starts)
{
    const auto begins = window_begins(window, on, fiscal_year_starts);
    Money sum;
    for (const auto& award : aid) {
        if (uses_room(award) && begins <= award.awarded_on && award.awarded_on <= on) sum += award.equivalent;
    }
    return sum;
}

}  // namespace vierkant::state_aid
