#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vierkant::schemes {

enum class Outcome {
    met,
    not_met,
    unknown,  ///< a person must look
};

/// What one rule says of an application, in words that stand by themselves.
struct Finding {
    std::string_view rule;  ///< "sector", "municipality" ...
    Outcome outcome = Outcome::unknown;
    const Text* reason = nullptr;
    Arguments figures;
    Word source;  ///< the article or passage

    [[nodiscard]] std::string in(Language language) const { return say(*reason, figures, language); }
};

using Verdict = std::vector<Finding>;

/// What a rule is about, in a word or two for people. REQUIRES: a rule that findings have.
Word title_of_rule(std::string_view rule);

inline Finding met(std::string_view rule, const Text& reason, Arguments figures, Word source)
{
    return {rule, Outcome::met, &reason, std::move(figures), std::move(source)};
}
inline Finding not_met(std::string_view rule, const Text& reason, Arguments figures, Word source)
{
    return {rule, Outcome::not_met, &reason, std::move(figures), std::move(source)};
}
inline Finding unknown(std::string_view rule, const Text& reason, Arguments figures, Word source)
{
    return {rule, Outcome::unknown, &reason, std::move(figures), std::move(source)};
}

}  // namespace vierkant::schemes
