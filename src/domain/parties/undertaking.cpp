#include "domain/parties/undertaking.h"

#include "base/exact.h"

#include <array>

namespace vierkant::parties {

namespace {

constexpr std::int64_t whole = 1'000'000;

struct Threshold {
    SizeClass size;
    std::int64_t headcount_below;
    std::int64_t turnover_euros;
    std::int64_t balance_euros;
};

/// Recommendation 2003/361/EC, annex, art. 2.
constexpr std::array thresholds{
    Threshold{SizeClass::micro, 10, 2'000'000, 2'000'000},
    Threshold{SizeClass::small, 50, 10'000'000, 10'000'000},
    Threshold{SizeClass::medium, 250, 50'000'000, 43'000'000},
};

bool fits(const GroupFigures& group, const Threshold& threshold)
{
    return group.headcount_millionths < threshold.headcount_below * whole &&
           (group.turnover <= Money::euros(threshold.turnover_euros) ||
            group.balance_total <= Money::euros(threshold.balance_euros));
}

}  // namespace

std::optional<GroupFigures> group_figures(const Undertaking& undertaking)
{
    if (!undertaking.figures) return std::nullopt;
    const auto& own = *undertaking.figures;
    GroupFigures group{own.headcount * whole, own.turnover, own.balance_total};
    for (const auto& relation : undertaking.relations) {
        if (!relation.figures) return std::nullopt;
        const auto part = relation.tie == Tie::partner ? relation.holding : percent(100);
        group.headcount_millionths += relation.figures->headcount * part.millionths;
        group.turnover += pro_rata(relation.figures->turnover, part.millionths, whole, Rounding::half_up);
        group.balance_total += pro_rata(relation.figures->balance_total, part.millionths, whole, Rounding::half_up);
    }
    return group;
}

std::optional<SizeClass> size_class(const Undertaking& undertaking)
{
    if (undertaking.held_by_public_bodies) return SizeClass::large;
    const auto group = group_figures(undertaking);
    if (!group) return std::nullopt;
    for (const auto& threshold : thresholds) {
        if (fits(*group, threshold)) return threshold.size;
    }
    return SizeClass::large;
}

std::string_view name_of(SizeClass size)
{
    switch (size) {
        case SizeClass::micro:
            return "micro";
        case SizeClass::small:
            return "small";
        case SizeClass::medium:
            return "medium";
        case SizeClass::large:
            break;
    }
    return "large";
}

Word word_for(SizeClass size)
{
    switch (size) {
        case SizeClass::micro:
            return {"micro", "micro"};
        case SizeClass::small:
            return {"kleine", "small"};
        case SizeClass::medium:
            return {"middelgrote", "medium-sized"};
        case SizeClass::large:
            break;
    }
    return {"grote", "large"};
}

}  // namespace vierkant::parties
