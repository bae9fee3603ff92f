#include "base/bsn.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace vierkant {

namespace {

constexpr std::string_view digits = "0123456789";

struct DigitRun {
    std::size_t begin = 0;
    std::string_view text;
};

std::vector<DigitRun> runs_of_digits(std::string_view text)
{
    std::vector<DigitRun> runs;
    for (auto begin = text.find_first_of(digits); begin != std::string_view::npos;) {
        const auto end = std::min(text.find_first_not_of(digits, begin), text.size());
        runs.push_back({begin, text.substr(begin, end - begin)});
        begin = text.find_first_of(digits, end);
    }
    return runs;
}

bool adjoin(std::string_view text, const DigitRun& left, const DigitRun& right)
{
    const auto end = left.begin + left.text.size();
    return right.begin == end + 1 && std::string_view{" .-"}.find(text[end]) != std::string_view::npos;
}

/// The runs that make up a citizen service number, alone or three together.
std::vector<DigitRun> runs_of_bsn(std::string_view text)
{
    const auto runs = runs_of_digits(text);
    std::vector<DigitRun> found;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (passes_eleven_test(runs[i].text)) found.push_back(runs[i]);
        if (i + 2 >= runs.size()) continue;
        const auto &a = runs[i], &b = runs[i + 1], &c = runs[i + 2];
        const bool grouped = (a.text.size() == 4 && b.text.size() == 2 && c.text.size() == 3) ||
                             (a.text.size() == 3 && b.text.size() == 3 && c.text.size() == 3);
        if (!grouped || !adjoin(text, a, b) || !adjoin(text, b, c)) continue;
        if (passes_eleven_test(std::string{a.text} + std::string{b.text} + std::string{c.text})) {
            found.insert(found.end(), {a, b, c});
        }
    }
    return found;
}

}  // namespace

bool passes_eleven_test(std::string_view nine_digits)
{
    if (nine_digits.size() != 9 || nine_digits.find_first_not_of(digits) != std::string_view::npos ||
        nine_digits == "000000000")
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const int weight = i == 8 ? -1 : 9 - static_cast<int>(i);
        sum += weight * (nine_digits[i] - '0');
    }
    return sum % 11 == 0;
}

bool contains_bsn(std::string_view text)
{
    return !runs_of_bsn(text).empty();
}

std::string without_bsn(std::string_view text)
{
    std::string masked{text};
    for (const auto& run : runs_of_bsn(text)) masked.replace(run.begin, run.text.size(), run.text.size(), '*');
    return masked;
}

}  // namespace vierkant
