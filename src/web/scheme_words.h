#pragma once

#include "base/result.h"

#include <optional>
#include <string>

/// The words for what stands in a scheme's document (docs/reference/scheme.schema.json).
namespace vierkant::web {

/// What a parameter, or a part of one, is called; its key where it has no name here.
Word name_of_part(const std::string& key);
/// What a value stands for: "medium" is a middle-sized undertaking. Empty where it says itself.
std::optional<Word> word_of_value(const std::string& value);

}  // namespace vierkant::web
