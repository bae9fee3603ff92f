#include "web/json_form.h"

#include "domain/schemes/scheme.h"
#include "storage/dossier_store.h"
#include "usecases/reference_data.h"
#include "usecases/report_codes.h"
#include "web/messages.h"

#include <algorithm>
#include <sstream>

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

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The lines of a text, without the spaces around them.
std::vector<std::string> lines_in(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) lines.push_back(trimmed(line));
    return lines;
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

std::vector<DayAmount> read_days_and_amounts(const Visit& visit, Reader& read, const std::string& field)
{
    std::vector<DayAmount> rows;
    int number = 0;
    for (const auto& line : lines_in(read.text(field))) {
        ++number;
        if (line.empty()) continue;
        const auto space = line.find(' ');
        const auto day = read_day(line.substr(0, space));
        const auto amount =
            space == std::string::npos ? std::nullopt : read_money(trimmed(line.substr(space)), visit.language);
        if (!day || !amount) {
            read.wrong(field, visit.t(plan_line_unreadable, {{"line", std::to_string(number)}}));
            return rows;
        }
        rows.push_back({*day, *amount});
    }
    return rows;
}

std::vector<Field> drawing_fields()
{
    const Word row{"Opnemen", "Drawing"};
    return {
        {"tranches",
         {"Opnemen in delen", "Drawn in tranches"},
         Field::Kind::textarea,
         false,
         {"Per regel een bedrag; daarachter de dag vanaf wanneer, of de mijlpaal: 60.000,00 machine geleverd. Samen "
          "het "
          "bedrag van de lening. Leeg: zoals de regeling zegt.",
          "An amount a line; after it the day from when, or the milestone: 60,000.00 machine delivered. Together the "
          "amount of the loan. Empty: as the scheme says."}},
        {"first_drawing", {"Opnemen vanaf", "Drawing from"}, Field::Kind::date, false, {}, {}, {}, {}, row},
        {"last_drawing",
         {"Laatste dag van opnemen", "Last day of drawing"},
         Field::Kind::date,
         false,
         {},
         {},
         {},
         {},
         row}};
}

void put_drawing(formats::Json& json, const Visit& visit, Reader& read)
{
    int number = 0;
    for (const auto& line : lines_in(read.text("tranches"))) {
        ++number;
        if (line.empty()) continue;
        const auto space = line.find(' ');
        const auto amount = read_money(line.substr(0, space), visit.language);
        if (!amount) {
            read.wrong("tranches", visit.t(tranche_line_unreadable, {{"line", std::to_string(number)}}));
            return;
        }
        formats::Json tranche{{"amount", to_text(*amount)}};
        const auto rest = space == std::string::npos ? std::string{} : trimmed(line.substr(space));
        if (const auto from = read_day(rest)) {
            tranche["from"] = to_text(*from);
        } else {
            put_text(tranche, "milestone", rest);
        }
        json["tranches"].push_back(std::move(tranche));
    }
    for (const auto* key : {"first_drawing", "last_drawing"}) {
        if (const auto day = read.day_if_given(key)) json[key] = to_text(*day);
    }
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
