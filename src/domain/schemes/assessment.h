#pragma once

#include "base/result.h"
#include "domain/schemes/scheme.h"

#include <string>
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
    std::string source;  ///< the article or passage

    [[nodiscard]] std::string in(Language language) const { return say(*reason, figures, language); }
};

using Verdict = std::vector<Finding>;

/// One finding per rule, in a fixed order, all rules always. Decides nothing: an officer does.
Verdict assess(const Facts& facts, const Scheme& scheme);

/// not_met where one rule is not met, else unknown where one is unknown, else met.
Outcome overall(const Verdict& verdict);

}  // namespace vierkant::schemes
