#include "base/rate.h"

#include <algorithm>

namespace vierkant {

std::optional<Rate> parse_percent(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto decimals = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 4) return std::nullopt;
    if (dot != std::string_view::npos && (decimals.empty() || decimals.size() > 4)) return std::nullopt;

    std::int64_t millionths = 0;
    for (const char c : whole) {
        if (c < '0' || c > '9') return std::nullopt;
        millionths = millionths * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const char c = i < decimals.size() ? decimals[i] : '0';
        if (c < '0' || c > '9') return std::nullopt;
        millionths = millionths * 10 + (c - '0');
    }
    if (millionths > 10'000'000) return std::nullopt;
    return Rate{negative ? -millionths : millionths};
}

std::string to_percent_text(Rate rate)
{
    const auto magnitude = rate.millionths < 0 ? -rate.millionths : rate.millionths;
    auto decimals = std::to_string(10'000 + magnitude % 10'000).substr(1);
    while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
    return (rate.millionths < 0 ? "-" : "") + std::to_string(magnitude / 10'000) + "." + decimals;
}

std::string dutch(Rate rate)
{
    auto text = to_percent_text(rate);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace vierkant
