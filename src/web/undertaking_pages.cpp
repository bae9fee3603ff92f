// Undertakings: list, one of them with its dossiers, and the form to register or change one.

#include "formats/undertaking_json.h"
#include "usecases/assess_application.h"
#include "usecases/list_undertakings.h"
#include "usecases/register_undertaking.h"
#include "web/application_words.h"
#include "web/forms.h"
#include "web/json_form.h"
#include "web/tables.h"

#include <algorithm>

namespace vierkant::web {

namespace {

using formats::Json;
using Kind = Field::Kind;

/// People know a municipality by its name; the code goes along in files.
void without_codes(reporting::Table& table)
{
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [](const auto& one) { return one.key == "municipality_code"; });
    if (column == table.columns.end()) return;
    const auto at = column - table.columns.begin();
    table.columns.erase(column);
    for (auto& row : table.rows) row.erase(row.begin() + at);
}

http::Response list(Visit& visit)
{
    const auto& sector = visit.request.query["sector"];
    storage::UndertakingFilter filter;
    filter.part = part_asked(visit);
    auto list = usecases::list_undertakings(visit.connection, filter, sector, visit.today);
    if (!list) return refusal_page(visit, list.refusal());
    if (!visit.request.query.has("format")) without_codes(list->tables.front());
    const auto above = visit.may(Right::handle)
                           ? tag("p", {{"class", "doing"}},
                                 tag("a", {{"href", "/undertakings/new"}, {"class", "button"}},
                                     visit.t("Onderneming registreren", "Register an undertaking")),
                                 " ",
                                 tag("a", {{"href", "/undertakings/import"}, {"class", "button"}},
                                     visit.t("Uit een bestand", "From a file")))
                           : Html{};
    return part_page(visit, *list, usecases::count_undertakings(visit.connection, filter, sector), above);
}

Html fact(const std::string& title, const std::string& value)
{
    return value.empty() ? Html{} : tag("div", {}, tag("dt", {}, title), tag("dd", {}, value));
}

std::string municipality_name(const std::string& code)
{
    for (const auto& choice : municipality_choices()) {
        if (choice.value == code) return choice.label.nl;
    }
    return code;
}

Html facts_of(const Visit& visit, const storage::StoredUndertaking& stored)
{
    const auto& one = stored.value;
    const auto& address = one.address;
    Html facts = fact("KvK", one.kvk.text()) + fact("RSIN", one.rsin ? one.rsin->text() : "") +
                 fact(visit.t("Btw-id", "VAT id"), one.vat_id ? one.vat_id->text() : "") +
                 fact("IBAN", one.iban ? one.iban->text() : "") + fact("SBI", one.sbi_main.text()) +
                 fact(visit.t("Adres", "Address"),
                      address.street + " " + address.house_number + ", " + address.postcode + " " + address.place) +
                 fact(visit.t("Gemeente", "Municipality"), municipality_name(address.municipality.text()));
    if (one.figures) {
        facts += fact(visit.t("Arbeidsjaren", "Work units"), std::to_string(one.figures->headcount)) +
                 fact(visit.t("Omzet", "Turnover"), visit.shown(one.figures->turnover)) +
                 fact(visit.t("Balanstotaal", "Balance total"), visit.shown(one.figures->balance_total));
    }
    if (const auto size = parties::size_class(one))
        facts += fact(visit.t("Grootte (EU)", "Size (EU)"), visit.t(parties::word_for(*size)));
    for (const auto& relation : one.relations)
        facts += fact(visit.t("Verbonden met", "Related to"), relation.name + " (KvK " + relation.kvk.text() + ")");
    return tag("dl", {{"class", "facts"}}, facts + fact(visit.t("Versie", "Version"), std::to_string(stored.version)));
}

/// The applications, loans and grants of this undertaking.
Html cases_of(Visit& visit, const storage::StoredUndertaking& stored)
{
    std::vector<Html> items;
    for (const auto& view : usecases::list_applications(visit.connection, {.undertaking = stored.id})) {
        const auto& dossier = view.row.dossier;
        items.push_back(tag("li", {}, http::link("/applications/" + dossier.number, dossier.number),
                            tag("span", {{"class", "detail"}},
                                " " + visit.t(schemes::title_of(view.scheme)) + ", " + visit.shown(dossier.amount) +
                                    ", " + status_in_words(visit, view.status)),
                            view.status == dossiers::Status::awarded
                                ? tag("div", {{"class", "detail"}}, jobs_html(visit, dossier.number))
                                : Html{}));
    }
    return tag("section", {}, tag("h2", {}, visit.t("Aanvragen", "Applications")),
               items.empty() ? tag("p", {{"class", "nothing"}}, visit.t("Nog geen.", "None yet."))
                             : http::element("ul", {{"class", "found"}}, items));
}

http::Response show(Visit& visit)
{
    const auto stored = usecases::show_undertaking(visit.connection, visit.parts["kvk"]);
    if (!stored) return refusal_page(visit, stored.refusal());
    if (visit.request.query["format"] == "json") {
        return download("undertaking-" + stored->value.kvk.text() + ".json", "application/json",
                        formats::undertaking_json(stored->value).dump(2) + "\n");
    }
    const auto here = "/undertakings/" + stored->value.kvk.text();
    const auto doing =
        visit.may(Right::handle)
            ? tag("nav", {{"class", "doing"}, {"aria-label", visit.t("Wat u kunt doen", "What you can do")}},
                  tag("a", {{"href", here + "/change"}, {"class", "button"}}, visit.t("Wijzigen", "Change")), " ",
                  tag("a", {{"href", "/applications/new?applicant=" + stored->value.kvk.text()}, {"class", "button"}},
                      visit.t("Aanvraag registreren", "Register an application")))
            : Html{};
    const auto papers = tag("p", {{"class", "choices"}},
                            http::link(here + "/claim", visit.t("Wat zij verschuldigd is", "What it owes")));
    return page(visit, stored->value.name,
                doing + papers + facts_of(visit, *stored) + cases_of(visit, *stored) +
                    tag("p", {{"class", "exports"}}, visit.t("Bewaar als ", "Save as "),
                        http::link(here + "?format=json", "JSON")));
}

std::vector<Choice> legal_forms()
{
    return {{"bv", {"bv", "private company (bv)"}},
            {"nv", {"nv", "public company (nv)"}},
            {"eenmanszaak", {"eenmanszaak", "sole trader"}},
            {"vof", {"vof", "partnership (vof)"}},
            {"maatschap", {"maatschap", "partnership (maatschap)"}},
            {"cv", {"cv", "limited partnership (cv)"}},
            {"cooperatie", {"coöperatie", "cooperative"}},
            {"stichting", {"stichting", "foundation"}},
            {"vereniging", {"vereniging", "association"}},
            {"buitenlands", {"buitenlandse rechtsvorm", "foreign legal form"}}};
}

std::vector<Field> all_fields(bool change)
{
    std::vector<Field> fields{
        {"name", {"Naam", "Name"}, Kind::text, true},
        {"kvk",
         {"KvK-nummer", "Trade register number"},
         change ? Kind::hidden : Kind::text,
         true,
         {"8 cijfers.", "8 digits."}},
        {"rsin", {"RSIN", "RSIN"}, Kind::text},
        {"vat_id", {"Btw-id", "VAT id"}, Kind::text},
        {"iban", {"IBAN", "IBAN"}, Kind::text, false, {"Hierop wordt uitbetaald.", "Paid out to this account."}},
        {"legal_form", {"Rechtsvorm", "Legal form"}, Kind::select, true, {}, legal_forms()},
        {"sbi_version",
         {"SBI-versie", "SBI version"},
         Kind::select,
         true,
         {},
         {{"2008", {"2008", "2008"}}, {"2025", {"2025", "2025"}}}},
        {"sbi_main",
         {"Hoofdactiviteit (SBI)", "Main activity (SBI)"},
         Kind::text,
         true,
         {"Zoals 22.29.", "Such as 22.29."}},
        {"sbi_side",
         {"Nevenactiviteiten (SBI)", "Side activities (SBI)"},
         Kind::text,
         false,
         {"Gescheiden door spaties.", "Separated by spaces."}},
        {"address.street", {"Straat", "Street"}, Kind::text, true},
        {"address.house_number", {"Huisnummer", "House number"}, Kind::text, true},
        {"address.postcode", {"Postcode", "Postcode"}, Kind::text, true},
        {"address.place", {"Plaats", "Place"}, Kind::text, true},
        {"address.municipality", {"Gemeente", "Municipality"}, Kind::select, true, {}, municipality_choices()},
        {"figures.headcount",
         {"Arbeidsjaren", "Work units"},
         Kind::number,
         false,
         {"Uit de laatst vastgestelde jaarrekening.", "Of the last approved accounts."}},
        {"figures.turnover", {"Omzet", "Turnover"}, Kind::money},
        {"figures.balance_total", {"Balanstotaal", "Balance total"}, Kind::money},
        {"road_freight_for_hire",
         {"Vervoert goederen over de weg voor anderen", "Carries goods by road for others"},
         Kind::checkbox},
        {"insolvent", {"Verkeert in een insolventieprocedure", "Is in insolvency proceedings"}, Kind::checkbox},
        {"held_by_public_bodies",
         {"Is voor 25 % of meer van overheden", "Is held by public bodies for 25 % or more"},
         Kind::checkbox},
        {"has_primary_agriculture",
         {"Ook actief in landbouw of visserij", "Also active in agriculture or fishery"},
         Kind::checkbox}};
    if (change) {
        // Groups and the version that the form began with go along unseen.
        fields.push_back({"relations", {}, Kind::hidden});
        fields.push_back({"version", {}, Kind::hidden});
    }
    return fields;
}

std::string spelled(const Json& value)
{
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "";
    if (value.is_number()) return std::to_string(value.get<std::int64_t>());
    if (value.is_array()) {
        std::string words;
        for (const auto& one : value) words += (words.empty() ? "" : " ") + one.get<std::string>();
        return words;
    }
    return value.get<std::string>();
}

std::vector<Field> filled(const Visit& visit, const storage::StoredUndertaking& stored)
{
    const auto json = formats::undertaking_json(stored.value);
    auto fields = all_fields(true);
    for (auto& field : fields) {
        if (field.name == "version") {
            field.initial = std::to_string(stored.version);
            continue;
        }
        if (field.name == "relations") {
            field.initial = json.contains("relations") ? json["relations"].dump() : "";
            continue;
        }
        const auto dot = field.name.find('.');
        const auto* at = &json;
        if (dot != std::string::npos)
            at = at->contains(field.name.substr(0, dot)) ? &at->at(field.name.substr(0, dot)) : nullptr;
        const auto key = dot == std::string::npos ? field.name : field.name.substr(dot + 1);
        if (at == nullptr || !at->contains(key)) continue;
        field.initial = spelled(at->at(key));
        if (field.kind == Kind::money) field.initial = visit.shown(parse_money(field.initial).value_or(Money{}));
    }
    return fields;
}

/// The form as the JSON that the use case reads.
Json json_of(Reader& read)
{
    Json json;
    for (const auto* key : {"name", "kvk", "rsin", "vat_id", "iban", "legal_form", "sbi_version", "sbi_main"})
        put_text(json, key, read.text(key));
    Json side = Json::array();
    for (const auto& word : words_in(read.text("sbi_side"))) side.push_back(word);
    if (!side.empty()) json["sbi_side"] = side;
    for (const auto* key : {"street", "house_number", "postcode", "place", "municipality"})
        put_text(json["address"], key, read.text(std::string{"address."} + key));
    const bool any_figure =
        read.has("figures.headcount") || read.has("figures.turnover") || read.has("figures.balance_total");
    if (any_figure) {
        json["figures"] = {{"headcount", read.number("figures.headcount")},
                           {"turnover", to_text(read.money("figures.turnover"))},
                           {"balance_total", to_text(read.money("figures.balance_total"))}};
    }
    for (const auto* key : {"road_freight_for_hire", "insolvent", "held_by_public_bodies", "has_primary_agriculture"})
        json[key] = read.has(key);
    if (read.has("relations")) {
        auto relations = Json::parse(read.text("relations"), nullptr, false);
        if (relations.is_array()) json["relations"] = std::move(relations);
    }
    return json;
}

Result<std::string> add(Visit& visit, Reader& read)
{
    const auto json = json_of(read);
    if (read.failed()) return read.refusal();
    const auto stored =
        usecases::add_undertaking(visit.connection, visit.task("undertaking add"), json.dump(), json_source);
    if (!stored) return at_field(visit, read, all_fields(false), stored.refusal());
    return stored->value.name + visit.t(" is geregistreerd.", " is registered.");
}

Result<std::string> change(Visit& visit, Reader& read)
{
    const auto json = json_of(read);
    if (read.failed()) return read.refusal();
    const auto seen = read.number("version");
    if (read.failed()) return read.refusal();
    const auto stored = usecases::change_undertaking(visit.connection, visit.task("undertaking change"), json.dump(),
                                                     json_source, seen);
    if (!stored) return at_field(visit, read, all_fields(true), stored.refusal());
    return stored->value.name + visit.t(" is gewijzigd.", " is changed.");
}

}  // namespace

std::vector<Route> undertaking_routes()
{
    std::vector<Route> routes{{http::Method::get, "/undertakings", Right::read, list}};
    add_action(routes, {"/undertakings/new",
                        Right::handle,
                        {"Onderneming registreren", "Register an undertaking"},
                        {"Registreren", "Register"},
                        [](Visit&) { return all_fields(false); },
                        add});
    routes.push_back({http::Method::get, "/undertakings/{kvk}", Right::read, show});
    add_action(routes, {"/undertakings/{kvk}/change",
                        Right::handle,
                        {"Onderneming wijzigen", "Change an undertaking"},
                        {"Wijzigen", "Change"},
                        [](Visit& visit) {
                            const auto stored = usecases::show_undertaking(visit.connection, visit.parts["kvk"]);
                            return stored ? filled(visit, *stored) : std::vector<Field>{};
                        },
                        change,
                        [](Visit& visit) { return tag("p", {}, "KvK " + visit.parts["kvk"]); }});
    return routes;
}

}  // namespace vierkant::web
