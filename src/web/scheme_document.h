#pragma once

#include "formats/json_reader.h"
#include "reporting/report.h"
#include "web/visit.h"

#include <string>
#include <vector>

/// A scheme's document (docs/reference/scheme.schema.json) for people: its parameters by name, with what they rest on.
namespace vierkant::web {

struct SchemeParameter {
    enum class Kind { money, decimal, number, choice, text, several };
    std::string key;
    Word name;
    formats::Json value;
    std::string source;  ///< name of what it rests on, in "sources"
    Kind kind;  ///< decimal: a percentage or hours; several: a list or a group of values, which is not typed but comes
                ///< from a file

    [[nodiscard]] bool can_be_typed() const { return kind != Kind::several; }
};
/// All of them, in the order of the document; not its head, and not the texts of letters.
std::vector<SchemeParameter> parameters_of(const formats::Json& document);

/// A value as people write it: amounts grouped, codes as words; a list or a group as its parts.
Html value_html(const Visit& visit, const SchemeParameter& parameter, const reporting::CodeLists& codes);
/// A value that can be typed, as a field shows it.
std::string value_typed(const Visit& visit, const SchemeParameter& parameter);
/// A value as the document has it, from what was typed in a field; as it was typed where it cannot be read.
std::string value_written(const Visit& visit, const SchemeParameter& parameter, const std::string& typed);

/// What a source says.
std::string source_in_words(const formats::Json& document, const std::string& name, Language language);

}  // namespace vierkant::web
