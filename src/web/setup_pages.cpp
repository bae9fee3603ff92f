// The first steps on a fresh database: the administration and the first administrator.

#include "base/secret.h"
#include "storage/fund_store.h"
#include "usecases/init_administration.h"
#include "usecases/users.h"
#include "web/forms.h"
#include "web/messages.h"
#include "web/session_pages.h"

namespace vierkant::web {

namespace {

using Kind = Field::Kind;

std::vector<Field> account_fields()
{
    return {{"login",
             {"Inlognaam", "Login"},
             Kind::text,
             true,
             {"Kleine letters en cijfers; staat bij alles wat u doet.",
              "Lower-case letters and digits; stands with all you do."},
             {},
             "",
             "username"},
            {"full_name", {"Naam", "Name"}, Kind::text, true, {}, {}, "", "name"},
            {"password",
             {"Wachtwoord", "Password"},
             Kind::password,
             true,
             {"Minstens 12 tekens; een zin is goed.", "At least 12 characters; a sentence is fine."},
             {},
             "",
             "new-password"}};
}

std::vector<Field> fields()
{
    std::vector<Field> all{{"code",
                            {"Code", "Code"},
                            Kind::text,
                            true,
                            {"Staat op het scherm waar vierkant serve is gestart.",
                             "Stands on the screen where vierkant serve was started."},
                            {},
                            "",
                            "off"}};
    for (auto& field : account_fields()) all.push_back(field);
    return all;
}

Html intro(const Visit& visit)
{
    const bool made = storage::has_administration(visit.connection);
    return tag(
        "ol", {{"class", "steps"}},
        tag("li", {},
            made ? visit.t("De administratie is er al.", "The administration is there already.")
                 : visit.t("Vierkant maakt de administratie: het plan van 2014 met zijn 23 maatregelen, de fondsen "
                           "en de regelingen.",
                           "Vierkant makes the administration: the plan of 2014 with its 23 measures, the funds and "
                           "the schemes.")),
        tag("li", {}, visit.t("U wordt de eerste beheerder.", "You become the first administrator.")),
        tag("li", {},
            visit.t("Daarna maakt u accounts voor uw collega's. Geef hen verschillende rollen: wie voorstelt, "
                    "besluit niet zelf.",
                    "Then you make accounts for your colleagues. Give them different roles: who proposes does not "
                    "decide.")));
}

http::Response show(const Visit& visit, const FormErrors& errors)
{
    const FormView form{"/setup", fields(), {"Beginnen", "Begin"}, errors};
    return page(visit, visit.t("Vierkant in gebruik nemen", "Start using Vierkant"),
                intro(visit) + form_html(visit, form), errors.empty() ? 200 : 422);
}

http::Response show_setup(Visit& visit)
{
    return visit.setup_code.empty() ? http::see_other("/login") : show(visit, {});
}

/// What the first account cannot be, before anything is made.
void check(const Visit& visit, Reader& read, const officers::Account& account, const std::string& password)
{
    if (!same_secret(read.required("code"), visit.setup_code)) {
        // As slow as a wrong password, so that the code is not guessed either.
        pretend_to_check(read.text("code"));
        read.wrong("code", visit.t(setup_code_wrong));
    }
    if (const auto fits = officers::check_login(account.login); !fits)
        read.wrong("login", words_of(visit, fits.refusal()));
    if (const auto fits = officers::check_full_name(account.full_name); !fits) {
        read.wrong("full_name", words_of(visit, fits.refusal()));
    }
    if (const auto fits = officers::check_password(password, account.login); !fits) {
        read.wrong("password", words_of(visit, fits.refusal()));
    }
}

http::Response do_setup(Visit& visit)
{
    if (visit.setup_code.empty()) return http::see_other("/login");
    Reader read{visit};
    const officers::Account account{read.text("login"), read.text("full_name"), {officers::Role::administrator}, true};
    const auto& password = read.text("password");
    check(visit, read, account, password);
    if (read.failed()) return show(visit, read.errors());
    auto task = visit.task("init");
    task.actor = account.login;
    task.idempotency_key.clear();
    if (!storage::has_administration(visit.connection)) {
        const auto made = usecases::init_administration(visit.connection, task, "", "");
        if (!made) return show(visit, {{"", words_of(visit, made.refusal())}});
    }
    task.name = "user add";
    const auto added = usecases::add_user(visit.connection, task, account, password);
    if (!added) return show(visit, {{"", words_of(visit, added.refusal())}});
    const auto id = usecases::log_in(visit.connection, account.login, password, visit.now);
    if (!id) return http::see_other("/login");
    visit.set_cookies.push_back(*id);
    visit.session = usecases::open_session(visit.connection, *id, visit.now);
    visit.notice = visit.t("De administratie is klaar. Maak nu accounts voor uw collega's.",
                           "The administration is ready. Now make accounts for your colleagues.");
    return http::see_other("/users");
}

/// The roles that someone has to have before the fund can be worked with.
Html missing_roles(const Visit& visit, const std::vector<storage::StoredAccount>& accounts)
{
    std::string missing;
    for (const auto& name : officers::role_names()) {
        bool found = name.role == officers::Role::auditor;
        for (const auto& [account, version] : accounts)
            found = found || (account.active && account.roles.contains(name.role));
        if (!found) missing += (missing.empty() ? "" : ", ") + visit.t(name.nl, name.en);
    }
    if (missing.empty()) return {};
    return tag("p", {{"class", "hint"}},
               visit.t("Nog niemand heeft deze rol: ", "Nobody has this role yet: ") + missing + ". " +
                   visit.t("Zonder deze rollen ligt er werk stil.", "Without these roles some work cannot be done."));
}

std::string roles_text(const Visit& visit, const officers::Roles& roles)
{
    std::string words;
    for (const auto role : roles) {
        const auto& name = officers::name_of(role);
        words += (words.empty() ? "" : ", ") + visit.t(name.nl, name.en);
    }
    return words;
}

http::Response list_users(Visit& visit)
{
    const auto accounts = usecases::list_users(visit.connection);
    std::vector<Html> rows;
    for (const auto& [account, version] : accounts) {
        rows.push_back(tag("tr", {},
                           tag("th", {{"scope", "row"}}, http::link("/users/" + account.login, account.login)),
                           tag("td", {}, account.full_name), tag("td", {}, roles_text(visit, account.roles)),
                           tag("td", {}, account.active ? visit.t("ja", "yes") : visit.t("nee", "no"))));
    }
    const auto head = tag("tr", {}, tag("th", {{"scope", "col"}}, visit.t("Inlognaam", "Login")),
                          tag("th", {{"scope", "col"}}, visit.t("Naam", "Name")),
                          tag("th", {{"scope", "col"}}, visit.t("Rol", "Role")),
                          tag("th", {{"scope", "col"}}, visit.t("Kan inloggen", "Can log in")));
    return page(
        visit, visit.t("Gebruikers", "Users"),
        missing_roles(visit, accounts) +
            tag("p", {{"class", "doing"}},
                tag("a", {{"href", "/users/new"}, {"class", "button"}}, visit.t("Nieuwe gebruiker", "New user"))) +
            tag("div",
                {{"class", "wide"},
                 {"tabindex", "0"},
                 {"role", "region"},
                 {"aria-label", visit.t("Gebruikers", "Users")}},
                tag("table", {}, tag("thead", {}, head), http::element("tbody", {}, rows))));
}

Field roles_field(const std::string& now)
{
    return {"roles",
            {"Rollen", "Roles"},
            Kind::checks,
            true,
            {"Wie voorstelt of klaarzet, besluit of geeft nooit zelf vrij, ook met beide rollen.",
             "Who proposes or prepares never decides or releases it himself, also with both roles."},
            role_choices(),
            now};
}

officers::Roles roles_sent(const Visit& visit)
{
    officers::Roles roles;
    for (const auto& code : visit.form.fields.every("roles")) {
        if (const auto role = officers::role_of(code)) roles.insert(*role);
    }
    return roles;
}

Result<std::string> add_user(Visit& visit, Reader& read)
{
    const officers::Account account{read.required("login"), read.required("full_name"), roles_sent(visit), true};
    const auto password = read.required("password");
    if (account.roles.empty()) read.wrong("roles", visit.t("Kies minstens een rol.", "Choose at least one role."));
    if (read.failed()) return read.refusal();
    const auto added = usecases::add_user(visit.connection, visit.task("user add"), account, password);
    if (!added) return added.refusal();
    return visit.t("Account gemaakt voor ", "Account made for ") + account.full_name + ".";
}

std::vector<Field> change_fields(Visit& visit)
{
    const auto stored = storage::find_account(visit.connection, visit.parts["login"]);
    if (!stored) return {};
    return {{"full_name", {"Naam", "Name"}, Kind::text, true, {}, {}, stored->account.full_name},
            roles_field(officers::to_text(stored->account.roles)),
            {"active",
             {"Kan inloggen", "Can log in"},
             Kind::checkbox,
             false,
             {"Wie weg is, sluit u hier buiten; wat hij deed, blijft staan.",
              "Shut out who has left here; what he did stays."},
             {},
             stored->account.active ? "yes" : ""},
            {"password",
             {"Nieuw wachtwoord", "New password"},
             Kind::password,
             false,
             {"Leeg laten om het niet te wijzigen.", "Leave empty to keep it."},
             {},
             "",
             "new-password"}};
}

Result<std::string> change_user(Visit& visit, Reader& read)
{
    const auto& login = visit.parts["login"];
    const usecases::UserChange change{read.required("full_name"), roles_sent(visit), read.has("active")};
    if (read.has("password")) {
        if (const auto fits = officers::check_password(read.text("password"), login); !fits) {
            read.wrong("password", words_of(visit, fits.refusal()));
        }
    }
    if (read.failed()) return read.refusal();
    auto task = visit.task("user change");
    const auto changed = usecases::change_user(visit.connection, task, login, change);
    if (!changed) return changed.refusal();
    if (read.has("password")) {
        task.name = "user password";
        task.idempotency_key += "-password";
        const auto set = usecases::set_password(visit.connection, task, login, read.text("password"));
        if (!set) return set.refusal();
    }
    return visit.t("Gewijzigd: ", "Changed: ") + changed->full_name + ".";
}

}  // namespace

std::vector<Route> setup_routes()
{
    return {{http::Method::get, "/setup", Right::anyone, show_setup},
            {http::Method::post, "/setup", Right::anyone, do_setup}};
}

std::vector<Route> user_routes()
{
    std::vector<Route> routes{{http::Method::get, "/users", Right::administer, list_users}};
    add_action(routes, {"/users/new",
                        Right::administer,
                        {"Nieuwe gebruiker", "New user"},
                        {"Account maken", "Make account"},
                        [](Visit&) {
                            auto fields = account_fields();
                            fields.push_back(roles_field(""));
                            return fields;
                        },
                        add_user});
    add_action(routes,
               {"/users/{login}",
                Right::administer,
                {"Gebruiker wijzigen", "Change user"},
                {"Wijzigen", "Change"},
                change_fields,
                change_user,
                [](Visit& visit) { return tag("p", {}, visit.t("Inlognaam: ", "Login: ") + visit.parts["login"]); }});
    return routes;
}

}  // namespace vierkant::web
