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

struct DayAmount {
    Date day;
    Money amount;
};
/// A day and an amount on each line of a field; what cannot be read is an error of it.
std::vector<DayAmount> read_days_and_amounts(const Visit& visit, Reader& read, const std::string& field);

/// The fields about how a loan is drawn: its tranches, a line each, and the first and last day.
std::vector<Field> drawing_fields();
/// They, in the words of an application; nothing where nothing was typed.
void put_drawing(formats::Json& json, const Visit& visit, Reader& read);

/// A refusal names a place in the JSON ("/address/postcode"): the error goes to that field, "address.postcode".
Refusal at_field(const Visit& visit, Reader& read, const std::vector<Field>& fields, const Refusal& refusal);

}  // namespace vierkant::web
