// The form of an application: checked rule by rule as often as wanted, registered when it is right.

#include "domain/schemes/application.h"
#include "storage/dossier_store.h"
#include "usecases/assess_application.h"
#include "usecases/reference_data.h"
#include "usecases/register_application.h"
#include "web/http/parse.h"
#include "web/json_form.h"
#include "web/verdict_html.h"

#include <functional>
#include <map>

namespace vierkant::web {

namespace {

using formats::Json;
using Kind = Field::Kind;
using schemes::Instrument;

constexpr int plan_lines = 6;
constexpr int job_lines = 6;
constexpr int aid_lines = 3;

/// The schemes that can be asked for today.
std::map<std::string, schemes::Scheme> schemes_of_today(Visit& visit)
{
    std::map<std::string, schemes::Scheme> found;
    const auto editions = storage::scheme_editions(visit.connection);
    for (const auto& edition : editions) {
        if (const auto scheme = schemes::edition_on(editions, edition.code, visit.today))
            found.emplace(edition.code, *scheme);
    }
    return found;
}

/// The scheme chosen: in the form, in the address, or the first.
std::optional<schemes::Scheme> chosen_scheme(Visit& visit)
{
    const auto known = schemes_of_today(visit);
    const auto& code =
        visit.request.method == http::Method::post ? visit.form.fields["scheme"] : visit.request.query["scheme"];
    const auto found = known.find(code);
    if (found == known.end()) return std::nullopt;
    return found->second;
}

std::string at(const std::string& list, int i, const std::string& key)
{
    return list + "." + std::to_string(i) + "." + key;
}

std::vector<Choice> with_none(std::vector<Choice> choices)
{
    choices.insert(choices.begin(), Choice{"", {"-", "-"}});
    return choices;
}

std::vector<Choice> level_choices()
{
    std::vector<Choice> choices;
    for (const auto& level : usecases::reference_tables().levels)
        choices.push_back({level.code, {level.title_nl, level.title_en}});
    return with_none(std::move(choices));
}

std::vector<Choice> target_group_choices(const Visit& visit)
{
    const auto& groups = usecases::reference_tables().target_groups;
    return with_none(choices_in_words(visit, "target_group", {groups.begin(), groups.end()}));
}

Word numbered(const char* nl, const char* en, int i)
{
    return {std::string{nl} + " " + std::to_string(i + 1), std::string{en} + " " + std::to_string(i + 1)};
}

Field choice(std::string name, Word label, std::vector<Choice> choices)
{
    return {std::move(name), std::move(label), Kind::select, false, {}, std::move(choices)};
}

/// Puts a field in the row of its line.
void add_in_row(std::vector<Field>& fields, Word row, Field field)
{
    field.row = std::move(row);
    fields.push_back(std::move(field));
}

void add_plan(const Visit& visit, std::vector<Field>& fields, const schemes::Scheme& scheme)
{
    const auto categories = choices_in_words(visit, "category", schemes::categories_of(scheme));
    for (int i = 0; i < plan_lines; ++i) {
        const auto row = numbered("Kosten", "Cost", i);
        const auto name = [&](const char* key) { return at("investment_plan", i, key); };
        add_in_row(fields, row, {name("description"), {"Wat", "What"}, Kind::text, i == 0});
        add_in_row(fields, row, {name("amount"), {"Bedrag", "Amount"}, Kind::money, i == 0});
        if (categories.empty()) continue;
        add_in_row(fields, row, choice(name("category"), {"Kostensoort", "Category"}, with_none(categories)));
    }
    fields.push_back({"financing.own",
                      {"Eigen inbreng", "Own contribution"},
                      Kind::money,
                      true,
                      {"Het gevraagde bedrag, eigen inbreng, bank en overig zijn samen de kosten.",
                       "The amount asked, own contribution, bank and other are the cost together."}});
    fields.push_back({"financing.bank", {"Bank", "Bank"}, Kind::money});
    fields.push_back(
        {"financing.other", {"Overig", "Other"}, Kind::money, false, {"Ook andere steun.", "Other support too."}});
}

void add_jobs(const Visit& visit, std::vector<Field>& fields)
{
    const auto groups = target_group_choices(visit);
    const std::vector<Choice> kinds{{"made", {"nieuw", "made"}}, {"kept", {"behouden", "kept"}}};
    for (int i = 0; i < job_lines; ++i) {
        const auto row = numbered("Banen", "Jobs", i);
        const auto name = [&](const char* key) { return at("jobs", i, key); };
        add_in_row(fields, row, {name("jobs"), {"Aantal", "Number"}, Kind::number});
        add_in_row(fields, row, choice(name("kind"), {"Soort", "Kind"}, kinds));
        add_in_row(fields, row, choice(name("level"), {"Niveau", "Level"}, level_choices()));
        add_in_row(fields, row, choice(name("target_group"), {"Doelgroep", "Target group"}, groups));
        add_in_row(fields, row, {name("hours"), {"Uren per week samen", "Hours a week together"}, Kind::money});
    }
}

void add_own_of_scheme(std::vector<Field>& fields, const schemes::Scheme& scheme)
{
    const bool loan = scheme.instrument == Instrument::loan || scheme.instrument == Instrument::proof_production_loan;
    if (loan) {
        fields.push_back({"term_months",
                          {"Looptijd in maanden", "Term in months"},
                          Kind::number,
                          false,
                          {"Leeg: die van de regeling.", "Empty: that of the scheme."}});
        fields.push_back({"collateral", {"Door zekerheden gedekt (%)", "Covered by collateral (%)"}, Kind::percent});
        fields.push_back({"rating",
                          {"Kredietwaardigheid", "Creditworthiness"},
                          Kind::select,
                          false,
                          {},
                          with_none({{"strong", {"sterk", "strong"}},
                                     {"good", {"goed", "good"}},
                                     {"satisfactory", {"voldoende", "satisfactory"}},
                                     {"weak", {"zwak", "weak"}},
                                     {"bad", {"slecht", "bad"}},
                                     {"none", {"starter zonder verleden", "start-up without history"}}})});
        for (auto& field : drawing_fields()) fields.push_back(std::move(field));
    }
    if (scheme.instrument == Instrument::grant_per_worker) {
        fields.push_back({"workers", {"Werknemers die terugkomen", "Workers brought back"}, Kind::number, true});
        fields.push_back({"work_comes_from",
                          {"Land waar het werk nu gebeurt", "Country where the work is done now"},
                          Kind::text,
                          true,
                          {"Twee letters, zoals CN.", "Two letters, such as CN."}});
    }
    if (scheme.instrument == Instrument::investment_premium)
        fields.push_back({"foreign_parent",
                          {"Land van de moeder", "Country of the parent"},
                          Kind::text,
                          false,
                          {"Twee letters, zoals DE.", "Two letters, such as DE."}});
}

void add_aid(std::vector<Field>& fields)
{
    const std::vector<Choice> answers{
        {"", {"nog niet bekend", "not known yet"}}, {"no", {"nee", "no"}}, {"yes", {"ja", "yes"}}};
    fields.push_back({"double_funding",
                      {"Andere steun voor dezelfde kosten", "Other support for the same cost"},
                      Kind::select,
                      false,
                      {},
                      answers});
    fields.push_back({"in_difficulty",
                      {"Onderneming in moeilijkheden", "Undertaking in difficulty"},
                      Kind::select,
                      false,
                      {},
                      answers});
    fields.push_back({"declared",
                      {"De-minimisverklaring ontvangen", "De minimis declaration received"},
                      Kind::checkbox,
                      false,
                      {"Vink aan, ook als er geen steun was; vul anders hieronder in wat anderen gaven.",
                       "Tick also where there was no aid; fill in below what others gave."}});
    const std::vector<Choice> regulations{
        {"2023/2831", {"2023/2831", "2023/2831"}}, {"1407/2013", {"1407/2013", "1407/2013"}},
        {"1408/2013", {"1408/2013", "1408/2013"}}, {"717/2014", {"717/2014", "717/2014"}},
        {"2023/2832", {"2023/2832", "2023/2832"}}, {"360/2012", {"360/2012", "360/2012"}}};
    for (int i = 0; i < aid_lines; ++i) {
        const auto row = numbered("Steun", "Aid", i);
        const auto name = [&](const char* key) { return at("de_minimis_aid", i, key); };
        add_in_row(fields, row, {name("amount"), {"Bedrag", "Amount"}, Kind::money});
        add_in_row(fields, row, {name("awarded_on"), {"Verleend op", "Awarded on"}, Kind::date});
        add_in_row(fields, row, choice(name("regulation"), {"Verordening", "Regulation"}, regulations));
    }
}

std::vector<Field> fields_of(const Visit& visit, const schemes::Scheme& scheme)
{
    std::vector<Field> fields{
        {"scheme", {}, Kind::hidden, false, {}, {}, scheme.code},
        {"applicant", {"KvK-nummer van de aanvrager", "Trade register number of the applicant"}, Kind::text, true},
        {"purpose",
         {"Doel", "Purpose"},
         Kind::text,
         true,
         {"Een regel; geen namen van personen.", "One line; no names of persons."}},
        {"received_on",
         {"Ontvangen op", "Received on"},
         Kind::date,
         true,
         {"Deze dag bepaalt welke regels gelden.", "This day decides which rules hold."},
         {},
         to_text(visit.today)},
        {"starts_on", {"Project begint op", "Project starts on"}, Kind::date},
        {"municipality",
         {"Gemeente waar de banen komen", "Municipality where the jobs arise"},
         Kind::select,
         true,
         {},
         municipality_choices()},
        {"amount", {"Gevraagd bedrag", "Amount asked"}, Kind::money, true}};
    add_plan(visit, fields, scheme);
    add_jobs(visit, fields);
    add_own_of_scheme(fields, scheme);
    add_aid(fields);
    return fields;
}

void put_money(Json& json, const std::string& key, Reader& read, const std::string& name)
{
    if (const auto amount = read.money_if_given(name)) json[key] = to_text(*amount);
}

void put_number(Json& json, const std::string& key, Reader& read, const std::string& name)
{
    if (read.has(name)) json[key] = read.number(name);
}

void put_day(Json& json, const std::string& key, Reader& read, const std::string& name)
{
    if (const auto day = read.day_if_given(name)) json[key] = to_text(*day);
}

void put_answer(Json& json, const std::string& key, Reader& read)
{
    if (read.has(key)) json[key] = read.text(key) == "yes";
}

/// Lines that were filled in; each has its place in the form kept, so that an error finds its field.
Json lines_of(Reader& read, const std::string& list, int most, const std::string& telling, std::vector<int>& places,
              const std::function<void(Json&, int)>& fill)
{
    auto lines = Json::array();
    for (int i = 0; i < most; ++i) {
        if (!read.has(at(list, i, telling))) continue;
        Json line;
        fill(line, i);
        lines.push_back(std::move(line));
        places.push_back(i);
    }
    return lines;
}

struct Sent {
    Json json;
    std::map<std::string, std::vector<int>> places;
};

Sent sent(const Visit& visit, Reader& read)
{
    Sent result;
    auto& [json, places] = result;
    for (const auto* key :
         {"scheme", "applicant", "purpose", "municipality", "rating", "work_comes_from", "foreign_parent"})
        put_text(json, key, read.text(key));
    put_day(json, "received_on", read, "received_on");
    put_day(json, "starts_on", read, "starts_on");
    put_money(json, "amount", read, "amount");
    json["investment_plan"] =
        lines_of(read, "investment_plan", plan_lines, "description", places["investment_plan"], [&](Json& line, int i) {
            put_text(line, "description", read.text(at("investment_plan", i, "description")));
            put_money(line, "amount", read, at("investment_plan", i, "amount"));
            put_text(line, "category", read.text(at("investment_plan", i, "category")));
        });
    json["financing"] = Json::object();
    for (const auto* key : {"own", "bank", "other"})
        put_money(json["financing"], key, read, std::string{"financing."} + key);
    json["jobs"] = lines_of(read, "jobs", job_lines, "jobs", places["jobs"], [&](Json& line, int i) {
        put_number(line, "jobs", read, at("jobs", i, "jobs"));
        for (const auto* key : {"kind", "level", "target_group"}) put_text(line, key, read.text(at("jobs", i, key)));
        put_money(line, "hours", read, at("jobs", i, "hours"));
    });
    put_number(json, "term_months", read, "term_months");
    put_number(json, "workers", read, "workers");
    if (read.has("collateral")) json["collateral"] = to_percent_text(read.percent("collateral"));
    put_answer(json, "double_funding", read);
    put_answer(json, "in_difficulty", read);
    auto aid = lines_of(read, "de_minimis_aid", aid_lines, "amount", places["de_minimis_aid"], [&](Json& line, int i) {
        put_money(line, "amount", read, at("de_minimis_aid", i, "amount"));
        put_day(line, "awarded_on", read, at("de_minimis_aid", i, "awarded_on"));
        put_text(line, "regulation", read.text(at("de_minimis_aid", i, "regulation")));
    });
    put_drawing(json, visit, read);
    if (read.has("declared") || !aid.empty()) json["de_minimis_aid"] = std::move(aid);
    return result;
}

/// "/jobs/0/level" is about the first line that was filled in, which may be the third of the form.
Refusal placed(Refusal refusal, const std::map<std::string, std::vector<int>>& places)
{
    for (const auto& [list, lines] : places) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto from = "/" + list + "/" + std::to_string(i) + "/";
            const auto found = refusal.where.find(from);
            if (found == std::string::npos) continue;
            refusal.where.replace(found, from.size(), "/" + list + "/" + std::to_string(lines[i]) + "/");
            return refusal;
        }
    }
    return refusal;
}

Html choose_scheme(Visit& visit)
{
    std::vector<Html> items;
    const auto& applicant = visit.request.query["applicant"];
    for (const auto& [code, scheme] : schemes_of_today(visit)) {
        http::Fields query;
        query.add("scheme", code);
        if (!applicant.empty()) query.add("applicant", applicant);
        items.push_back(
            tag("li", {},
                tag("h2", {},
                    http::link("/applications/new?" + http::urlencoded(query), visit.t(schemes::title_of(scheme)))),
                tag("p", {{"class", "detail"}},
                    visit.shown(scheme.amount_least.value) + " - " + visit.shown(scheme.amount_most.value))));
    }
    return tag("p", {}, visit.t("Onder welke regeling?", "Under which scheme?")) +
           http::element("ul", {{"class", "cards"}}, items);
}

Html two_buttons(const Visit& visit)
{
    return tag("div", {{"class", "buttons"}},
               tag("button", {{"type", "submit"}, {"name", "do"}, {"value", "check"}, {"class", "secondary"}},
                   visit.t("Toets aan de regels", "Check against the rules")),
               " ",
               tag("button", {{"type", "submit"}, {"name", "do"}, {"value", "register"}, {"class", "primary"}},
                   visit.t("Registreer", "Register")));
}

http::Response form_page(Visit& visit, const schemes::Scheme& scheme, const FormErrors& errors, const Html& verdict)
{
    FormView form{"/applications/new", fields_of(visit, scheme), {}, errors};
    form.buttons = two_buttons(visit);
    return page(visit, visit.t("Aanvraag: ", "Application: ") + visit.t(schemes::title_of(scheme)),
                verdict + form_html(visit, form), errors.empty() ? 200 : 422);
}

http::Response show(Visit& visit)
{
    const auto scheme = chosen_scheme(visit);
    if (!scheme) return page(visit, visit.t("Aanvraag registreren", "Register an application"), choose_scheme(visit));
    return form_page(visit, *scheme, {}, {});
}

http::Response send(Visit& visit)
{
    const auto scheme = chosen_scheme(visit);
    if (!scheme) return http::see_other("/applications/new");
    Reader read{visit};
    const auto fields = fields_of(visit, *scheme);
    const auto [json, places] = sent(visit, read);
    if (read.failed()) return form_page(visit, *scheme, read.errors(), {});
    if (visit.form.fields["do"] == "check") {
        const auto assessment =
            usecases::check_application_file(visit.connection, json.dump(), json_source, visit.today);
        if (assessment) return form_page(visit, *scheme, {}, verdict_html(visit, *assessment));
        at_field(visit, read, fields, placed(assessment.refusal(), places));
        return form_page(visit, *scheme, read.errors(), {});
    }
    const auto dossier =
        usecases::register_application(visit.connection, visit.task("application register"), json.dump(), json_source);
    if (!dossier) {
        at_field(visit, read, fields, placed(dossier.refusal(), places));
        return form_page(visit, *scheme, read.errors(), {});
    }
    visit.notice = visit.t("Geregistreerd als dossier ", "Registered as dossier ") + dossier->number + ".";
    return http::see_other("/applications/" + dossier->number);
}

}  // namespace

std::vector<Route> application_form_routes()
{
    return {{http::Method::get, "/applications/new", Right::handle, show},
            {http::Method::post, "/applications/new", Right::handle, send}};
}

}  // namespace vierkant::web
