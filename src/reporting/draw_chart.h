#pragma once

#include "markup/html.h"
#include "reporting/report.h"

#include <optional>

namespace vierkant::reporting {

/// What is drawn: labels, and one or more rows of figures over them.
struct Picture {
    struct Series {
        std::string title;
        std::vector<std::int64_t> values;  ///< as long as the labels, in the unit of ColumnType
        std::vector<bool> known = {};      ///< of a timeline: where there is a figure; as long as the labels
    };
    std::string title;
    Chart::Kind kind = Chart::Kind::bars;
    bool stacked = false;
    ColumnType unit = ColumnType::money;
    std::vector<std::string> labels;
    std::vector<Series> series;
    std::vector<std::int64_t> days = {};  ///< of a timeline: the labels as days, rising
};

/// The figures of a chart out of its table. Nothing where a figure is hidden (a bar that is not there would tell what
/// is hidden), and where there is nothing to compare: fewer than two rows, or no figure but nought. REQUIRES: the
/// columns that the chart names are in the table.
std::optional<Picture> picture_of(const Table& table, const Chart& chart, Language language);

/// As SVG in a figure with its title. The same text serves a page, a file and a PDF: all colours and sizes stand in it.
markup::Html draw(const Picture& picture, Language language);

/// All charts of a table.
markup::Html charts_html(const Table& table, Language language);

}  // namespace vierkant::reporting
