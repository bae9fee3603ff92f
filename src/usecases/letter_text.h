#pragma once

#include "domain/arrears/letter.h"
#include "domain/parties/undertaking.h"

#include <string>

/// A letter on paper: head, subject and paragraphs, as plain text or as one HTML page without scripts.
namespace vierkant::usecases {

struct LetterHead {
    std::string sender;
    std::string name;
    std::string address;  ///< lines
    std::string day;
    std::string number;     ///< of the letter
    std::string reference;  ///< payment reference
};

/// "Kade 1", "7811 AB Emmen".
std::string address_lines(const parties::Address& address);

std::string letter_plain(const LetterHead& head, const arrears::LetterText& text, Language language);
/// What is filled in is escaped: a name cannot add markup.
std::string letter_html(const LetterHead& head, const arrears::LetterText& text, Language language);

}  // namespace vierkant::usecases
