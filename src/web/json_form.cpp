#include "web/json_form.h"

#include "domain/schemes/scheme.h"
#include "storage/dossier_store.h"
#include "usecases/reference_data.h"
#include "usecases/report_codes.h"

#include <algorithm>

namespace vierkant::web {

namespace {

/// "formulier /address/postcode" is "address.postcode".
std::string field_of(const std::string& where)
{
    const auto slash = where.find('/');
    if (slash == std::string::npos) return {};
    auto name = where.substr(slash + 1);
    std::replace(name.begin(), name.end(), '/', '.');
    return name;
}

/// A number that is taken is named in the words alone.
std::string field_of_code(std::string_view code)
{
    if (code == "usecases.kvk_taken") return "kvk";
    if (code == "usecases.rsin_taken") return "rsin";
    if (code == "usecases.vat_id_taken") return "vat_id";
    if (code == "usecases.iban_taken") return "iban";
    if (code == "usecases.applicant_unknown") return "applicant";
    if (code == "usecases.received_in_future") return "received_on";
    return {};
}

}  // namespace

void put_text(formats::Json& json, const std::string& key, const std::string& value)
{
    if (!value.empty()) json[key] = value;
}

std::vector<std::string> words_in(const std::string& text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (c != ' ' && c != ',') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::vector<Choice> municipality_choices()
{
    std::vector<Choice> choices;
    for (const auto& place : usecases::reference_tables().municipalities)
        choices.push_back({place.code, {place.name, place.name}});
    return choices;
}

std::vector<Choice> choices_in_words(const Visit& visit, const std::string& list, const std::vector<std::string>& codes)
{
    auto lists = usecases::report_codes(visit.connection);
    const auto& titles = lists[list];
    std::vector<Choice> choices;
    for (const auto& code : codes) {
        const auto title = titles.find(code);
        choices.push_back({code, title == titles.end() ? Word{code, code} : Word{title->second.nl, title->second.en}});
    }
    return choices;
}

std::vector<Choice> category_choices(const Visit& visit, const std::string& scheme)
{
    std::vector<std::string> codes;
    for (const auto& edition : storage::scheme_editions(visit.connection)) {
        if (edition.code != scheme) continue;
        for (const auto& code : schemes::categories_of(edition)) {
            if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        }
    }
    return choices_in_words(visit, "category", codes);
}

Refusal at_field(const Visit& visit, Reader& read, const std::vector<Field>& fields, const Refusal& refusal)
{
    auto name = field_of(refusal.where);
    if (name.empty()) name = field_of_code(refusal.text->code);
    const bool known = std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
        return field.name == name && field.kind != Field::Kind::hidden;
    });
    auto plain = refusal;
    plain.where.clear();
    read.wrong(known ? name : "", words_of(visit, plain));
    return refusal;
}

}  // namespace vierkant::web
