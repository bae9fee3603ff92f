#include "reporting/draw_chart.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vierkant::reporting {

namespace {

using markup::Html;
using markup::tag;

constexpr std::int64_t width = 720;
constexpr std::int64_t right = 12;
constexpr std::int64_t letter = 7;  ///< a letter of 12 px takes about this
constexpr std::int64_t line_height = 20;

/// Each differs from the next in lightness too, and from white by 3:1 or more.
constexpr std::array<std::string_view, 5> colours{"#0b4f6c", "#c4640a", "#6b9a3a", "#7a5195", "#4d5a61"};
constexpr std::array<std::string_view, 5> dashes{"none", "7 4", "2 3", "9 3 2 3", "4 2"};
constexpr std::string_view ink = "#1b2529";
constexpr std::string_view quiet = "#4d5a61";
constexpr std::string_view rule = "#c4ced3";

std::string s(std::int64_t number)
{
    return std::to_string(number);
}
std::string s(std::string_view text)
{
    return std::string{text};
}

/// Characters, not bytes.
std::int64_t length(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

std::string shortened(const std::string& text, std::int64_t most)
{
    if (length(text) <= most) return text;
    std::string out;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && length(out) + 1 >= most) break;
        out += c;
    }
    return out.erase(out.find_last_not_of(' ') + 1) + "…";
}

/// A figure at a glance: whole euros, and millions with one decimal; the table has it to the cent.
std::string brief(std::int64_t value, ColumnType unit, Language language)
{
    if (unit != ColumnType::money) return people_text(value, {"value", {}, unit}, language);
    if (value < 0) return "-" + brief(-value, unit, language);
    constexpr std::int64_t million = 100'000'000;
    if (value < million) return people_text(value / 100, {"value", {}, ColumnType::count}, language);
    const auto tenths = (value + million / 20) / (million / 10);
    const std::string mark = language == Language::nl ? "," : ".";
    return s(tenths / 10) + (tenths % 10 == 0 ? "" : mark + s(tenths % 10)) +
           (language == Language::nl ? " mln" : " m");
}

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

/// Values to pixels, from the least to the most that the lines of the scale show.
struct Scale {
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::int64_t step = 1;

    /// How far a value is from the least, of `room` pixels.
    [[nodiscard]] std::int64_t along(std::int64_t value, std::int64_t room) const
    {
        __extension__ using Wide = __int128;
        return static_cast<std::int64_t>(Wide{value - least} * room / (most - least));
    }
};

Scale scale_of(const Picture& picture)
{
    std::int64_t most = 0;
    std::int64_t least = 0;
    for (std::size_t i = 0; i < picture.labels.size(); ++i) {
        std::int64_t sum = 0;
        for (const auto& series : picture.series) {
            sum = picture.stacked ? sum + series.values[i] : series.values[i];
            most = std::max(most, sum);
            least = std::min(least, sum);
        }
    }
    const auto step = round_step(std::max(most, -least));
    return {-((-least + step - 1) / step * step), (most + step - 1) / step * step, step};
}

Html text_at(std::int64_t x, std::int64_t y, std::string_view anchor, const std::string& text,
             std::string_view colour = quiet)
{
    return tag("text", {{"x", s(x)}, {"y", s(y)}, {"text-anchor", s(anchor)}, {"font-size", "12"}, {"fill", s(colour)}},
               text);
}

Html line_at(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, bool axis)
{
    return tag("line", {{"x1", s(x1)},
                        {"y1", s(y1)},
                        {"x2", s(x2)},
                        {"y2", s(y2)},
                        {"stroke", s(axis ? ink : rule)},
                        {"stroke-width", "1"}});
}

Html bar_at(std::int64_t x, std::int64_t y, std::int64_t wide, std::int64_t high, std::size_t series)
{
    return tag("rect", {{"x", s(x)},
                        {"y", s(y)},
                        {"width", s(std::max<std::int64_t>(1, wide))},
                        {"height", s(std::max<std::int64_t>(0, high))},
                        {"fill", s(colours[series % colours.size()])}});
}

/// What each colour means, where there is more than one; sets `y` below it.
Html legend(const Picture& picture, std::int64_t left, std::int64_t& y)
{
    if (picture.series.size() < 2) return {};
    Html all;
    auto x = left;
    for (std::size_t i = 0; i < picture.series.size(); ++i) {
        const auto& title = picture.series[i].title;
        const auto wide = length(title) * letter + 30;
        if (x > left && x + wide > width - right) {
            x = left;
            y += line_height;
        }
        all += bar_at(x, y + 2, 12, 12, i) + text_at(x + 18, y + 12, "start", title, ink);
        x += wide + 8;
    }
    y += line_height + 6;
    return all;
}

Html framed(const Picture& picture, std::int64_t height, const Html& drawn)
{
    return tag("figure", {{"class", "chart"}}, tag("figcaption", {}, picture.title),
               tag("svg",
                   {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"viewBox", "0 0 " + s(width) + " " + s(height)},
                    {"role", "img"},
                    {"aria-label", picture.title},
                    {"font-family", "DejaVu Sans, Verdana, sans-serif"}},
                   drawn));
}

// Lying bars.

Html drawn_bars(const Picture& picture, Language language)
{
    constexpr std::int64_t most_letters = 36;
    constexpr std::int64_t room_for_figure = 84;
    std::int64_t longest = 0;
    for (const auto& label : picture.labels) longest = std::max(longest, std::min(length(label), most_letters));
    const auto left = longest * letter + 14;
    const auto room = width - right - room_for_figure - left;
    const auto series = static_cast<std::int64_t>(picture.series.size());
    const std::int64_t thick = series == 1 ? 18 : 13;
    const auto scale = scale_of(picture);
    const auto zero = left + scale.along(0, room);

    std::int64_t y = 4;
    Html all = legend(picture, left, y);
    const auto top = y;
    for (std::size_t i = 0; i < picture.labels.size(); ++i) {
        all += text_at(left - 8, y + thick * series / 2 + 4, "end", shortened(picture.labels[i], most_letters), ink);
        for (std::size_t k = 0; k < picture.series.size(); ++k) {
            const auto value = picture.series[k].values[i];
            const auto end = left + scale.along(value, room);
            if (value != 0) all += bar_at(std::min(zero, end), y, std::abs(end - zero), thick - 1, k);
            all += text_at(std::max(zero, end) + 5, y + thick / 2 + 4, "start", brief(value, picture.unit, language));
            y += thick;
        }
        y += 8;
    }
    return framed(picture, y, all + line_at(zero, top - 2, zero, y - 6, true));
}

// Standing: columns, steps and lines over the same ground.

struct Ground {
    std::int64_t left, top, bottom;
    Scale scale;
    std::int64_t slots;

    [[nodiscard]] std::int64_t x(std::size_t i) const
    {
        return left + static_cast<std::int64_t>(i) * (width - right - left) / slots;
    }
    [[nodiscard]] std::int64_t middle(std::size_t i) const { return (x(i) + x(i + 1)) / 2; }
    [[nodiscard]] std::int64_t y(std::int64_t value) const { return bottom - scale.along(value, bottom - top); }
};

Html scale_lines(const Picture& picture, const Ground& ground, Language language)
{
    Html all;
    for (auto value = ground.scale.least; value <= ground.scale.most; value += ground.scale.step) {
        const auto y = ground.y(value);
        all += line_at(ground.left, y, width - right, y, value == 0);
        all += text_at(ground.left - 8, y + 4, "end", brief(value, picture.unit, language));
    }
    return all;
}

/// As many labels as there is room for; what stands in brackets is in the table beside it.
Html labels_below(const Picture& picture, const Ground& ground)
{
    const auto short_label = [](const std::string& label) { return label.substr(0, label.find(" (")); };
    std::int64_t longest = 1;
    for (const auto& label : picture.labels) longest = std::max(longest, length(short_label(label)));
    const auto room = std::max<std::int64_t>(1, (width - right - ground.left) / (longest * letter + 8));
    const auto every = static_cast<std::size_t>((ground.slots + room - 1) / room);
    Html all;
    for (std::size_t i = 0; i < picture.labels.size(); i += std::max<std::size_t>(1, every))
        all += text_at(ground.middle(i), ground.bottom + 20, "middle", short_label(picture.labels[i]));
    return all;
}

Html columns_on(const Picture& picture, const Ground& ground)
{
    Html all;
    const auto series = picture.stacked ? 1 : static_cast<std::int64_t>(picture.series.size());
    for (std::size_t i = 0; i < picture.labels.size(); ++i) {
        const auto slot = ground.x(i + 1) - ground.x(i);
        const auto thick = std::max<std::int64_t>(1, (slot - slot / 4) / series);
        std::int64_t below = 0;
        for (std::size_t k = 0; k < picture.series.size(); ++k) {
            const auto value = picture.series[k].values[i];
            if (value == 0) continue;
            const auto x = ground.x(i) + slot / 8 + (picture.stacked ? 0 : static_cast<std::int64_t>(k) * thick);
            const auto from = ground.y(below);
            const auto to = ground.y(below + value);
            all += bar_at(x, std::min(from, to), thick - (series > 1 ? 1 : 0), std::abs(from - to), k);
            if (picture.stacked) below += value;
        }
    }
    return all;
}

Html path_of(const std::string& d, std::size_t series)
{
    return tag("path", {{"d", d},
                        {"fill", "none"},
                        {"stroke", s(colours[series % colours.size()])},
                        {"stroke-width", "2.5"},
                        {"stroke-dasharray", s(dashes[series % dashes.size()])}});
}

Html steps_on(const Picture& picture, const Ground& ground)
{
    Html all;
    for (std::size_t k = 0; k < picture.series.size(); ++k) {
        std::string path;
        for (std::size_t i = 0; i < picture.labels.size(); ++i) {
            const auto y = s(ground.y(picture.series[k].values[i]));
            path += (i == 0 ? "M" : " L") + s(ground.x(i)) + " " + y + " L" + s(ground.x(i + 1)) + " " + y;
        }
        const auto base = s(ground.y(0));
        if (picture.series.size() == 1) {
            all += tag("path",
                       {{"d", path + " L" + s(width - right) + " " + base + " L" + s(ground.left) + " " + base + " Z"},
                        {"fill", "#d4e4eb"}});
        }
        all += path_of(path, k);
    }
    return all;
}

Html lines_on(const Picture& picture, const Ground& ground)
{
    Html all;
    for (std::size_t k = 0; k < picture.series.size(); ++k) {
        std::string path;
        for (std::size_t i = 0; i < picture.labels.size(); ++i)
            path += (i == 0 ? "M" : " L") + s(ground.middle(i)) + " " + s(ground.y(picture.series[k].values[i]));
        all += path_of(path, k);
    }
    return all;
}

/// Between the first figure and the last lies what is likely; the one between goes through the middle.
Html band_on(const Picture& picture, const Ground& ground)
{
    const auto& low = picture.series.front().values;
    const auto& high = picture.series.back().values;
    std::string edge;
    for (std::size_t i = 0; i < picture.labels.size(); ++i)
        edge += (i == 0 ? "M" : " L") + s(ground.middle(i)) + " " + s(ground.y(high[i]));
    for (std::size_t i = picture.labels.size(); i-- > 0;)
        edge += " L" + s(ground.middle(i)) + " " + s(ground.y(low[i]));
    return tag("path", {{"d", edge + " Z"}, {"fill", "#d4e4eb"}}) + lines_on(picture, ground);
}

/// Each figure stands where its day is; days without one are passed over.
Html drawn_timeline(const Picture& picture, Language language)
{
    constexpr std::int64_t left = 68;
    constexpr std::int64_t margin = 36;  // half a label
    std::int64_t top = 6;
    Html all = legend(picture, left, top);
    const Ground ground{left, top + 8, top + 220, scale_of(picture), 1};
    all += scale_lines(picture, ground, language);
    const auto span = std::max<std::int64_t>(1, picture.days.back() - picture.days.front());
    const auto x = [&](std::size_t i) {
        return left + margin + (picture.days[i] - picture.days.front()) * (width - right - left - 2 * margin) / span;
    };
    for (std::size_t k = 0; k < picture.series.size(); ++k) {
        const auto& series = picture.series[k];
        std::string path;
        Html dots;
        for (std::size_t i = 0; i < picture.labels.size(); ++i) {
            if (!series.known[i]) continue;
            const auto y = s(ground.y(series.values[i]));
            path += (path.empty() ? "M" : " L") + s(x(i)) + " " + y;
            dots += tag("circle", {{"cx", s(x(i))}, {"cy", y}, {"r", "3"}, {"fill", s(colours[k % colours.size()])}});
        }
        if (!path.empty()) all += path_of(path, k) + dots;
    }
    std::int64_t taken = 0;
    for (std::size_t i = 0; i < picture.labels.size(); ++i) {
        const auto half = length(picture.labels[i]) * letter / 2;
        if (x(i) - half < taken) continue;
        all += text_at(x(i), ground.bottom + 20, "middle", picture.labels[i]);
        taken = x(i) + half + letter;
    }
    return framed(picture, ground.bottom + 32, all);
}

Html drawn_standing(const Picture& picture, Language language)
{
    constexpr std::int64_t left = 68;
    std::int64_t top = 6;
    Html all = legend(picture, left, top);
    const Ground ground{left, top + 8, top + 220, scale_of(picture), static_cast<std::int64_t>(picture.labels.size())};
    all += scale_lines(picture, ground, language);
    if (picture.kind == Chart::Kind::steps) {
        all += steps_on(picture, ground);
    } else if (picture.kind == Chart::Kind::band && picture.series.size() == 3) {
        all += band_on(picture, ground);
    } else if (picture.kind == Chart::Kind::lines || picture.kind == Chart::Kind::band) {
        all += lines_on(picture, ground);
    } else {
        all += columns_on(picture, ground);
    }
    return framed(picture, ground.bottom + 32, all + labels_below(picture, ground));
}

std::size_t column_of(const Table& table, const std::string& key)
{
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.key == key; });
    verify(found != table.columns.end(), "a chart points at columns of its table");
    return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace

std::optional<Picture> picture_of(const Table& table, const Chart& chart, Language language)
{
    if (table.rows.size() < 2) return std::nullopt;
    const auto x = column_of(table, chart.x);
    Picture picture{chart.title.in(language), chart.kind, chart.stacked, ColumnType::money, {}, {}, {}};
    const bool over_days = chart.kind == Chart::Kind::timeline;
    for (const auto& row : table.rows) {
        picture.labels.push_back(people_text(row[x], table.columns[x], language));
        if (!over_days) continue;
        const auto day = parse_date(machine_text(row[x], table.columns[x].type));
        if (!day) return std::nullopt;
        picture.days.push_back(day->serial());
    }
    bool anything = false;
    for (const auto& key : chart.series) {
        const auto at = column_of(table, key);
        const auto& column = table.columns[at];
        picture.unit = column.type;
        auto& series = picture.series.emplace_back(Picture::Series{column.title.in(language), {}, {}});
        for (const auto& row : table.rows) {
            if (std::holds_alternative<Hidden>(row[at])) return std::nullopt;
            const auto* figure = std::get_if<std::int64_t>(&row[at]);
            series.values.push_back(figure == nullptr ? 0 : *figure);
            if (over_days) series.known.push_back(figure != nullptr);
            anything = anything || series.values.back() != 0;
        }
    }
    if (!anything) return std::nullopt;
    if (picture.title.empty()) {
        picture.title = table.title.in(language);
        if (picture.series.size() == 1) picture.title += ": " + picture.series.front().title;
    }
    return picture;
}

Html draw(const Picture& picture, Language language)
{
    if (picture.kind == Chart::Kind::bars) return drawn_bars(picture, language);
    if (picture.kind == Chart::Kind::timeline) return drawn_timeline(picture, language);
    return drawn_standing(picture, language);
}

Html charts_html(const Table& table, Language language)
{
    Html all;
    for (auto chart : table.charts) {
        auto picture = picture_of(table, chart, language);
        // Of a comparison that may not be told, what is now remains.
        const auto earlier = [&](const std::string& key) {
            return table.columns[column_of(table, key)].moment == Moment::earlier;
        };
        if (!picture && std::erase_if(chart.series, earlier) > 0) picture = picture_of(table, chart, language);
        if (picture) all += draw(*picture, language);
    }
    return all;
}

}  // namespace vierkant::reporting
