#include "usecases/letter_text.h"

#include "usecases/letter_words.h"

#include <array>

namespace vierkant::usecases {

namespace {

struct HeadWords {
    std::string letter;
    std::string reference;
    std::string subject;
};

HeadWords words(Language language)
{
    if (language == Language::nl) return {"Kenmerk", "Betalingskenmerk", "Onderwerp"};
    return {"Our reference", "Payment reference", "Subject"};
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "<br>\n";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string paragraph(const std::string& text)
{
    return "<p>" + escaped(text) + "</p>\n";
}

}  // namespace

std::string address_lines(const parties::Address& address)
{
    const auto& code = address.postcode;
    const auto spaced = code.size() == 6 ? code.substr(0, 4) + " " + code.substr(4) : code;
    return address.street + " " + address.house_number + "\n" + spaced + " " + address.place;
}

std::string letter_plain(const LetterHead& head, const arrears::LetterText& text, Language language)
{
    const auto label = words(language);
    std::string out = head.sender + "\n\n" + head.name + "\n" + head.address + "\n\n" + head.day + "\n" + label.letter +
                      ": " + head.number + "\n" + label.reference + ": " + head.reference + "\n\n" + label.subject +
                      ": " + text.subject + "\n";
    for (const auto& part : text.paragraphs) out += "\n" + part + "\n";
    return out;
}

std::string letter_html(const LetterHead& head, const arrears::LetterText& text, Language language)
{
    const auto label = words(language);
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string{language == Language::nl ? "nl" : "en"} +
                      "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(text.subject) +
                      "</title>\n<style>body{font:11pt/1.4 sans-serif;max-width:42em;margin:2em auto}</style>\n"
                      "</head>\n<body>\n<main>\n";
    out += paragraph(head.sender) + paragraph(head.name + "\n" + head.address);
    out +=
        paragraph(head.day + "\n" + label.letter + ": " + head.number + "\n" + label.reference + ": " + head.reference);
    out += "<h1>" + escaped(text.subject) + "</h1>\n";
    for (const auto& part : text.paragraphs) out += paragraph(part);
    return out + "</main>\n</body>\n</html>\n";
}

std::string in_words(arrears::StepKind kind, Language language)
{
    static constexpr std::array nl{"herinnering", "aanmaning", "ingebrekestelling"};
    static constexpr std::array en{"reminder", "demand", "notice of default"};
    const auto at = static_cast<std::size_t>(kind);
    return language == Language::nl ? nl.at(at) : en.at(at);
}

std::string code_of(arrears::StepKind kind)
{
    static constexpr std::array codes{"reminder", "demand", "default"};
    return codes.at(static_cast<std::size_t>(kind));
}

}  // namespace vierkant::usecases
