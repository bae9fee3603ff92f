#include "domain/schemes/finding.h"

#include <algorithm>
#include <array>

namespace vierkant::schemes {

namespace {

struct RuleTitle {
    std::string_view rule;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array titles{
    RuleTitle{"sector", "sector", "sector"},
    RuleTitle{"municipality", "gemeente", "municipality"},
    RuleTitle{"size", "grootte", "size"},
    RuleTitle{"excluded", "uitgesloten sectoren", "excluded sectors"},
    RuleTitle{"difficulty", "in moeilijkheden", "in difficulty"},
    RuleTitle{"foreign", "uit het buitenland", "from abroad"},
    RuleTitle{"origin", "herkomst van het werk", "origin of the work"},
    RuleTitle{"amount", "bedrag", "amount"},
    RuleTitle{"jobs", "aantal banen", "number of jobs"},
    RuleTitle{"jobs_share", "mbo of lager", "mbo or below"},
    RuleTitle{"amount_per_job", "euro per baan", "euro per job"},
    RuleTitle{"own_contribution", "eigen bijdrage", "own contribution"},
    RuleTitle{"financing", "financiering", "financing"},
    RuleTitle{"costs", "subsidiabele kosten", "eligible costs"},
    RuleTitle{"workers", "werknemers", "workers"},
    RuleTitle{"premium", "premie", "premium"},
    RuleTitle{"not_started", "nog niet begonnen", "not started"},
    RuleTitle{"term", "looptijd", "term"},
    RuleTitle{"aid", "staatssteun", "state aid"},
    RuleTitle{"double_funding", "andere steun", "other support"},
    RuleTitle{"money_left", "geld in het fonds", "money in the fund"},
};

}  // namespace

Word title_of_rule(std::string_view rule)
{
    const auto* const found =
        std::find_if(titles.begin(), titles.end(), [&](const RuleTitle& title) { return title.rule == rule; });
    verify(found != titles.end(), "every rule has its title");
    return {std::string{found->nl}, std::string{found->en}};
}

}  // namespace vierkant::schemes
