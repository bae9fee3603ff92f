#pragma once

#include "web/visit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vierkant::web {

/// One row of figures over a line of labels. Beside it stands the same as a table: a chart is never the only place.
struct Chart {
    enum class Kind { bars, steps };
    enum class Unit { money, count, percent };
    std::string title;
    std::vector<std::string> labels;
    std::vector<std::int64_t> values;  ///< cents, whole numbers or millionths
    Kind kind = Kind::bars;
    Unit unit = Unit::money;
};

/// The chart as SVG in the page; nothing where there are fewer than two figures or none above zero.
Html chart_html(const Visit& visit, const Chart& chart);

}  // namespace vierkant::web
