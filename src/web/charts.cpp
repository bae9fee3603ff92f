#include "web/charts.h"

#include "reporting/draw_chart.h"

#include <algorithm>

namespace vierkant::web {

Html chart_html(const Visit& visit, const Chart& chart)
{
    using Drawn = reporting::Chart::Kind;
    const bool nothing = std::all_of(chart.values.begin(), chart.values.end(), [](auto value) { return value == 0; });
    if (chart.values.size() < 2 || nothing) return {};
    const auto unit = chart.unit == Chart::Unit::money   ? reporting::ColumnType::money
                      : chart.unit == Chart::Unit::count ? reporting::ColumnType::count
                                                         : reporting::ColumnType::percent;
    const auto kind = chart.kind == Chart::Kind::bars ? Drawn::columns : Drawn::steps;
    return reporting::draw({chart.title, kind, false, unit, chart.labels, {{chart.title, chart.values}}},
                           visit.language);
}

}  // namespace vierkant::web
