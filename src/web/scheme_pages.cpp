// Schemes: their editions with validity and parameters; a new edition, from a form or from a file.

#include "storage/dossier_store.h"
#include "usecases/register_scheme.h"
#include "usecases/report_codes.h"
#include "web/json_form.h"
#include "web/messages.h"
#include "web/scheme_document.h"
#include "web/scheme_words.h"
#include "web/tables.h"
#include "web/uploads.h"

#include <array>
#include <map>
#include <span>

namespace vierkant::web {

namespace {

using formats::Json;
using Kind = Field::Kind;
using reporting::Column;
using reporting::ColumnType;
using reporting::Table;

http::Response list(Visit& visit)
{
    // An edition leads to its page by its code and first day, and is called by its name.
    Column edition{"edition", {"Regeling", "Scheme"}};
    reporting::CodeTitles::Map titles;
    std::vector<reporting::Cells> rows;
    for (const auto& scheme : storage::scheme_editions(visit.connection)) {
        const auto name = scheme.code + "/" + to_text(scheme.from);
        titles[name] = {scheme.title_nl, scheme.title_en};
        rows.push_back({name, scheme.fund, to_text(scheme.from),
                        scheme.until ? reporting::Cell{to_text(*scheme.until)} : reporting::Cell{},
                        scheme.amount_least.value.in_cents(), scheme.amount_most.value.in_cents()});
    }
    edition.codes = std::move(titles);
    Table table{"schemes",
                {"Regelingen", "Schemes"},
                {std::move(edition),
                 {"fund", {"Fonds", "Fund"}},
                 {"from", {"Vanaf", "From"}, ColumnType::date},
                 {"until", {"Tot en met", "Until"}, ColumnType::date},
                 {"least", {"Minimum", "Minimum"}, ColumnType::money},
                 {"most", {"Maximum", "Maximum"}, ColumnType::money}},
                std::move(rows),
                {}};
    Html doing;
    if (visit.may(Right::administer))
        doing = tag("p", {{"class", "doing"}},
                    tag("a", {{"href", "/schemes/import"}, {"class", "button"}},
                        visit.t("Uitgave uit een bestand", "Edition from a file")));
    return list_page(visit, {"schemes", {"Regelingen", "Schemes"}, visit.today, {}, {std::move(table)}}, doing);
}

/// The document that holds on a day.
std::optional<Json> document_on(Visit& visit, const std::string& code, Date day)
{
    const auto text = storage::scheme_document(visit.connection, code, day);
    if (!text) return std::nullopt;
    auto json = Json::parse(*text, nullptr, false);
    return json.is_object() ? std::optional{std::move(json)} : std::nullopt;
}

std::string text_in(const Json& json, const char* key)
{
    return json.contains(key) && json.at(key).is_string() ? json.at(key).get<std::string>() : std::string{};
}

/// What holds, and what it rests on.
Html parameters_html(const Visit& visit, const Json& document, const reporting::CodeLists& codes)
{
    const auto title = visit.t("Wat er geldt", "What holds");
    const auto head = [&](const char* nl, const char* en) { return tag("th", {{"scope", "col"}}, visit.t(nl, en)); };
    std::vector<Html> rows;
    for (const auto& one : parameters_of(document))
        rows.push_back(tag("tr", {}, tag("th", {{"scope", "row"}}, visit.t(one.name)),
                           tag("td", {{"class", "said"}}, value_html(visit, one, codes)),
                           tag("td", {{"class", "said"}}, source_in_words(document, one.source, visit.language))));
    return tag("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", title}},
               tag("table", {}, tag("caption", {}, title),
                   tag("thead", {},
                       tag("tr", {}, head("Wat", "What"), head("Waarde", "Value"),
                           head("Waarop het rust", "What it rests on"))),
                   http::element("tbody", {}, rows)));
}

http::Response show(Visit& visit)
{
    const auto& code = visit.parts["scheme"];
    const auto day = read_day(visit.parts["from"]);
    const auto text = day ? storage::scheme_document(visit.connection, code, *day) : std::nullopt;
    const auto found = text ? document_on(visit, code, *day) : std::nullopt;
    if (!found) return not_found(visit);
    const auto& json = *found;
    if (visit.request.query["format"] == "json")
        return download(code + "-" + text_in(json, "from") + ".json", "application/json", *text);
    const auto codes = usecases::report_codes(visit.connection);
    const auto fact = [&](const char* nl, const char* en, const std::string& value) {
        return value.empty() ? Html{} : tag("div", {}, tag("dt", {}, visit.t(nl, en)), tag("dd", {}, value));
    };
    const auto title = [&](const char* list, const std::string& written) {
        const auto titles = codes.find(list);
        if (titles == codes.end() || !titles->second.contains(written)) return written;
        return titles->second.at(written).in(visit.language);
    };
    const auto shown_day = [&](const std::string& written) {
        const auto one = read_day(written);
        return one ? visit.shown(*one) : written;
    };
    const auto measure = text_in(json, "measure");
    const auto facts =
        tag("dl", {{"class", "facts"}}, fact("Fonds", "Fund", title("fund", text_in(json, "fund"))),
            fact("Maatregel", "Measure", measure.empty() ? measure : measure + " " + title("measure", measure)),
            fact("Geldt voor aanvragen vanaf", "Holds for applications from", shown_day(text_in(json, "from"))),
            fact("Tot en met", "Until", shown_day(text_in(json, "until"))), fact("Code", "Code", code));
    Html doing;
    if (visit.may(Right::administer))
        doing =
            tag("p", {{"class", "doing"}},
                tag("a", {{"href", "/schemes/" + code + "/" + visit.parts["from"] + "/successor"}, {"class", "button"}},
                    visit.t("Nieuwe uitgave maken", "Make a new edition")));
    return page(visit, text_in(json, visit.language == Language::nl ? "title_nl" : "title_en"),
                doing + facts + parameters_html(visit, json, codes) +
                    tag("p", {{"class", "exports"}}, visit.t("Bewaar als ", "Save as "),
                        http::link(visit.request.path + "?format=json", "JSON")));
}

// A new edition

/// What an edition says otherwise than the one before it.
Html difference_html(Visit& visit, const Json& before, const Json& after)
{
    const auto codes = usecases::report_codes(visit.connection);
    std::map<std::string, SchemeParameter> was;
    for (const auto& one : parameters_of(before)) was.emplace(one.key, one);
    std::vector<Html> rows;
    const auto add = [&](const Word& name, const Html& old, const Html& now) {
        rows.push_back(tag("tr", {}, tag("th", {{"scope", "row"}}, visit.t(name)), tag("td", {{"class", "said"}}, old),
                           tag("td", {{"class", "said"}}, now)));
    };
    for (const auto& one : parameters_of(after)) {
        const auto old = was.find(one.key);
        const bool same = old != was.end() && old->second.value == one.value;
        if (!same)
            add(one.name, old == was.end() ? Html{} : value_html(visit, old->second, codes),
                value_html(visit, one, codes));
        if (old != was.end()) was.erase(old);
    }
    for (const auto& [key, one] : was) add(one.name, value_html(visit, one, codes), Html{});
    const auto title = visit.t("Wat verandert", "What changes");
    if (rows.empty())
        return tag(
            "section", {}, tag("h2", {}, title),
            tag("p", {{"class", "nothing"}}, visit.t("De regels blijven gelijk.", "The rules stay as they are.")));
    const auto head = [&](const char* nl, const char* en) { return tag("th", {{"scope", "col"}}, visit.t(nl, en)); };
    return tag("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", title}},
               tag("table", {}, tag("caption", {}, title),
                   tag("thead", {}, tag("tr", {}, head("Wat", "What"), head("Nu", "Now"), head("Straks", "Then"))),
                   http::element("tbody", {}, rows)));
}

Result<Effect> weigh(Visit& visit, const std::string& text, const std::string& source)
{
    const auto scheme = usecases::check_scheme(visit.connection, text, source);
    if (!scheme) return scheme.refusal();
    const auto before = document_on(visit, scheme->code, scheme->from);
    const auto words = visit.t(schemes::title_of(*scheme)) +
                       visit.t(": geldt voor aanvragen die binnenkomen vanaf ", ": for applications received from ") +
                       visit.shown(scheme->from) +
                       visit.t(". Lopende dossiers houden hun uitgave.", " on. Dossiers keep the edition they have.");
    return Effect{tag("p", {}, words),
                  difference_html(visit, before.value_or(Json::object()), Json::parse(text, nullptr, false))};
}

Result<std::string> keep(Visit& visit, const std::string& text, const std::string& source)
{
    const auto scheme = usecases::register_scheme(visit.connection, visit.task("scheme add"), text, source);
    if (!scheme) return scheme.refusal();
    return visit.t(schemes::title_of(*scheme)) + visit.t(": uitgave vanaf ", ": edition from ") +
           visit.shown(scheme->from) + visit.t(" is vastgelegd.", " is kept.");
}

Result<std::string> document_sent(const Visit& visit, Reader& read)
{
    const auto file = uploaded(visit, "file");
    if (!file) {
        read.wrong("file", visit.t(file_missing));
        return read.refusal();
    }
    return file->content;
}

template <class T>
Result<T> at_file(const Visit& visit, Reader& read, Result<T> done)
{
    if (!done) read.wrong("file", words_of(visit, done.refusal()));
    return done;
}

// From a form: the parameters that are one value, the rest as it was

std::string field_name(const std::string& key)
{
    return "parameter." + key;
}

std::optional<Json> base_of(Visit& visit)
{
    const auto day = read_day(visit.parts["from"]);
    return day ? document_on(visit, visit.parts["scheme"], *day) : std::nullopt;
}

Field field_of(const Visit& visit, const SchemeParameter& one)
{
    using Typed = SchemeParameter::Kind;
    Field field{field_name(one.key), one.name, Kind::text, true, {}, {}, value_typed(visit, one)};
    if (one.kind == Typed::money) field.kind = Kind::money;
    if (one.kind == Typed::decimal) field.kind = Kind::percent;
    if (one.kind == Typed::number) field.kind = Kind::number;
    if (one.kind != Typed::choice) return field;
    field.kind = Kind::select;
    static constexpr std::array sizes{"micro", "small", "medium", "large"};
    static constexpr std::array grounds{"de-minimis", "sme-investment-or-de-minimis"};
    const auto known =
        one.key == "largest" ? std::span<const char* const>{sizes} : std::span<const char* const>{grounds};
    for (const auto* code : known) field.choices.push_back({code, word_of_value(code).value_or(Word{code, code})});
    return field;
}

std::vector<Field> successor_fields(Visit& visit)
{
    std::vector<Field> fields{
        {"from",
         {"Geldt voor aanvragen vanaf", "Holds for applications from"},
         Kind::date,
         true,
         {},
         {},
         to_text(add_months(first_of_month(visit.today), 1))},
        {"until", {"Tot en met", "Until"}, Kind::date, false, {"Leeg: zonder einde.", "Empty: without end."}}};
    const auto base = base_of(visit);
    if (!base) return fields;
    for (const auto& one : parameters_of(*base)) {
        if (one.can_be_typed()) fields.push_back(field_of(visit, one));
    }
    fields.push_back({"source",
                      {"Waarop de wijziging rust", "What the change rests on"},
                      Kind::text,
                      true,
                      {"Besluit of artikel; het komt bij elke waarde die u wijzigt.",
                       "Decision or article; it goes with each value that you change."}});
    return fields;
}

/// The base with what was typed; a value that changed rests on the new source.
Result<std::string> successor_of(Visit& visit, Reader& read)
{
    const auto base = base_of(visit);
    if (!base) return refuse(scheme_missing, {{"scheme", visit.parts["scheme"]}});
    auto json = *base;
    const auto from = read.day("from");
    const auto source = read.required("source");
    json["from"] = to_text(from);
    json.erase("until");
    if (const auto until = read.day_if_given("until")) json["until"] = to_text(*until);
    const auto name = "edition-" + to_text(from);
    bool changed = false;
    for (const auto& one : parameters_of(*base)) {
        if (!one.can_be_typed()) continue;
        const auto typed = read.required(field_name(one.key));
        const auto written = value_written(visit, one, typed);
        const bool number = one.kind == SchemeParameter::Kind::number;
        if (typed.empty() || written == (number ? one.value.dump() : one.value.get<std::string>())) continue;
        auto& parameter = json[one.key];
        if (number) {
            parameter["value"] = read.number(field_name(one.key));
        } else {
            parameter["value"] = written;
        }
        parameter["source"] = name;
        changed = true;
    }
    if (changed) json["sources"].push_back({{"name", name}, {"nl", source}, {"en", source}});
    if (read.failed()) return read.refusal();
    return json.dump(2);
}

/// "/amount_most/value" of the document is the field of amount_most.
Refusal at_parameter(Visit& visit, Reader& read, const Refusal& refusal)
{
    for (const auto& field : successor_fields(visit)) {
        const auto dot = field.name.find('.');
        const auto key = dot == std::string::npos ? field.name : field.name.substr(dot + 1);
        if (refusal.where.find("/" + key) == std::string::npos) continue;
        auto plain = refusal;
        plain.where.clear();
        read.wrong(field.name, words_of(visit, plain));
        return refusal;
    }
    return refusal;
}

/// "Investeringslening vanaf 01-01-2024"
std::string in_words(Visit& visit)
{
    const auto base = base_of(visit);
    const auto day = read_day(visit.parts["from"]);
    return (base ? text_in(*base, visit.language == Language::nl ? "title_nl" : "title_en") : visit.parts["scheme"]) +
           visit.t(" vanaf ", " from ") + (day ? visit.shown(*day) : visit.parts["from"]);
}

void add_successor(std::vector<Route>& routes)
{
    Action action{"/schemes/{scheme}/{from}/successor",
                  Right::administer,
                  {"Nieuwe uitgave van een regeling", "New edition of a scheme"},
                  {"Vastleggen", "Keep"},
                  successor_fields,
                  [](Visit& visit, Reader& read) -> Result<std::string> {
                      const auto text = successor_of(visit, read);
                      if (!text) return text.refusal();
                      auto kept = keep(visit, *text, json_source);
                      if (!kept) return at_parameter(visit, read, kept.refusal());
                      return kept;
                  },
                  [](Visit& visit) {
                      return tag("p", {},
                                 visit.t("Begint bij de uitgave: ", "Begins with the edition: ") + in_words(visit) +
                                     visit.t(". Aanbod en brieven wijzigt u met een bestand.",
                                             ". Offer and letters are changed with a file."));
                  },
                  "/schemes"};
    action.effect = [](Visit& visit, Reader& read) -> Result<Effect> {
        const auto text = successor_of(visit, read);
        if (!text) return text.refusal();
        auto effect = weigh(visit, *text, json_source);
        if (!effect) return at_parameter(visit, read, effect.refusal());
        return effect;
    };
    add_action(routes, std::move(action));
}

void add_import(std::vector<Route>& routes)
{
    Action action{"/schemes/import",
                  Right::administer,
                  {"Uitgave uit een bestand", "Edition from a file"},
                  {"Vastleggen", "Keep"},
                  [](Visit&) {
                      return std::vector<Field>{{"file",
                                                 {"Bestand (JSON)", "File (JSON)"},
                                                 Kind::file,
                                                 true,
                                                 {"Bewaar een uitgave als JSON, wijzig haar, en lees haar hier in.",
                                                  "Save an edition as JSON, change it, and import it here."}}};
                  },
                  [](Visit& visit, Reader& read) -> Result<std::string> {
                      const auto text = document_sent(visit, read);
                      if (!text) return text.refusal();
                      return at_file(visit, read, keep(visit, *text, "bestand"));
                  },
                  {},
                  "/schemes",
                  true};
    action.effect = [](Visit& visit, Reader& read) -> Result<Effect> {
        const auto text = document_sent(visit, read);
        if (!text) return text.refusal();
        return at_file(visit, read, weigh(visit, *text, "bestand"));
    };
    add_action(routes, std::move(action));
}

}  // namespace

std::vector<Route> scheme_routes()
{
    std::vector<Route> routes{{http::Method::get, "/schemes", Right::signed_in, list}};
    add_import(routes);
    routes.push_back({http::Method::get, "/schemes/{scheme}/{from}", Right::signed_in, show});
    add_successor(routes);
    return routes;
}

}  // namespace vierkant::web
