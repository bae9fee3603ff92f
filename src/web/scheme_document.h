#pragma once

#include "formats/json_reader.h"
#include "web/visit.h"

#include <string>
#include <vector>

/// A scheme's document (docs/reference/scheme.schema.json) for people: its parameters by name, with what they rest on.
namespace vierkant::web {

struct SchemeParameter {
    std::string key;
    Word name;
    std::string value;   ///< as written; a list or a group as its parts
    std::string source;  ///< name of what it rests on, in "sources"
    bool is_simple;      ///< one text or number: it can be typed
};
/// All of them, in the order of the document; not its head, and not the texts of letters.
std::vector<SchemeParameter> parameters_of(const formats::Json& document);

/// What a source says.
std::string source_in_words(const formats::Json& document, const std::string& name, Language language);

}  // namespace vierkant::web
