#pragma once

#include "base/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::arrears {

/// One letter in one language: a subject and paragraphs. `{field}` stands for a value; nothing else is special.
struct LetterText {
    std::string subject;
    std::vector<std::string> paragraphs;
    friend bool operator==(const LetterText&, const LetterText&) = default;
};

/// The fields that a letter may name, each with what it stands for (docs/guide/achterstanden.md).
std::span<const std::string_view> letter_fields();

/// Values by field. A field that is not here has none.
using LetterValues = std::map<std::string, std::string, std::less<>>;

/// Refuses a field that is not on the list, and a brace that does not close.
Result<Done> check(const LetterText& letter);

/// The letter with its fields filled in. Refuses a field without a value: a letter never goes out with a gap.
Result<LetterText> fill(const LetterText& letter, const LetterValues& values);

}  // namespace vierkant::arrears
