#include "base/result.h"

#include <algorithm>
#include <stdexcept>

namespace vierkant {

std::string show(const Figure& figure, Language language)
{
    struct Show {
        bool nl;
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(Money amount) const { return nl ? dutch(amount) : english(amount); }
        std::string operator()(Date day) const { return nl ? dutch(day) : to_text(day); }
        std::string operator()(Rate rate) const { return nl ? dutch(rate) : to_percent_text(rate); }
        std::string operator()(const Word& word) const { return word.in(nl ? Language::nl : Language::en); }
    };
    return std::visit(Show{language == Language::nl}, figure);
}

std::string say(const Text& text, const Arguments& arguments, Language language)
{
    const std::string_view pattern = language == Language::nl ? text.nl : text.en;
    std::string sentence;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const auto open = pattern.find('{', at);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find('}', open);
        verify(close != std::string_view::npos, "a message text has an unclosed brace");
        sentence += pattern.substr(at, open - at);
        const auto name = pattern.substr(open + 1, close - open - 1);
        const auto argument =
            std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.name == name; });
        verify(argument != arguments.end(), "a message text lacks an argument");
        sentence += show(argument->value, language);
        at = close + 1;
    }
    sentence += pattern.substr(std::min(at, pattern.size()));
    return sentence;
}

std::string Refusal::in(Language language) const
{
    auto sentence = say(*text, arguments, language);
    return where.empty() ? sentence : where + ": " + sentence;
}

void verify(bool condition, std::string_view what)
{
    if (!condition) throw std::logic_error{"verify: " + std::string{what}};
}

}  // namespace vierkant
