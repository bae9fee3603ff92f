#include "domain/schemes/application.h"

#include <algorithm>

namespace vierkant::schemes {

Money investment_of(const Application& application)
{
    Money sum;
    for (const auto& line : application.investment_plan) sum += line.amount;
    return sum;
}

std::vector<grants::CostLine> cost_lines(const Application& application, const std::vector<std::string>& categories)
{
    std::vector<grants::CostLine> lines;
    for (const auto& line : application.investment_plan) {
        const bool eligible = std::find(categories.begin(), categories.end(), line.category) != categories.end();
        if (eligible) lines.push_back({line.category, line.amount});
    }
    return lines;
}

}  // namespace vierkant::schemes
