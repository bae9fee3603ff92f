#pragma once

#include "formats/json_reader.h"
#include "web/forms.h"

#include <string>
#include <vector>

/// Forms whose values go to a use case as JSON, the same that the command line reads from a file.
namespace vierkant::web {

inline const std::string json_source{"formulier"};

/// Left out where it is empty.
void put_text(formats::Json& json, const std::string& key, const std::string& value);
std::vector<std::string> words_in(const std::string& text);
std::vector<Choice> municipality_choices();
/// Codes to choose from, under the words that a list of report codes has for them.
std::vector<Choice> choices_in_words(const Visit& visit, const std::string& list,
                                     const std::vector<std::string>& codes);
/// The kinds of cost that any edition of a scheme knows.
std::vector<Choice> category_choices(const Visit& visit, const std::string& scheme);

/// A refusal names a place in the JSON ("/address/postcode"): the error goes to that field, "address.postcode".
Refusal at_field(const Visit& visit, Reader& read, const std::vector<Field>& fields, const Refusal& refusal);

}  // namespace vierkant::web
