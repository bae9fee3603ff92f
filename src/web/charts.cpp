#include "web/charts.h"

#include <algorithm>

namespace vierkant::web {

namespace {

constexpr std::int64_t width = 720;
constexpr std::int64_t height = 260;
constexpr std::int64_t left = 64;
constexpr std::int64_t right = 12;
constexpr std::int64_t top = 14;
constexpr std::int64_t bottom = 34;

/// A round distance between the lines of the scale: 1, 2 or 5 with zeros, so that four or five of them reach `most`.
std::int64_t round_step(std::int64_t most)
{
    std::int64_t power = 1;
    while (most / power > 50) power *= 10;
    for (const std::int64_t times : {1, 2, 5, 10, 20}) {
        if (power * times * 5 >= most) return power * times;
    }
    return power * 50;
}

std::string unit_text(const Visit& visit, const Chart& chart, std::int64_t value)
{
    if (chart.unit == Chart::Unit::count) return std::to_string(value);
    if (chart.unit == Chart::Unit::percent) return show(Rate{value}, visit.language) + " %";
    // Whole thousands or millions where they are: a scale is read at a glance.
    const std::string mark = visit.language == Language::nl ? "," : ".";
    if (value >= 100'000'000) {
        const auto tenths = value / 10'000'000;
        return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : mark + std::to_string(tenths % 10)) +
               visit.t(" mln", " m");
    }
    if (value >= 100'000) {
        const auto tenths = value / 10'000;
        return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : mark + std::to_string(tenths % 10)) +
               visit.t(" dzd", " k");
    }
    return std::to_string(value / 100);
}

struct Scale {
    std::int64_t most;
    [[nodiscard]] std::int64_t y(std::int64_t value) const
    {
        const auto room = height - top - bottom;
        // Divided first where the product might not fit.
        const auto part = most > (std::int64_t{1} << 50) ? value / (most / room) : value * room / most;
        return top + room - std::clamp<std::int64_t>(part, 0, room);
    }
};

std::string s(std::int64_t number)
{
    return std::to_string(number);
}

Html lines_of_scale(const Visit& visit, const Chart& chart, const Scale& scale, std::int64_t step)
{
    Html lines;
    for (std::int64_t value = 0; value <= scale.most; value += step) {
        const auto y = scale.y(value);
        lines += tag("line", {{"x1", s(left)},
                              {"x2", s(width - right)},
                              {"y1", s(y)},
                              {"y2", s(y)},
                              {"class", value == 0 ? "axis" : "grid"}});
        lines +=
            tag("text", {{"x", s(left - 8)}, {"y", s(y + 4)}, {"text-anchor", "end"}}, unit_text(visit, chart, value));
    }
    return lines;
}

std::int64_t x_of(const Chart& chart, std::size_t i)
{
    return left +
           static_cast<std::int64_t>(i) * (width - left - right) / static_cast<std::int64_t>(chart.values.size());
}

Html labels_of(const Chart& chart)
{
    Html labels;
    std::size_t longest = 1;
    for (const auto& label : chart.labels) longest = std::max(longest, label.substr(0, label.find(" (")).size());
    const auto slots = std::max<std::size_t>(1, static_cast<std::size_t>(width - left - right) / (longest * 7 + 8));
    const auto every = (chart.labels.size() + slots - 1) / slots;
    // What stands in brackets is in the table beside it.
    const auto brief = [](const std::string& label) { return label.substr(0, label.find(" (")); };
    for (std::size_t i = 0; i < chart.labels.size(); i += std::max<std::size_t>(1, every)) {
        const auto x = (x_of(chart, i) + x_of(chart, i + 1)) / 2;
        labels += tag("text", {{"x", s(x)}, {"y", s(height - 12)}, {"text-anchor", "middle"}}, brief(chart.labels[i]));
    }
    return labels;
}

Html bars_of(const Chart& chart, const Scale& scale)
{
    Html bars;
    for (std::size_t i = 0; i < chart.values.size(); ++i) {
        const auto x = x_of(chart, i);
        const auto room = x_of(chart, i + 1) - x;
        const auto y = scale.y(chart.values[i]);
        bars += tag("rect", {{"x", s(x + room / 8)},
                             {"y", s(y)},
                             {"width", s(std::max<std::int64_t>(1, room - room / 4))},
                             {"height", s(scale.y(0) - y)},
                             {"class", "bar"}});
    }
    return bars;
}

Html steps_of(const Chart& chart, const Scale& scale)
{
    std::string path;
    for (std::size_t i = 0; i < chart.values.size(); ++i) {
        const auto y = s(scale.y(chart.values[i]));
        path += (i == 0 ? "M" : " L") + s(x_of(chart, i)) + " " + y + " L" + s(x_of(chart, i + 1)) + " " + y;
    }
    const auto base = s(scale.y(0));
    return tag("path", {{"d", path + " L" + s(width - right) + " " + base + " L" + s(left) + " " + base + " Z"},
                        {"class", "area"}}) +
           tag("path", {{"d", path}, {"class", "line"}});
}

}  // namespace

Html chart_html(const Visit& visit, const Chart& chart)
{
    if (chart.values.size() < 2) return {};
    const auto most = *std::max_element(chart.values.begin(), chart.values.end());
    if (most <= 0) return {};
    const auto step = round_step(most);
    const Scale scale{(most + step - 1) / step * step};
    const auto drawn = chart.kind == Chart::Kind::bars ? bars_of(chart, scale) : steps_of(chart, scale);
    return tag(
        "figure", {{"class", "chart"}},
        tag("svg", {{"viewBox", "0 0 " + s(width) + " " + s(height)}, {"role", "img"}, {"aria-label", chart.title}},
            lines_of_scale(visit, chart, scale, step), drawn, labels_of(chart)),
        tag("figcaption", {}, chart.title));
}

}  // namespace vierkant::web
