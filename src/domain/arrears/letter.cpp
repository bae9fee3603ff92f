#include "domain/arrears/letter.h"

#include "domain/arrears/messages.h"

#include <algorithm>
#include <array>
#include <functional>

namespace vierkant::arrears {

namespace {

constexpr std::array<std::string_view, 21> fields{
    "today",         "borrower",    "address",           "number",           "reference",    "fund",
    "fund_iban",     "items",       "late_since",        "days_late",        "amount_late",  "principal_late",
    "interest_late", "costs_late",  "default_interest",  "collection_costs", "reminder_fee", "amount_to_pay",
    "pay_by",        "outstanding", "previous_letter_on"};

std::string listed()
{
    std::string text;
    for (const auto field : fields) text += (text.empty() ? "" : ", ") + std::string{field};
    return text;
}

using Lookup = std::function<Result<std::string>(const std::string& field)>;

/// The text with each `{field}` replaced by what `look_up` gives for it.
Result<std::string> replaced(const std::string& text, const Lookup& look_up)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{' && text[at] != '}') {
            out += text[at];
            continue;
        }
        const auto end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string::npos || text[end] == '{') {
            return refuse(brace_open, {{"opening", std::string{"{"}}, {"closing", std::string{"}"}}});
        }
        const auto value = look_up(text.substr(at + 1, end - at - 1));
        if (!value) return value.refusal();
        out += *value;
        at = end;
    }
    return out;
}

Result<LetterText> replaced(const LetterText& letter, const Lookup& look_up)
{
    const auto subject = replaced(letter.subject, look_up);
    if (!subject) return subject.refusal();
    LetterText out{*subject, {}};
    for (const auto& paragraph : letter.paragraphs) {
        const auto text = replaced(paragraph, look_up);
        if (!text) return text.refusal();
        out.paragraphs.push_back(*text);
    }
    return out;
}

Result<std::string> known(const std::string& field)
{
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) return std::string{};
    return refuse(field_unknown, {{"field", "{" + field + "}"}, {"known", listed()}});
}

}  // namespace

std::span<const std::string_view> letter_fields()
{
    return fields;
}

Result<Done> check(const LetterText& letter)
{
    const auto sound = replaced(letter, known);
    if (!sound) return sound.refusal();
    return Done{};
}

Result<LetterText> fill(const LetterText& letter, const LetterValues& values)
{
    return replaced(letter, [&](const std::string& field) -> Result<std::string> {
        if (const auto sound = known(field); !sound) return sound.refusal();
        const auto found = values.find(field);
        if (found == values.end() || found->second.empty()) {
            return refuse(field_without_value, {{"field", "{" + field + "}"}});
        }
        return found->second;
    });
}

}  // namespace vierkant::arrears
